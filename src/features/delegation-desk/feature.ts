import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import { printLetter } from '../../platform/mail/printed.tsx'
import { lettersUnderWay } from '../../platform/mail/under-way/under-way.ts'
import type { Post, Task } from '../../platform/task.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { invitationLetters } from '../delegations/letters.mails.ts'
import { delegationPast, delegationsAt, rulesOf } from '../delegations/queries.ts'
import { deskOf as deskOfLetters } from '../delegations/templates.mails.ts'
import { isSecretariat, seesDelegations } from '../delegations/who.model.ts'
import { addressOfDesk, type Desk, deskOf, fullName, shortName } from '../own-delegation/desk.tsx'
import { overviewOf } from '../own-delegation/overview.queries.ts'
import { isListedOn, nameOn } from '../parties/model.ts'
import { everyParty } from '../parties/queries.ts'
import { countOf, linesAt } from './all/lines.queries.ts'
import {
  FILTERS,
  type Filter,
  isAmong,
  isReady,
  type Line,
  REACHING_MANY,
  TASKS,
  type TaskFilter,
  WRITINGS,
} from './all/lines.ts'
import { ListPage } from './all/list-page.tsx'
import { PreparePage } from './all/prepare-page.tsx'
import { RulesPage } from './all/rules-page.tsx'
import { WritePage } from './all/write-page.tsx'
import { OnePage } from './one/one-page.tsx'
import { say } from './words.ts'

const AtConference = z.object({ conference: ConferenceId })
const OfDelegation = AtConference.extend({ party: PartyCode })
const Nothing = z.object({})
type At = z.infer<typeof AtConference>

const framed = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}

const atDesk = ({ conference }: At) => [
  `delegations/${conference}`,
  `conferences/${conference}`,
  MAIL_TOPIC,
]
const mayDecide = (actor: Actor, { conference }: At) => isSecretariat(actor, conference)

async function readAll(db: Reading, { conference }: At) {
  const outline = await outlineById(db, conference)
  return outline && { outline, ...(await linesAt(db, conference)) }
}

const inAlphabet = (lines: readonly Line[], desk: Desk) => {
  const compare = compareIn(desk.viewer.language)
  const key = ({ party }: Line) => {
    const { sort, short } = nameOn(party, desk.today, desk.viewer.language)
    return sort ?? short
  }
  return lines.toSorted((one, other) => compare(key(one), key(other)))
}

const listPage = page('delegation-desk.list', {
  path: '/:conference/desk/delegations',
  params: AtConference,
  query: z.object({ show: z.enum(FILTERS).catch('all').default('all') }),
  topics: atDesk,
  may: (actor, { conference }) => seesDelegations(actor, conference),
  async read(db, { params, viewer }) {
    const found = await readAll(db, params)
    const { conference } = params
    return (
      found && {
        ...found,
        ways: await lettersUnderWay(db, { actions: REACHING_MANY, conference }, viewer.now),
      }
    )
  },
  view({ outline, lines, rules, ways }, viewer, { query: { show: filter } }) {
    const desk = deskOf(viewer, outline)
    const among = (one: Filter) => lines.filter((line) => isAmong(one, line, rules.needsDocument))
    return {
      ...framed(outline, say(viewer.language, 'all'), viewer),
      body: ListPage({
        ...{ desk, filter, ways, lines: inAlphabet(among(filter), desk) },
        counts: Object.fromEntries(FILTERS.map((one) => [one, among(one).length])) as Record<
          Filter,
          number
        >,
        decides: isSecretariat(viewer.actor, outline.id),
      }),
    }
  },
})

/** The boxes that were ticked, each named by its party: `?what=invite&KEN=on&FRA=on`; or all that are ready. */
const Chosen = z.record(z.string(), z.string()).transform((asked) => ({
  what: WRITINGS.find((one) => one === asked.what) ?? 'invite',
  all: asked.all !== undefined,
  parties: Object.keys(asked).filter((code) => PartyCode.safeParse(code).success),
}))

const writePage = page('delegation-desk.write', {
  path: '/:conference/desk/delegations/write',
  params: AtConference,
  query: Chosen,
  topics: atDesk,
  may: mayDecide,
  async read(db, { params, query: { what, all, parties }, viewer }) {
    const found = await readAll(db, params)
    if (!found) return null
    const chosen = found.lines.filter((line) =>
      all ? isReady(what, line) : parties.includes(line.delegation.party),
    )
    const ready = chosen.filter((line) => isReady(what, line))
    const [first] = ready
    const { origin, now } = viewer
    const material =
      first && (await deskOfLetters({ read: db, origin, now }, params.conference, first.party.code))
    const [letter] = material
      ? invitationLetters(material, what === 'invite' ? 'invitation' : 'reminder')
      : []
    return { ...found, ready, left: chosen.filter((line) => !ready.includes(line)), letter }
  },
  view({ outline, ready, left, letter }, viewer, { query: { what: writing } }) {
    const desk = deskOf(viewer, outline)
    return {
      ...framed(outline, say(viewer.language, `${writing}.title`), viewer),
      body: WritePage({
        ...{ desk, writing, ready: inAlphabet(ready, desk), left: inAlphabet(left, desk) },
        letter: letter
          ? {
              subject: letter.subject,
              language: letter.to.language,
              text: printLetter(letter).text,
            }
          : null,
      }),
    }
  },
})

const preparePage = page('delegation-desk.prepare', {
  path: '/:conference/desk/delegations/prepare',
  params: AtConference,
  query: Nothing,
  topics: atDesk,
  may: mayDecide,
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    const known = new Set((await delegationsAt(db, conference)).map(({ party }) => party))
    const parties = (await everyParty(db)).filter(({ code }) => !known.has(code))
    return outline && { outline, parties }
  },
  view({ outline, parties }, viewer) {
    const desk = deskOf(viewer, outline)
    const compare = compareIn(viewer.language)
    return {
      ...framed(outline, say(viewer.language, 'prepare'), viewer),
      body: PreparePage({
        desk,
        parties: parties
          .filter((party) => isListedOn(party, desk.today))
          .map((party) => ({ code: party.code, name: shortName(party, desk) }))
          .toSorted((one, other) => compare(one.name, other.name)),
      }),
    }
  },
})

const rulesPage = page('delegation-desk.rules', {
  path: '/:conference/desk/delegations/rules',
  params: AtConference,
  query: Nothing,
  topics: atDesk,
  may: mayDecide,
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    return outline && { outline, ...(await rulesOf(db, conference)) }
  },
  view: ({ outline, rules, version }, viewer) => ({
    ...framed(outline, say(viewer.language, 'rules'), viewer),
    body: RulesPage({ desk: deskOf(viewer, outline), rules, version }),
  }),
})

const onePage = page('delegation-desk.one', {
  path: '/:conference/desk/delegations/:party',
  params: OfDelegation,
  query: Nothing,
  topics: ({ conference, party }) => [`delegations/${conference}/${party}`],
  may: (actor, { conference }) => seesDelegations(actor, conference),
  async read(db, { params: { conference, party }, viewer: { actor } }) {
    const overview = await overviewOf(db, conference, party, actor)
    return overview && { overview, past: await delegationPast(db, conference, party) }
  },
  view({ overview, past }, viewer) {
    const { outline, party } = overview
    const desk = deskOf(viewer, outline)
    return {
      ...framed(outline, fullName(party, desk.today, viewer.language), viewer),
      body: OnePage({ desk, overview, past, decides: isSecretariat(viewer.actor, outline.id) }),
    }
  },
})

/** A line of the desk: the delegations of one filter, and how many they are. */
const task = (filter: TaskFilter): Task => ({
  name: `delegation-desk.${filter}`,
  group: 'people',
  label: (language) => say(language, `task.${filter}`),
  at: (actor: Actor, { conference, party }: Post) =>
    party === null && isSecretariat(actor, conference)
      ? `${addressOfDesk(conference)}?show=${filter}`
      : null,
  waits: async (db, { conference }) => ({
    count: await countOf(db, conference, filter),
    due: null,
  }),
  topics: (conference) => [`delegations/${conference}`, MAIL_TOPIC],
})

export const delegationDesk = feature('delegation-desk', {
  say,
  pages: [listPage, writePage, preparePage, rulesPage, onePage],
  tasks: [
    {
      name: 'delegation-desk.list',
      group: 'people',
      label: (language) => say(language, 'all'),
      at: (actor, { conference, party }) =>
        party === null && seesDelegations(actor, conference) ? addressOfDesk(conference) : null,
    },
    ...TASKS.map(task),
  ],
})
