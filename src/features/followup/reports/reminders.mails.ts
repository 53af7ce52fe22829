import { sayDay } from '../../../i18n/days.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import {
  facts,
  heading,
  type Letter,
  link,
  list,
  type Part,
  paragraph,
} from '../../../platform/mail/letter.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import { partiesOf } from '../../parties/queries.ts'
import { holdersOf, type Reachable } from '../../people/recipients.queries.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { namesakesOf } from '../../pledges/queries.ts'
import type { Namesake } from '../../pledges/terms/public.ts'
import { say } from '../words.ts'
import { dueReports } from './due.ts'
import { awaited, roundOf } from './queries.ts'
import type { Round } from './rounds.model.ts'

/** Pledges of a party at one conference, on which somebody is asked to report. */
interface Asked {
  conference: string
  party: PartyCode
  pledges: readonly PledgeId[]
}

interface Told {
  round: Round
  today: string
  origin: string
  parties: ReadonlyMap<PartyCode, Party>
  pledges: ReadonlyMap<PledgeId, Namesake>
}

/**
 * Asks people how pledges stand: one letter for each, with all the pledges of all the parties for which they answer, as
 * things stand when it is written.
 */
export async function reminderLetters(
  data: Record<string, unknown>,
  { read, origin, now }: { read: Reading; origin: string; now: Temporal.Instant },
): Promise<Letter[]> {
  const round = await roundOf(read, String(data.round))
  if (!round) return []
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const { pledges, reports } = await awaited(read, round)
  const reminded = PartyCode.array().parse(data.parties)
  const due = dueReports(pledges, reports, round, today).filter(({ party }) =>
    reminded.includes(party),
  )
  const conferenceOf = new Map(pledges.map(({ id, conference }) => [id, conference]))
  const people = new Map<string, { person: Reachable; asked: Asked[] }>()
  for (const one of due) {
    for (const conference of round.conferences) {
      const here = one.pledges.filter((id) => conferenceOf.get(id) === conference)
      if (here.length === 0) continue
      const { party } = one
      for (const person of await holdersOf(read, { conference, roles: ['focal-point'], party })) {
        const known = people.get(person.account) ?? { person, asked: [] }
        known.asked.push({ conference, party, pledges: here })
        people.set(person.account, known)
      }
    }
  }
  const told: Told = {
    ...{ round, today, origin },
    parties: await partiesOf(
      read,
      due.map(({ party }) => party),
    ),
    pledges: new Map(
      (
        await namesakesOf(
          read,
          due.flatMap((one) => one.pledges),
        )
      ).map((one) => [one.id, one]),
    ),
  }
  return [...people.values()].map(({ person, asked }) => letterTo(person, asked, told))
}

function letterTo(person: Reachable, asked: readonly Asked[], told: Told): Letter {
  const { address, name, language, zone } = person
  const { round, today } = told
  const isOver = today > round.due
  const [first] = asked
  return {
    to: { address, name, language, ...(zone !== null && { zone }) },
    subject: `${say(language, 'mail.reminder.subject')} · ${readingOf(round.name, language).value}`,
    kind: 'followup.reminder',
    about: `report-round/${round.id}`,
    text: [
      paragraph(say(language, isOver ? 'mail.reminder.over' : 'mail.reminder.text')),
      facts(
        {
          label: say(language, 'mail.reminder.round'),
          value: readingOf(round.name, language).value,
        },
        { label: say(language, 'mail.reminder.due'), value: sayDay(language, round.due) },
      ),
      ...asked.flatMap((one) => pledgesOf(one, person, told)),
      paragraph(say(language, 'mail.reminder.once')),
      ...(first ? [link(say(language, 'mail.reminder.open'), addressOf(first, person, told))] : []),
    ],
  }
}

const addressOf = ({ conference, party }: Asked, { language }: Reachable, { origin }: Told) =>
  `${origin}/${language}/${conference}/delegation/${party}/pledges`

/** The pledges of a party, each with the way to the page on which it reports. */
function pledgesOf(asked: Asked, person: Reachable, told: Told): Part[] {
  const { language } = person
  const party = told.parties.get(asked.party)
  return [
    heading(party ? nameOn(party, told.today, language).short : asked.party),
    list(
      ...asked.pledges.map((id) => {
        const title = told.pledges.get(id)?.title
        return {
          text: title ? `${id} · ${readingOf(title, language).value}` : id,
          href: `${addressOf(asked, person, told)}/${id}/report`,
        }
      }),
    ),
  ]
}
