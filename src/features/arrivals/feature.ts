import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { outlineById, seriesById } from '../conferences/queries.ts'
import { counts } from '../delegations/participants/life.model.ts'
import {
  everyParticipant,
  membersOf,
  type Participant,
  participantOf,
} from '../delegations/participants/queries.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { everyParty, partyOf } from '../parties/queries.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import {
  announceArrival,
  callOffArrival,
  changeArrival,
  dropOfficer,
  expireTravel,
  giveOfficer,
  keepOfficer,
  noteMet,
} from './commands.ts'
import { isProtocolDesk, travelsFor } from './model.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { type Desk, partyName } from './pages/facts.ts'
import { PartyPage } from './pages/party-page.tsx'
import {
  arrivalsAt,
  arrivalsOf,
  countUnmet,
  officersAt,
  visaLetterOf,
  visaLettersAt,
  visaLettersOf,
} from './queries.ts'
import { visaLetterPaper } from './visa.print.ts'
import visaTemplate from './visa.typ?raw'
import { issueVisaLetters } from './visas.commands.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const OfConference = z.object({ conference: ConferenceId })
const OfParty = OfConference.extend({ party: PartyCode })

/** What both pages show. */
async function deskFor(db: Reading, conference: ConferenceId, { language, now }: Viewer) {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const day = now.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
  const parties = await everyParty(db)
  const desk: Desk = {
    ...{ language, conference, day },
    parties: new Map<string, Party>(parties.map((party) => [party.code, party])),
    officers: await officersAt(db, conference),
  }
  return { desk, name: readingOf(outline.shortName, language).value }
}

const guestFrom = ({ id, party, person }: Participant) => ({
  ...{ id, party },
  name: person?.name ?? '–',
})

const partyPage = page('arrivals.party', {
  path: '/:conference/delegation/:party/arrivals',
  params: OfParty,
  query: Nothing,
  topics: ({ conference, party }) => [`arrivals/${conference}/${party}`],
  may: (actor, { conference, party }) => travelsFor(actor, conference, party),
  async read(db, { params: { conference, party }, viewer }) {
    const found = await deskFor(db, conference, viewer)
    if (!found?.desk.parties.has(party)) return null
    const members = await membersOf(db, conference, party)
    return {
      ...{ ...found, party, members: members.map(guestFrom) },
      arrivals: await arrivalsOf(db, conference, party),
      letters: await visaLettersOf(
        db,
        members.map(({ id }) => id),
      ),
    }
  },
  view: ({ desk, name, ...facts }, viewer) => ({
    title: say(viewer.language, 'title'),
    conference: { id: desk.conference, name },
    body: PartyPage({ desk, viewer, ...facts }),
  }),
})

const deskPage = page('arrivals.desk', {
  path: '/:conference/desk/arrivals',
  params: OfConference,
  query: Nothing,
  topics: ({ conference }) => [`arrivals/${conference}`],
  may: (actor, { conference }) => isProtocolDesk(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const found = await deskFor(db, conference, viewer)
    if (!found) return null
    const everybody = await everyParticipant(db, conference)
    return {
      ...found,
      arrivals: await arrivalsAt(db, conference),
      letters: await visaLettersAt(db, conference),
      people: everybody
        .filter(({ state, person }) => counts(state) && person !== null)
        .map(guestFrom),
    }
  },
  view: ({ desk, name, ...facts }, viewer) => {
    const compare = compareIn(viewer.language)
    const delegations = [...desk.parties.keys()]
      .map((code) => ({ code, name: partyName(desk, code) }))
      .toSorted((a, b) => compare(a.name, b.name))
    return {
      title: say(viewer.language, 'title'),
      conference: { id: desk.conference, name },
      body: DeskPage({ desk, viewer, delegations, ...facts }),
    }
  },
})

const visaPdf = resource('arrivals.visa-letter', {
  path: '/:conference/visa-letters/:letter.pdf',
  params: OfConference.extend({ letter: z.uuid() }),
  query: Nothing,
  topics: ({ conference }) => [`arrivals/${conference}`],
  may: (actor) => actor.kind !== 'anonymous',
  type: 'application/pdf',
  filename: () => 'visa-letter.pdf',
  async read(db, { params: { conference, letter: id }, viewer: { actor } }) {
    const letter = await visaLetterOf(db, conference, id)
    const one = letter && (await participantOf(db, letter.participant))
    if (!letter || !one?.person || !one.party) return null
    // Whoever may not have it is told nothing, not even that it is there.
    if (!travelsFor(actor, conference, one.party)) return null
    const outline = await outlineById(db, conference)
    const party = await partyOf(db, one.party)
    if (!outline || !party) return null
    const series = await seriesById(db, outline.series)
    return { letter, person: one.person, outline, party, series }
  },
  render({ letter, person, outline, party, series }) {
    const day = letter.issuedAt.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
    const seriesName = series?.names.at(-1)?.name
    return typeset(
      visaTemplate,
      visaLetterPaper({
        ...{ letter, person, outline },
        delegation: nameOn(party, day, letter.language).formal,
        series: seriesName ? readingOf(seriesName, letter.language).value : '',
      }),
      letter.issuedAt,
    )
  },
})

export const arrivals = feature('arrivals', {
  say,
  commands: [
    announceArrival,
    changeArrival,
    callOffArrival,
    giveOfficer,
    noteMet,
    keepOfficer,
    dropOfficer,
    issueVisaLetters,
    expireTravel,
  ],
  pages: [partyPage, deskPage],
  resources: [visaPdf],
  jobs: { 'arrivals.expire': eachNight(expireTravel, ['travel']) },
  schedule: { 'arrivals.expire': { daily: '03:16' } },
  tasks: [
    {
      name: 'arrivals.desk',
      group: 'people',
      label: (language) => say(language, 'task.arrivals'),
      at: (actor, { conference, party }) =>
        party === null && isProtocolDesk(actor, conference) ? `/${conference}/desk/arrivals` : null,
      waits: async (db, { conference, now }) => ({
        count: await countUnmet(
          db,
          conference,
          now.toZonedDateTimeISO('UTC').toPlainDate().toString(),
        ),
        due: null,
      }),
      topics: (conference) => [`arrivals/${conference}`],
    },
    {
      name: 'arrivals.own',
      group: 'people',
      label: (language) => say(language, 'task.own'),
      at: (actor, { conference, party }) =>
        party !== null && speaksFor(actor, conference, party)
          ? `/${conference}/delegation/${party}/arrivals`
          : null,
    },
  ],
})
