import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import type { Post } from '../../platform/task.ts'
import { namesFor } from '../pledges/find/lines.queries.ts'
import { versionOfRecord } from '../pledges/keeping/deeds.commands.ts'
import { isPublic } from '../pledges/life.model.ts'
import { PledgeId } from '../pledges/model.ts'
import { sayProblem } from '../pledges/pages/says.tsx'
import { dayOf, deskOf, framed } from './desk.tsx'
import { commentsOpen, consentsAsked, endOf, reportsDue } from './due.queries.ts'
import { offeredAt } from './form.queries.ts'
import { addressOfPledges, mayWorkFor } from './model.ts'
import { type OwnPledge, ownPledge, ownPledges } from './own.queries.ts'
import type { OwnFacts } from './own.ts'
import { ListPage } from './pages/list-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { WritePage } from './pages/write-page.tsx'
import { placeOf } from './place.queries.ts'
import { type Line, sectionOf } from './sections.ts'
import { say } from './words.ts'

const OfParty = z.object({ conference: ConferenceId, party: PartyCode })
const OfPledge = OfParty.extend({ id: PledgeId })
type Of = z.infer<typeof OfParty>
const Nothing = z.object({})
const mayOpen = (actor: Viewer['actor'], { conference, party }: Of) =>
  mayWorkFor(actor, conference, party)

const listPage = page('delegation-pledges.list', {
  path: '/:conference/delegation/:party/pledges',
  params: OfParty,
  query: Nothing,
  topics: ({ party }) => [
    `pledges/at-work/${party}`,
    `pledges/writing/of/${party}`,
    `followup/of/${party}`,
    'followup/rounds',
  ],
  may: (actor, params) => mayOpen(actor, params),
  async read(db, { params, viewer: { actor, now } }) {
    const found = await placeOf(db, params)
    if (!found) return null
    const today = dayOf(now)
    const due = await reportsDue(db, { ...params, today })
    const own = await ownPledges(db, params.conference, params.party, actor)
    const comments = await commentsOpen(db, params)
    const lines = own.map(
      (line): Line => ({
        ...line,
        due: due.get(line.id)?.due ?? null,
        comment: comments.get(line.id) ?? null,
      }),
    )
    const sections = Map.groupBy(lines, (line) => sectionOf(line, params.party))
    const leads = lines.flatMap(({ lead }) => lead ?? [])
    return { ...found, list: { sections, today, names: await namesFor(db, leads) } }
  },
  view({ list, ...found }, viewer) {
    const desk = deskOf(viewer, found)
    return { ...framed(desk, say(viewer.language, 'pledges')), body: ListPage({ desk, list }) }
  },
})

/** What is shown of a pledge, without what is not the reader's business. */
function ownFactsOf(own: OwnPledge, language: Language): OwnFacts {
  const { record, isAuthor, hand, party, writing, invitations } = own
  const { id, state, lead } = record
  const isOwn = (one: { party: PartyCode | null }) => one.party === party
  const deeds = isAuthor ? own.deeds : own.deeds.filter((one) => one.party === null || isOwn(one))
  return {
    ...{ id, state, lead, isAuthor, hand, isPublic: isPublic(record), shares: record.terms.shares },
    version: versionOfRecord({ record }),
    written: writing?.version ?? null,
    isWritten: writing?.isOpen ?? false,
    problems: (writing?.problems ?? []).map(({ path, code }) => ({
      path,
      message: sayProblem(language, code),
    })),
    asked: (isAuthor ? invitations : invitations.filter(isOwn)).map((one) => ({
      ...{ party: one.party, declined: one.declinedAt !== null, words: one.words },
    })),
    returned: isAuthor ? (own.deeds.findLast(({ deed }) => deed === 'return')?.note ?? null) : null,
    deeds: isAuthor ? deeds : deeds.map((one) => (isOwn(one) ? one : { ...one, note: null })),
    ...{
      differences: own.differences,
      before: own.before,
      elements: own.elements,
      alike: own.alike,
    },
  }
}

const topicsOfOne = ({ id, party }: z.infer<typeof OfPledge>) => [
  `pledges/at-work/${id}`,
  `pledges/writing/${id}`,
  `followup/${id}`,
  `pledges/at-work/${party}`,
]

const pledgeDeskOf = (own: OwnPledge, { language, now }: Viewer) => {
  const { names, ...facts } = own.facts
  return { ...facts, ...names, language, today: dayOf(now) }
}

const ownPage = page('delegation-pledges.pledge', {
  path: '/:conference/delegation/:party/pledges/:id',
  params: OfPledge,
  query: Nothing,
  topics: (params) => topicsOfOne(params),
  may: (actor, params) => mayOpen(actor, params),
  async read(db, { params, viewer }) {
    const found = await placeOf(db, params)
    const own = found && (await ownPledge(db, params, viewer.actor))
    return found && own && { ...found, own }
  },
  view({ own, ...found }, viewer, { sections }) {
    const desk = deskOf(viewer, found)
    return {
      ...framed(desk, own.record.id),
      body: OwnPage({
        desk,
        own: ownFactsOf(own, viewer.language),
        pledge: pledgeDeskOf(own, viewer),
        children: Object.values(sections),
      }),
    }
  },
})

const writePage = page('delegation-pledges.write', {
  path: '/:conference/delegation/:party/pledges/:id/write',
  params: OfPledge,
  query: Nothing,
  // Not what the reader types: that is in the form already.
  topics: ({ id }) => [`pledges/at-work/${id}`],
  may: (actor, params) => mayOpen(actor, params),
  async read(db, { params, viewer }) {
    const found = await placeOf(db, params)
    const own = found && (await ownPledge(db, params, viewer.actor))
    if (!found || !own?.writing || !own.canWrite) return null
    return { ...found, own, offered: await offeredAt(db, params.conference, viewer.language) }
  },
  view({ own, offered, ...found }, viewer) {
    const desk = deskOf(viewer, found)
    const facts = ownFactsOf(own, viewer.language)
    const compare = compareIn(viewer.language)
    const writing = own.writing as NonNullable<OwnPledge['writing']>
    return {
      ...framed(desk, own.record.id),
      body: WritePage({
        desk: {
          ...{ ...desk, ...offered, id: own.record.id, today: dayOf(viewer.now) },
          ...{ sketch: writing.sketch, version: writing.version, isAmendment: facts.isPublic },
          hand: facts.hand ?? 'author',
          parties: offered.parties.toSorted((a, b) =>
            compare(a.name.sort ?? a.name.short, b.name.sort ?? b.name.short),
          ),
        },
        aside: { problems: facts.problems, elements: own.elements, alike: own.alike },
      }),
    }
  },
})

export const delegationPledges = feature('delegation-pledges', {
  say,
  pages: [listPage, ownPage, writePage],
  tasks: [
    {
      name: 'delegation-pledges.pledges',
      group: 'pledges',
      label: (language) => say(language, 'pledges'),
      at: (actor, { conference, party }) =>
        party !== null && mayWorkFor(actor, conference, party)
          ? addressOfPledges(conference, party)
          : null,
    },
    {
      name: 'delegation-pledges.consents',
      group: 'pledges',
      label: (language) => say(language, 'task.consents'),
      at: (actor, post) => listOf(actor, post),
      waits: async (db, { conference, party, actor }) => ({
        count: party === null ? 0 : await consentsAsked(db, { conference, party }, actor),
        due: null,
      }),
      topics: (conference) => [`pledges/at-work/${conference}`],
    },
    {
      name: 'delegation-pledges.reports',
      group: 'pledges',
      label: (language) => say(language, 'task.reports'),
      at: (actor, post) => listOf(actor, post),
      async waits(db, { conference, party, now }) {
        const today = dayOf(now)
        const due = party && (await reportsDue(db, { conference, party, today }))
        const [first] = due ? [...due.values()].map((round) => round.due).toSorted() : []
        return { count: due ? due.size : 0, due: first ? await endOf(db, conference, first) : null }
      },
      topics: () => ['followup', 'followup/rounds'],
    },
    {
      name: 'delegation-pledges.comments',
      group: 'pledges',
      label: (language) => say(language, 'task.comments'),
      at: (actor, post) => listOf(actor, post),
      async waits(db, { conference, party }) {
        const open = party && (await commentsOpen(db, { conference, party }))
        const [first] = open ? [...open.values()].sort(Temporal.Instant.compare) : []
        return { count: open ? open.size : 0, due: first ?? null }
      },
      topics: () => ['followup'],
    },
  ],
})

/** Where a focal point finds the pledges of the party for which it works. */
const listOf = (actor: Viewer['actor'], { conference, party }: Post): string | null =>
  party !== null && speaksFor(actor, conference, party) ? addressOfPledges(conference, party) : null
