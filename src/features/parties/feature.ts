import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { Source } from '../../kernel/source.ts'
import { instantAt } from '../../kernel/time.ts'
import type { AnyCommand } from '../../platform/command/command.ts'
import { feature, type Shipped } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { recordGroup, recordMission, recordOrdering, recordParty } from './commands.ts'
import { groups, memberships } from './datasets/groups.datasets.ts'
import { missions } from './datasets/missions.datasets.ts'
import { orderings } from './datasets/orderings.datasets.ts'
import { parties as partiesData } from './datasets/parties.datasets.ts'
import { GroupPage } from './group-page.tsx'
import { GroupCode } from './groups.model.ts'
import { PartiesPage } from './parties-page.tsx'
import { PartyPage, titleOf } from './party-page.tsx'
import {
  belongingsOf,
  everyGroup,
  everyParty,
  groupOf,
  orderingsOfUse,
  partiesOf,
  partyOf,
  regionalMemberships,
} from './queries.ts'
import { dayOf, nextChange, Wish } from './search.ts'
import { say } from './words.ts'

/** Names change with the day at the seat of the United Nations. */
const SEAT = 'America/New_York'
const todayAt = (now: Temporal.Instant) => now.toZonedDateTimeISO(SEAT).toPlainDate().toString()

const beginningOf = (day: string | null) => (day === null ? null : instantAt(day, '00:00', SEAT))

const partiesPage = page('parties.parties', {
  path: '/parties',
  params: z.object({}),
  query: Wish,
  topics: () => ['parties'],
  async read(db, { viewer }) {
    const parties = await everyParty(db)
    const groups = await everyGroup(db)
    const regional = await regionalMemberships(db)
    return { parties, groups, regional, ...(await orderingsOfUse(db)), today: todayAt(viewer.now) }
  },
  until({ parties, classes, today }) {
    return beginningOf(nextChange(parties, classes, today))
  },
  view: (facts, { language }, { query }) => ({
    title: say(language, 'title'),
    description: say(language, 'description'),
    body: PartiesPage({ language, facts, wish: query }),
  }),
})

const partyPage = page('parties.party', {
  path: '/parties/:code',
  params: z.object({ code: PartyCode }),
  query: Wish.pick({ on: true }),
  topics: ({ code }) => ['parties', `parties/${code}`],
  async read(db, { params, query, viewer }) {
    const party = await partyOf(db, params.code)
    if (!party) return null
    const today = todayAt(viewer.now)
    return {
      party,
      belongings: await belongingsOf(db, params.code),
      day: dayOf(query, today).day,
      today,
    }
  },
  until({ party, today }) {
    return beginningOf(nextChange([party], [], today))
  },
  view: (facts, { language }, { sections }) => ({
    title: titleOf(facts, language),
    body: PartyPage({ language, facts, children: Object.values(sections) }),
  }),
})

const groupPage = page('parties.group', {
  path: '/parties/groups/:group',
  params: z.object({ group: GroupCode }),
  query: z.object({}),
  topics: () => ['parties'],
  async read(db, { params, viewer }) {
    const group = await groupOf(db, params.group)
    if (!group) return null
    const parties = await partiesOf(
      db,
      group.members.map(({ party }) => party),
    )
    const { classes } = await orderingsOfUse(db)
    return { group, parties: [...parties.values()], classes, today: todayAt(viewer.now) }
  },
  until({ parties, classes, today }) {
    return beginningOf(nextChange(parties, classes, today))
  },
  view: (facts, { language }) => ({
    title: facts.group.names[language],
    body: GroupPage({ language, facts }),
  }),
})

/** A file whose list of facts becomes deeds; what a fact must be, its command knows. */
const ship = (list: string, command: AnyCommand, subject: string, id: string): Shipped => ({
  file: `${list}.json`,
  deeds(content) {
    const { sources, [list]: facts } = ShippedFile.parse(content)
    return Fact.array()
      .parse(facts)
      .map((fact) => ({
        command,
        input: sources ? { ...fact, sources } : fact,
        key: `${subject}/${fact[id]}`,
      }))
  },
})
const Fact = z.record(z.string(), z.unknown())
/** Where a whole file has the same sources, they are those of each of its facts. */
const ShippedFile = z.looseObject({ sources: z.array(Source).optional() })

export const parties = feature('parties', {
  say,
  commands: [recordParty, recordGroup, recordOrdering, recordMission],
  datasets: [partiesData, groups, memberships, orderings, missions],
  pages: [partiesPage, groupPage, partyPage],
  shipped: [
    ship('parties', recordParty, 'party', 'code'),
    ship('groups', recordGroup, 'party-group', 'code'),
    ship('orderings', recordOrdering, 'party-ordering', 'id'),
    ship('missions', recordMission, 'mission', 'acronym'),
  ],
})
