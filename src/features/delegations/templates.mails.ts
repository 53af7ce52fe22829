import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Letter } from '../../platform/mail/letter.ts'
import { outlineById } from '../conferences/queries.ts'
import { partyOf } from '../parties/queries.ts'
import { holdersOf } from '../people/recipients.queries.ts'
import { documentOf } from './documents/queries.ts'
import {
  type Desk,
  decisionLetters,
  decisionToPerson,
  documentLetters,
  invitationLetters,
  isDecision,
} from './letters.mails.ts'
import { ParticipantId } from './participants/model.ts'
import { participantOf, participantsAmong } from './participants/queries.ts'
import { delegationOf, rulesOf } from './queries.ts'

type Data = Record<string, unknown>
interface World {
  read: Reading
  origin: string
  now: Temporal.Instant
}

/** What a letter to a delegation is made of; null: the delegation is no longer there. */
export async function deskOf(
  { read, origin, now }: World,
  conference: ConferenceId,
  party: PartyCode,
): Promise<Desk | null> {
  const outline = await outlineById(read, conference)
  const found = await partyOf(read, party)
  const delegation = await delegationOf(read, conference, party)
  const { rules } = await rulesOf(read, conference)
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return outline && found && delegation
    ? { outline, rules, party: found, delegation, origin, today }
    : null
}

/** A letter about an invitation, of the kind of its name. */
export const aboutInvitation =
  (kind: 'invitation' | 'reminder') =>
  async (data: Data, world: World): Promise<Letter[]> => {
    const desk = await deskOf(
      world,
      ConferenceId.parse(data.conference),
      PartyCode.parse(data.party),
    )
    return desk ? invitationLetters(desk, kind) : []
  }

/** Those who answer for a delegation: its focal points, each in their language, else the addresses of its invitation. */
async function answering(read: Reading, { outline, party, delegation }: Desk) {
  const people = await holdersOf(read, {
    conference: outline.id,
    roles: ['focal-point'],
    party: party.code,
  })
  if (people.length > 0) {
    return people.map(({ address, name, language, zone }) => ({
      ...{ address, name, language },
      ...(zone !== null && { zone }),
    }))
  }
  const { language = 'en', addresses = [] } = delegation.invitation ?? {}
  return addresses.map((address) => ({ address, language }))
}

/** What was decided of people: one letter for a delegation, one for each who has none. */
export async function decided(data: Data, world: World): Promise<Letter[]> {
  const { deed } = data
  if (!isDecision(deed)) return []
  if (data.participant !== undefined) {
    const person = await participantOf(world.read, ParticipantId.parse(data.participant))
    const outline = person && (await outlineById(world.read, person.conference))
    return person && outline
      ? decisionToPerson({ outline, origin: world.origin }, deed, person, String(data.key))
      : []
  }
  const conference = ConferenceId.parse(data.conference)
  const desk = await deskOf(world, conference, PartyCode.parse(data.party))
  if (!desk) return []
  const ids = ParticipantId.array().parse(data.participants)
  const people = await participantsAmong(world.read, conference, ids)
  return decisionLetters(desk, deed, people, await answering(world.read, desk))
}

/** That a note or credentials could not be accepted, and why. */
export async function aboutDocument(data: Data, world: World): Promise<Letter[]> {
  const document = await documentOf(world.read, String(data.document))
  const desk = document && (await deskOf(world, document.conference, document.party))
  return desk ? documentLetters(desk, document, await answering(world.read, desk)) : []
}
