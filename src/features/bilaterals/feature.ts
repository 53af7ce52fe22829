import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import { speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature, type Template } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { facts, link } from '../../platform/mail/letter.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { outlineById } from '../conferences/queries.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { everyParty, partiesOf } from '../parties/queries.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import {
  acceptBilateral,
  askForBilateral,
  callOffBilateral,
  changeWishes,
  declineBilateral,
  noteBilateralHeld,
  scheduleBilateral,
} from './commands.ts'
import { factsOf, MAILS, type Mail } from './letters.print.ts'
import { asksFor, type Bilateral, BilateralId, isProtocolDesk } from './model.ts'
import { itemOf } from './own.print.ts'
import { ownMeetings } from './own.queries.ts'
import { DeskPage } from './pages/desk-page.tsx'
import { type Desk, daysOf, otherThan } from './pages/facts.ts'
import { PartyPage } from './pages/party-page.tsx'
import {
  bilateralOf,
  bilateralsAt,
  bilateralsOf,
  countAsked,
  countWaiting,
  deedsOf,
  roomsAt,
} from './queries.ts'
import { dropRoom, keepRoom } from './rooms.commands.ts'
import { suggestions } from './rooms.ts'
import { say } from './words.ts'

const Nothing = z.object({})
const OfParty = z.object({ conference: ConferenceId, party: PartyCode })

/** What both pages show. */
async function deskFor(
  db: Reading,
  conference: ConferenceId,
  meetings: readonly Bilateral[],
  { language, now }: Viewer,
): Promise<{ desk: Desk; name: string } | null> {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const all = await everyParty(db)
  const notes = await deedsOf(
    db,
    meetings.map(({ id }) => id),
  )
  const desk: Desk = {
    ...{ language, conference, now, zone: outline.zone },
    days: daysOf(outline.dates),
    parties: new Map<string, Party>(all.map((party) => [party.code, party])),
    rooms: await roomsAt(db, conference),
    notes: new Map(
      notes.toReversed().flatMap(({ bilateral, note }) => (note ? [[bilateral, note]] : [])),
    ),
  }
  return { desk, name: readingOf(outline.shortName, language).value }
}

const partyPage = page('bilaterals.party', {
  path: '/:conference/delegation/:party/bilaterals',
  params: OfParty,
  query: Nothing,
  topics: ({ conference, party }) => [`bilaterals/${conference}/${party}`],
  may: (actor, { conference, party }) => asksFor(actor, conference, party),
  async read(db, { params: { conference, party }, viewer }) {
    const meetings = await bilateralsOf(db, conference, party)
    const found = await deskFor(db, conference, meetings, viewer)
    return found?.desk.parties.has(party) ? { ...found, meetings, party } : null
  },
  view: ({ desk, name, meetings, party }, viewer) => ({
    title: say(viewer.language, 'title'),
    conference: { id: desk.conference, name },
    body: PartyPage({ desk, viewer, party, meetings, others: othersThan(desk, party) }),
  }),
})

/** Whom a delegation can ask, in the reader's alphabet. */
function othersThan({ parties, language, days, now }: Desk, party: string) {
  const day = days[0] ?? now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const compare = compareIn(language)
  return [...parties.values()]
    .filter(({ code }) => code !== party)
    .map((one) => ({ code: one.code, name: nameOn(one, day, language).short }))
    .toSorted((a, b) => compare(a.name, b.name))
}

const deskPage = page('bilaterals.desk', {
  path: '/:conference/desk/bilaterals',
  params: OfParty.pick({ conference: true }),
  query: Nothing,
  topics: ({ conference }) => [`bilaterals/${conference}`],
  may: (actor, { conference }) => isProtocolDesk(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const meetings = await bilateralsAt(db, conference)
    const found = await deskFor(db, conference, meetings, viewer)
    return found && { ...found, meetings }
  },
  view: ({ desk, name, meetings }, viewer) => ({
    title: say(viewer.language, 'title.desk'),
    conference: { id: desk.conference, name },
    body: DeskPage({
      ...{ desk, viewer, meetings },
      free: new Map(
        meetings
          .filter(({ state }) => state === 'accepted')
          .map((meeting) => [
            meeting.id,
            suggestions({ meeting, rooms: desk.rooms, others: meetings, days: desk.days }),
          ]),
      ),
    }),
  }),
})

const About = z.object({ conference: ConferenceId, bilateral: BilateralId, by: z.string() })

/** A letter to the focal points of both delegations, but not to whoever did it. */
const letterAbout =
  (mail: Mail): Template =>
  async (data, { read, origin, now }) => {
    const { conference, bilateral, by } = About.parse(data)
    const meeting = await bilateralOf(read, conference, bilateral)
    if (!meeting) return []
    const rooms = await roomsAt(read, conference)
    const parties = new Map((await everyParty(read)).map((party) => [party.code, party]))
    const nameOf = (code: PartyCode, language: Language) => {
      const party = parties.get(code)
      const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
      return party ? nameOn(party, day, language).short : code
    }
    const letters = []
    for (const party of [meeting.asking, meeting.asked]) {
      if (mail === 'asked' && party === meeting.asking) continue
      const people = await holdersOf(read, { conference, roles: ['focal-point'], party })
      for (const { account, address, name, language } of people) {
        if (by === `account/${account}`) continue
        const other = nameOf(otherThan(meeting, party) as PartyCode, language)
        const here = `/${conference}/delegation/${party}/bilaterals`
        letters.push({
          to: { address, name, language },
          subject: say(language, `mail.${mail}`),
          kind: `bilaterals.${mail}`,
          about: `bilateral/${bilateral}`,
          text: [
            facts(...factsOf(language, meeting, other, rooms)),
            link(say(language, 'mail.open'), origin + hrefOf(language, here)),
          ],
        })
      }
    }
    return letters
  }

export const bilaterals = feature('bilaterals', {
  say,
  commands: [
    askForBilateral,
    changeWishes,
    acceptBilateral,
    declineBilateral,
    scheduleBilateral,
    noteBilateralHeld,
    callOffBilateral,
    keepRoom,
    dropRoom,
  ],
  pages: [partyPage, deskPage],
  async personalItems(db, whose) {
    const meetings = await ownMeetings(db, whose)
    const parties = await partiesOf(
      db,
      meetings.map(({ other }) => other),
    )
    return meetings.map((meeting) => itemOf(meeting, parties))
  },
  mails: Object.fromEntries(MAILS.map((mail) => [`bilaterals.${mail}`, letterAbout(mail)])),
  tasks: [
    {
      name: 'bilaterals.desk',
      group: 'people',
      label: (language) => say(language, 'task.desk'),
      at: (actor, { conference, party }) =>
        party === null && isProtocolDesk(actor, conference)
          ? `/${conference}/desk/bilaterals`
          : null,
      waits: async (db, { conference }) => ({
        count: await countWaiting(db, conference),
        due: null,
      }),
      topics: (conference) => [`bilaterals/${conference}`],
    },
    {
      name: 'bilaterals.own',
      group: 'people',
      label: (language) => say(language, 'task.own'),
      at: (actor, { conference, party }) =>
        party !== null && speaksFor(actor, conference, party)
          ? `/${conference}/delegation/${party}/bilaterals`
          : null,
      waits: async (db, { conference, party }) => ({
        count: party === null ? 0 : await countAsked(db, conference, party),
        due: null,
      }),
      topics: (conference) => [`bilaterals/${conference}`],
    },
  ],
})
