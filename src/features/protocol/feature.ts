import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { outlineById } from '../conferences/queries.ts'
import { sendsPeople } from '../delegations/invitations/model.ts'
import { delegationsAt } from '../delegations/queries.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { everyOrdering, partiesOf } from '../parties/queries.ts'
import { addSeating, changeSeating, fixSeat, freeSeat, releaseSeat, setOrder } from './commands.ts'
import { isProtocolDesk, OfConference, SeatingId } from './model.ts'
import { ProtocolPage } from './pages/protocol-page.tsx'
import { SeatingPage } from './pages/seating-page.tsx'
import nameplates from './paper/nameplates.typ?raw'
import { plates } from './paper/plates.print.ts'
import { seatingPaper } from './paper/seating.print.ts'
import seatingTemplate from './paper/seating.typ?raw'
import { type Known, type Placed, precedence } from './precedence.ts'
import { headsAt, orderOf, seatingOf, seatingsAt } from './queries.ts'
import { seated } from './seating/seats.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const OfPlan = z.object({ conference: ConferenceId, seating: SeatingId })
const topicsOf = (conference: string) => [`protocol/${conference}`, `delegations/${conference}`]

/** The delegations of a conference in their order, with all that pages and papers say of them. */
async function standing(db: Reading, conference: ConferenceId, { language, now }: Viewer) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const today = now.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
  const first = outline.dates?.first ?? today
  const day = /^\d{4}-\d{2}-\d{2}$/.test(first) ? first : today
  const coming = (await delegationsAt(db, conference)).filter(sendsPeople)
  const heads = new Map(
    (await headsAt(db, conference)).flatMap((head) => (head.party ? [[head.party, head]] : [])),
  )
  const parties = await partiesOf(
    db,
    coming.map(({ party }) => party),
  )
  const orderings = await everyOrdering(db)
  const { order, version } = await orderOf(db, conference)
  const { base } = order
  const known: Known = {
    ...{ day, parties, compare: compareIn(base.kind === 'alphabetical' ? base.language : 'en') },
    classes: orderings.filter((one) => one.kind === 'classes'),
    seat: base.kind === 'seat' ? (orderings.find(({ id }) => id === base.ordering) ?? null) : null,
  }
  const led = coming.map(({ party, reply }) => ({
    party,
    rank: heads.get(party)?.rank ?? reply?.level ?? null,
  }))
  const placed = precedence(led, order, known)
  const names = new Map<string, string>(
    placed.map(({ party }) => [party, nameIn(parties, party, day, language)]),
  )
  const name = readingOf(outline.shortName, language).value
  return { conference, name, day, order, version, placed, names, parties, heads, orderings }
}

const nameIn = (
  parties: ReadonlyMap<PartyCode, Party>,
  code: PartyCode,
  day: string,
  language: Language,
) => {
  const party = parties.get(code)
  return party ? nameOn(party, day, language).short : code
}

const codes = (placed: readonly Placed[]) => placed.map(({ party }) => party)

const protocolPage = page('protocol.protocol', {
  path: '/:conference/desk/protocol',
  params: OfConference,
  query: Nothing,
  topics: ({ conference }) => topicsOf(conference),
  may: (actor, { conference }) => isProtocolDesk(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const found = await standing(db, conference, viewer)
    return found && { ...found, seatings: await seatingsAt(db, conference) }
  },
  view: ({ conference, name, placed, names, heads, orderings, ...facts }, viewer) => ({
    title: say(viewer.language, 'title'),
    conference: { id: conference, name },
    body: ProtocolPage({
      ...{ viewer, conference, order: facts.order, version: facts.version },
      seatings: facts.seatings,
      lines: placed.map((one) => {
        const person = heads.get(one.party)?.content ?? null
        return {
          ...one,
          name: names.get(one.party) ?? one.party,
          head: person?.name ?? null,
          isUnpublished: person?.unpublished ?? false,
        }
      }),
      seats: orderings
        .flatMap((one) => (one.kind === 'seat' ? [one] : []))
        .toSorted((a, b) => b.session - a.session)
        .map(({ id, session, year }) => ({ id, label: `${session} (${year})` })),
    }),
  }),
})

const seatingPage = page('protocol.seating', {
  path: '/:conference/desk/protocol/seating/:seating',
  params: OfPlan,
  query: Nothing,
  topics: ({ conference }) => topicsOf(conference),
  may: (actor, { conference }) => isProtocolDesk(actor, conference),
  async read(db, { params, viewer }) {
    const found = await standing(db, params.conference, viewer)
    const seating = found && (await seatingOf(db, params.conference, params.seating))
    return seating && { ...found, seating }
  },
  view: ({ conference, name, placed, names, seating }, viewer) => ({
    title: readingOf(seating.plan.name, viewer.language).value,
    conference: { id: conference, name },
    body: SeatingPage({ viewer, seating, names, seated: seated(seating.plan, codes(placed)) }),
  }),
})

const seatingPdf = resource('protocol.seating-pdf', {
  path: '/:conference/desk/protocol/seating/:seating.pdf',
  params: OfPlan,
  query: Nothing,
  topics: ({ conference }) => topicsOf(conference),
  may: (actor, { conference }) => isProtocolDesk(actor, conference),
  type: 'application/pdf',
  filename: () => 'seating.pdf',
  async read(db, { params, viewer }) {
    const found = await standing(db, params.conference, viewer)
    const seating = found && (await seatingOf(db, params.conference, params.seating))
    return seating && { ...found, seating }
  },
  render: ({ placed, names, seating, name, day }, { language, now }) =>
    typeset(
      seatingTemplate,
      seatingPaper(language, seating, seated(seating.plan, codes(placed)), {
        ...{ names, day },
        conference: name,
      }),
      now,
    ),
})

const PlateQuery = z.object({
  first: Language.catch('en').default('en'),
  second: z
    .union([Language, z.literal('')])
    .catch('')
    .default(''),
  form: z.enum(['short', 'formal']).catch('short').default('short'),
})

const platesPdf = resource('protocol.nameplates', {
  path: '/:conference/desk/protocol/nameplates.pdf',
  params: OfConference,
  query: PlateQuery,
  topics: ({ conference }) => topicsOf(conference),
  may: (actor, { conference }) => isProtocolDesk(actor, conference),
  type: 'application/pdf',
  filename: ({ conference }) => `${conference}-nameplates.pdf`,
  async read(db, { params: { conference }, query, viewer }) {
    const found = await standing(db, conference, viewer)
    return found && { ...found, query }
  },
  render: ({ placed, parties, day, name, query: { first, second, form } }, { language, now }) =>
    typeset(
      nameplates,
      plates(
        `${say(language, 'plates')} · ${name}`,
        codes(placed).flatMap((code) => parties.get(code) ?? []),
        day,
        { languages: second && second !== first ? [first, second] : [first], form },
      ),
      now,
    ),
})

export const protocol = feature('protocol', {
  say,
  commands: [setOrder, addSeating, changeSeating, fixSeat, releaseSeat, freeSeat],
  pages: [protocolPage, seatingPage],
  resources: [seatingPdf, platesPdf],
  tasks: [
    {
      name: 'protocol.order',
      group: 'people',
      label: (language) => say(language, 'task.order'),
      at: (actor, { conference, party }) =>
        party === null && isProtocolDesk(actor, conference) ? `/${conference}/desk/protocol` : null,
    },
  ],
})
