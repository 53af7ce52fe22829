import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import { addressOfDesk, addressOfOwn, brokers, FORMS, ProposalId } from '../brokering/model.ts'
import { daysAt } from '../brokering/queries.ts'
import { seenBy } from '../brokering/sight.ts'
import { sayForm } from '../brokering/terms.print.ts'
import { outlineById } from '../conferences/queries.ts'
import { workingPairs } from '../offers/together/queries.ts'
import { choicesFor } from '../offers-board/choices.queries.ts'
import { RunId } from '../partnerships/runs/model.ts'
import { PledgeId } from '../pledges/model.ts'
import type { Desk } from './desk.tsx'
import { wordingBefore } from './facts.ts'
import { AskedNotice } from './one/asked.tsx'
import { titleOf } from './one/need.tsx'
import { countFor, countForDesk, linesAt, linesFor, oneAt, oneFor } from './one.queries.ts'
import { DeskOnePage } from './pages/desk-one-page.tsx'
import { DeskPage } from './pages/desk-page.tsx'
import { NewPage } from './pages/new-page.tsx'
import { OwnOnePage } from './pages/own-one-page.tsx'
import { OwnPage } from './pages/own-page.tsx'
import { Origin } from './sections/origin.tsx'
import { StartSection } from './sections/start.tsx'
import { OwnTriangles, Triangle } from './sections/triangle.tsx'
import { originOf, startFacts, triangleOf, trianglesOf } from './sections.queries.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const AtConference = z.object({ conference: ConferenceId })
const OfParty = AtConference.extend({ party: PartyCode })
const FormWish = z.object({ form: z.enum(FORMS).catch('joint') })
type At = z.infer<typeof AtConference>
type Of = z.infer<typeof OfParty>
type Actor = Viewer['actor']

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** What every page of proposals knows; null where there is no such conference. */
async function deskAt(db: Reading, { conference }: At, viewer: Viewer) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const choices = await choicesFor(db, viewer.language, compareIn(viewer.language))
  return { outline, choices }
}
type Found = NonNullable<Awaited<ReturnType<typeof deskAt>>>

const deskOf = ({ outline, choices }: Found, viewer: Viewer): Desk => ({
  ...{ viewer, conference: outline.id, zone: outline.zone, today: dayOf(viewer.now), choices },
  conferenceName: readingOf(outline.shortName, viewer.language).value,
})

const framed = ({ conference, conferenceName }: Desk, title: string) => ({
  title: `${title} · ${conferenceName}`,
  conference: { id: conference, name: conferenceName },
})

const NAMES = ['capabilities', 'parties']
const topicsAt = ({ conference }: At) => [`brokering/at-work/${conference}`, ...NAMES]
const topicsOf = ({ conference, party }: Of) => [`brokering/of/${conference}/${party}`, ...NAMES]
const mayBroker = (actor: Actor, { conference }: At) => brokers(actor, conference)
/** The secretariat may look at what a party reads; it answers for none. */
const mayRead = (actor: Actor, { conference, party }: Of) =>
  speaksFor(actor, conference, party) || brokers(actor, conference)

const deskPage = page('brokering-desk.desk', {
  path: '/:conference/desk/proposals',
  params: AtConference,
  query: Nothing,
  topics: topicsAt,
  may: mayBroker,
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    if (!found) return null
    const pairs = await workingPairs(db)
    return {
      ...{ ...found, lines: await linesAt(db, params.conference) },
      days: await daysAt(db, params.conference),
      pairs: pairs.filter(({ conference }) => conference === params.conference),
    }
  },
  view({ lines, pairs, days, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'title')),
      body: DeskPage({ desk, lines, pairs, days }),
    }
  },
})

const newPage = page('brokering-desk.new', {
  path: '/:conference/desk/proposals/new',
  params: AtConference,
  query: FormWish,
  topics: () => NAMES,
  may: mayBroker,
  read: (db, { params, viewer }) => deskAt(db, params, viewer),
  view(found, viewer, { query: { form } }) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, sayForm(viewer.language, form)),
      body: NewPage({ desk, form, party: null }),
    }
  },
})

const deskOnePage = page('brokering-desk.proposal', {
  path: '/:conference/desk/proposals/:proposal',
  params: AtConference.extend({ proposal: ProposalId }),
  query: Nothing,
  topics: (params) => topicsAt(params),
  may: (actor, params) => mayBroker(actor, params),
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    const one = await oneAt(db, params.conference, params.proposal)
    return found && one && { ...found, one }
  },
  view({ one, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return { ...framed(desk, titleOf(desk, one.proposal)), body: DeskOnePage({ desk, one }) }
  },
})

const ownPage = page('brokering-desk.own', {
  path: '/:conference/delegation/:party/proposals',
  params: OfParty,
  query: Nothing,
  topics: topicsOf,
  may: mayRead,
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    const isKnown = found?.choices.parties.some(({ code }) => code === params.party)
    if (!found || !isKnown) return null
    const { conference, party } = params
    return { ...found, party, lines: await linesFor(db, conference, party) }
  },
  view({ party, lines, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, say(viewer.language, 'own.title')),
      body: OwnPage({ desk, party, lines }),
    }
  },
})

const ownNewPage = page('brokering-desk.own-new', {
  path: '/:conference/delegation/:party/proposals/new',
  params: OfParty,
  query: Nothing,
  topics: () => NAMES,
  may: (actor, { conference, party }) => speaksFor(actor, conference, party),
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    return found && { ...found, party: params.party }
  },
  view({ party, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return {
      ...framed(desk, sayForm(viewer.language, 'triangular')),
      body: NewPage({ desk, form: 'triangular', party }),
    }
  },
})

const ownOnePage = page('brokering-desk.own-proposal', {
  path: '/:conference/delegation/:party/proposals/:proposal',
  params: OfParty.extend({ proposal: ProposalId }),
  query: Nothing,
  topics: (params) => topicsOf(params),
  may: (actor, params) => mayRead(actor, params),
  async read(db, { params, viewer }) {
    const found = await deskAt(db, params, viewer)
    const one = await oneFor(db, params)
    return found && one && { ...found, party: params.party, one }
  },
  view({ party, one: { everyDeed, ...one }, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    const { proposal } = one
    const isOpen = proposal.state === 'contacted'
    const before = isOpen ? wordingBefore(party, everyDeed, proposal.version) : null
    return {
      ...framed(desk, titleOf(desk, proposal)),
      body: OwnOnePage({
        ...{ desk, party, one, seen: seenBy(party, proposal.wording, proposal) },
        before: before && seenBy(party, before, proposal),
        speaks: speaksFor(viewer.actor, proposal.conference, party),
      }),
    }
  },
})

const OfNeed = AtConference.extend({ run: RunId, requirement: z.string() })
const OfPledge = AtConference.extend({ id: PledgeId, party: PartyCode.nullable().default(null) })

/** On the page of a need: who would be asked for what, and the button that asks them. */
const startSection = section({
  of: 'partnerships.need',
  name: 'conversation',
  work: true,
  topics: (params: z.infer<typeof OfNeed>) => topicsAt(params),
  async read(db, { params, viewer }) {
    const of = OfNeed.parse(params)
    const found = await deskAt(db, of, viewer)
    const facts = await startFacts(db, of)
    return found && facts && { ...found, of, facts }
  },
  view({ of: { run, requirement }, facts, ...found }, viewer) {
    const desk = deskOf(found, viewer)
    return StartSection({ ...facts, desk, of: { run, requirement } })
  },
  /** In the place of the banner that nobody was asked: who was, and who has consented. */
  beside({ facts: { there }, ...found }, viewer, key) {
    const [open] = there.filter(({ proposal }) => proposal.endedAt === null)
    if (key !== 'banner' || !open) return null
    return AskedNotice({ desk: deskOf(found, viewer), ...open })
  },
})

/** On the public page of a pledge: nothing but what the pledge says itself, by the name of its form. */
const triangleSection = section({
  of: 'pledges.pledge',
  name: 'triangular',
  topics: () => [],
  read: (db, { params }: { params: { id: PledgeId } }) => triangleOf(db, params.id),
  view: (facts, { language, now }) => Triangle({ ...facts, language, today: dayOf(now) }),
})

/** On the page of a party: the same, of all of its pledges. */
const partySection = section({
  of: 'parties.party',
  name: 'triangular',
  topics: ({ code }: { code: PartyCode }) => [`pledges/of/${code}`],
  async read(db, { params }) {
    const all = await trianglesOf(db, PartyCode.parse(params.code))
    return all.length === 0 ? null : { all }
  },
  view: (facts, { language }) => OwnTriangles({ ...facts, language }),
})

/** Where people work on a joint pledge: the way back to the proposal, for whoever may read it. */
const originOn = (of: string) =>
  section({
    ...{ of, name: 'origin', topics: () => [] },
    async read(db, { params, viewer: { actor } }) {
      const { conference, party, id: pledge } = OfPledge.parse(params)
      const isDesk = party === null
      if (isDesk ? !brokers(actor, conference) : !mayRead(actor, { conference, party })) return null
      const found = await originOf(db, { conference, pledge, party })
      const list = isDesk ? addressOfDesk(conference) : addressOfOwn(conference, party)
      return found && { form: found.wording.form, at: `${list}/${found.id}` }
    },
    view: (facts, { language }) => Origin({ language, ...facts }),
  })

/** Where proposals are made, put to their parties, and answered. */
export const brokeringDesk = feature('brokering-desk', {
  say,
  pages: [deskPage, newPage, deskOnePage, ownPage, ownNewPage, ownOnePage],
  sections: [
    ...[startSection, triangleSection, partySection],
    ...['pledge-desk.review', 'delegation-pledges.pledge'].map(originOn),
  ],
  tasks: [
    {
      name: 'brokering-desk.desk',
      group: 'pledges',
      label: (language) => say(language, 'title'),
      at: (actor, { conference, party }) =>
        party === null && brokers(actor, conference) ? addressOfDesk(conference) : null,
      waits: async (db, { conference }) => ({
        count: await countForDesk(db, conference),
        due: null,
      }),
      topics: (conference) => [`brokering/at-work/${conference}`],
    },
    {
      name: 'brokering-desk.own',
      group: 'pledges',
      label: (language) => say(language, 'own.task'),
      at: (actor, { conference, party }) =>
        party !== null && speaksFor(actor, conference, party)
          ? addressOfOwn(conference, party)
          : null,
      // Without topics: they would tell each delegation that another one is asked.
      waits: async (db, { conference, party }) => ({
        count: party === null ? 0 : await countFor(db, conference, party),
        due: null,
      }),
    },
  ],
})
