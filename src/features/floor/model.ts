import { z } from 'zod'
import { type Actor, holds, type Role, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { Person } from '../delegations/participants/model.ts'
import { takesPart } from '../delegations/who.model.ts'
import { SpeechId } from './queue/deeds.ts'
import { type Floor, inscriptionAt } from './queue/floor.ts'
import type { Window } from './queue/settings.ts'

/** The list of speakers of one session. */
export const OfList = z.strictObject({ conference: ConferenceId, session: SessionId })
export type OfList = z.infer<typeof OfList>

/** One speech of a list. */
export const OfSpeech = OfList.extend({ speech: SpeechId })

const { name, latinName, styles, functions, unpublished } = Person.shape

/** Who speaks, as a list prints it. */
export const Speaker = z.strictObject({ name, latinName, styles, functions, unpublished })
export type Speaker = z.infer<typeof Speaker>

/** What the desk adds to a deed in its own words, for the secretariat alone. */
export const Note = z.string().trim().min(1).max(1000).nullable().default(null)

/** Runs the floor: the desk in the room, and the secretariats. */
export const isDesk = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'floor-desk', 'host-secretariat', 'un-secretariat', 'administrator')

/** The roles of those who may be named to preside over a session, in the order in which they are offered. */
export const CHAIR_ROLES = [
  'co-chair',
  'focal-point',
  'delegate',
  'host-secretariat',
  'un-secretariat',
] as const satisfies Role[]

/** The accounts that were named to preside over a session. */
export type Chairs = readonly string[]

/** Presides over a session: whoever was named for it while they take part, and every co-chair where nobody was. */
export const isChair = (actor: Actor, conference: string, chairs: Chairs): boolean =>
  chairs.length === 0
    ? holds(actor, conference, 'co-chair')
    : chairs.includes(actor.id) && holds(actor, conference, ...CHAIR_ROLES)

/** Presides over some session, as far as their roles tell: over which, its list says. */
export const mayPreside = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, ...CHAIR_ROLES)

/** Whether somebody may do what the desk does: the chair only where the settings of the list say so. */
export const runsFloor = (
  actor: Actor,
  conference: string,
  { floor, chairs }: { floor: Pick<Floor, 'settings'> | null; chairs: Chairs },
): boolean =>
  isDesk(actor, conference) ||
  (floor?.settings.chairDecides === true && isChair(actor, conference, chairs))

/** Sees what the desk sees: who is there, offers of exchange, notes. */
export const seesDesk = (actor: Actor, conference: string, chairs: Chairs): boolean =>
  isDesk(actor, conference) || isChair(actor, conference, chairs)

/** Sees the list before everybody does: whoever takes part. */
export const seesList = (actor: Actor, conference: string): boolean => takesPart(actor, conference)

/** Asks for the floor in the name of a party. */
export const speaksForParty = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party)

/** Whether everybody may read a list at an instant, in milliseconds since 1970. */
export function isListed(
  floor: Pick<Floor, 'settings' | 'doors' | 'meeting'>,
  window: Window,
  now: number,
): boolean {
  const { listed } = floor.settings
  if (listed === 'always' || floor.meeting === 'adjourned') return true
  return (
    listed === 'closed' &&
    (floor.meeting !== 'before' || inscriptionAt(floor, window, now) === 'closed')
  )
}
