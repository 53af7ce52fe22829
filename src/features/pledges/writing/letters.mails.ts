import { sayQuantity } from '../../../i18n/quantities.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import {
  type Fact,
  facts,
  type Letter,
  link,
  type Part,
  paragraph,
  quotation,
} from '../../../platform/mail/letter.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import { partiesOf as partiesNamed } from '../../parties/queries.ts'
import { holdersOf, type Reachable } from '../../people/recipients.queries.ts'
import { PledgeId } from '../model.ts'
import { deedsOf, type PledgeRecord, recordOf } from '../queries.ts'
import { partiesOf } from '../shares.model.ts'
import { say } from '../words.ts'
import { type Invitation, invitationsOf } from './queries.ts'

/** What a letter about a pledge is written from, as things stand when it is written. */
interface About {
  record: PledgeRecord
  parties: ReadonlyMap<PartyCode, Party>
  invitations: readonly Invitation[]
  /** What the secretariat said when it gave the pledge back. */
  returned: Text | null
  today: string
}

type World = { read: Reading; origin: string; now: Temporal.Instant }

async function about(data: Record<string, unknown>, { read, now }: World): Promise<About | null> {
  const record = await recordOf(read, PledgeId.parse(data.pledge))
  if (!record) return null
  const deeds = await deedsOf(read, record.id)
  return {
    record,
    parties: await partiesNamed(read, partiesOf(record.terms.shares)),
    invitations: await invitationsOf(read, record.id),
    returned: deeds.findLast(({ deed }) => deed === 'return')?.note ?? null,
    today: now.toZonedDateTimeISO('UTC').toPlainDate().toString(),
  }
}

/** Who answers for a party at the conference of a pledge. */
const focalPoints = (
  read: Reading,
  { conference }: PledgeRecord,
  party: PartyCode | null,
): Promise<Reachable[]> =>
  conference === null || party === null
    ? Promise.resolve([])
    : holdersOf(read, { conference, roles: ['focal-point'], party })

const nameIn = ({ parties, today }: About, code: PartyCode, language: Language): string => {
  const party = parties.get(code)
  return party ? nameOn(party, today, language).short : code
}

const addressed = ({ address, name, language, zone }: Reachable) => ({
  ...{ address, name, language },
  ...(zone !== null && { zone }),
})

/** A letter about a pledge, in the language of whoever gets it. */
function letter(
  kind: 'invitation' | 'answered' | 'returned' | 'announced',
  { record }: About,
  person: Reachable,
  { text = [], at }: { text?: readonly Part[]; at: string },
): Letter {
  const { language } = person
  return {
    to: addressed(person),
    subject: say(language, `mail.${kind}.subject`, { id: record.id }),
    kind: `pledges.${kind}`,
    about: `pledge/${record.id}`,
    text: [
      paragraph(say(language, `mail.${kind}.text`)),
      ...text,
      link(say(language, kind === 'invitation' ? 'mail.invitation.link' : 'mail.open'), at),
    ],
  }
}

const pledgeFacts = (told: About, language: Language): Fact[] => [
  {
    label: say(language, 'mail.pledge'),
    value: `${told.record.id} · ${readingOf(told.record.terms.title, language).value}`,
  },
  ...(told.record.lead
    ? [{ label: say(language, 'mail.lead'), value: nameIn(told, told.record.lead, language) }]
    : []),
]

const partsOf = ({ record }: About, party: PartyCode, language: Language): Fact[] =>
  record.terms.shares
    .filter((share) => share.party === party)
    .map(({ role, quantity }) => ({
      label: say(language, 'mail.part'),
      value:
        quantity.kind === 'none'
          ? say(language, `role.${role}`)
          : `${say(language, `role.${role}`)} · ${sayQuantity(language, quantity)}`,
    }))

const pageOf = (
  origin: string,
  language: Language,
  { id, conference }: PledgeRecord,
  party: string,
) => `${origin}/${language}/${conference}/delegation/${party}/pledges/${id}`

/** Asks a partner for its consent. */
export async function invitationLetters(
  data: Record<string, unknown>,
  world: World,
): Promise<Letter[]> {
  const told = await about(data, world)
  const party = PartyCode.parse(data.party)
  if (!told?.record.terms.shares.some((share) => share.party === party)) return []
  const people = await focalPoints(world.read, told.record, party)
  return people.map((person) =>
    letter('invitation', told, person, {
      text: [
        facts(...pledgeFacts(told, person.language), ...partsOf(told, party, person.language)),
      ],
      at: pageOf(world.origin, person.language, told.record, party),
    }),
  )
}

/** Tells the author what a partner said. */
export async function answeredLetters(
  data: Record<string, unknown>,
  world: World,
): Promise<Letter[]> {
  const told = await about(data, world)
  const party = PartyCode.parse(data.party)
  if (!told?.record.lead) return []
  const { lead } = told.record
  const answer = told.invitations.find((one) => one.party === party)
  const people = await focalPoints(world.read, told.record, lead)
  return people.map((person) => {
    const { language } = person
    const said = say(language, answer?.declinedAt ? 'mail.answer.declines' : 'mail.answer.consents')
    return letter('answered', told, person, {
      text: [
        facts(
          ...pledgeFacts(told, language).slice(0, 1),
          { label: say(language, 'mail.partner'), value: nameIn(told, party, language) },
          { label: say(language, 'mail.answer'), value: said },
        ),
        ...quoted(answer?.words ?? null, language),
      ],
      at: pageOf(world.origin, language, told.record, lead),
    })
  })
}

const quoted = (text: Text | null, language: Language): Part[] => {
  if (!text) return []
  const reading = readingOf(text, language)
  return [quotation(reading.value, reading.language)]
}

/** Tells the author that a pledge came back, and why. */
export async function returnedLetters(
  data: Record<string, unknown>,
  world: World,
): Promise<Letter[]> {
  const told = await about(data, world)
  if (!told?.record.lead) return []
  const { lead } = told.record
  const people = await focalPoints(world.read, told.record, lead)
  return people.map((person) =>
    letter('returned', told, person, {
      text: [
        facts(...pledgeFacts(told, person.language).slice(0, 1)),
        ...quoted(told.returned, person.language),
      ],
      at: pageOf(world.origin, person.language, told.record, lead),
    }),
  )
}

/** Tells everybody who has a part in it that a pledge is public now. */
export async function announcedLetters(
  data: Record<string, unknown>,
  world: World,
): Promise<Letter[]> {
  const told = await about(data, world)
  if (told?.record.state !== 'announced') return []
  const letters: Letter[] = []
  for (const party of partiesOf(told.record.terms.shares)) {
    const people = await focalPoints(world.read, told.record, party)
    for (const person of people) {
      const { language } = person
      const given = letter('announced', told, person, {
        text: [facts(...pledgeFacts(told, language), ...partsOf(told, party, language))],
        at: `${world.origin}/${language}/pledges/${told.record.id}`,
      })
      letters.push({ ...given, about: `pledge/${told.record.id}/${party}` })
    }
  }
  return letters
}

/** The letters about a pledge while it is written, by their names. */
export const PLEDGE_MAILS = {
  'pledges.invitation': invitationLetters,
  'pledges.answered': answeredLetters,
  'pledges.returned': returnedLetters,
  'pledges.announced': announcedLetters,
}
