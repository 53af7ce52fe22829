import { z } from 'zod'
import {
  type Actor,
  type Grant,
  holds,
  PARTY_ROLES,
  ROLES,
  type Role,
  speaksFor,
} from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { Zone } from '../../kernel/time.ts'

export const AccountId = z.uuid().brand<'AccountId'>()
export type AccountId = z.infer<typeof AccountId>

/** The address that letters go to and that signs somebody in; compared without regard to capitals. */
export const Address = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'people.not-an-address' }))

/** A name as its bearer writes it, in any script, on one line. */
export const PersonName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u)

/** What somebody is called, and how they read. */
export const Profile = z.strictObject({
  name: PersonName,
  language: Language,
  /** Null: times are those of the conference. */
  zone: Zone.nullable(),
})
export type Profile = z.infer<typeof Profile>

export const GivenRole = z.enum(ROLES)
export type GivenRole = z.infer<typeof GivenRole>

/** A role at a conference, or (`*`) at all; for a party where the role is held for one. */
export const Post = z.strictObject({
  role: GivenRole,
  conference: z.union([z.literal('*'), ConferenceId]),
  party: PartyCode.nullable().default(null),
})
export type Post = z.infer<typeof Post>

/** Somebody's role, and how they came by it. */
export interface Holding extends Post {
  id: string
  account: string
  since: Temporal.Instant
  /** `account/0190…`, `system/operator`. */
  givenBy: string
  until: Temporal.Instant | null
  endedBy: string | null
}

/** A holding as rights know it. */
export const grantOf = ({ role, conference, party }: Post): Grant => ({
  role,
  conference,
  ...(party !== null && { party }),
})

export const isForParty = (role: Role): boolean => (PARTY_ROLES as readonly Role[]).includes(role)

/** The roles that the secretariat of a conference gives; its own only the administrator does. */
export const GIVEN_BY_SECRETARIAT: readonly GivenRole[] = [
  'focal-point',
  'delegate',
  'reviewer',
  'translator',
  'protocol',
  'interpreter',
  'floor-desk',
  'co-chair',
]

const is = (actor: Actor, account: string | null) =>
  actor.kind === 'account' && actor.id === account

/**
 * Who may give a role: the administrator each, a secretariat those of its conference, a focal point that of a delegate
 * of the own delegation. Nobody gives one to themselves.
 *
 * @param account who would hold it; null where there is no account yet.
 */
export function mayGive(
  actor: Actor,
  { role, conference, party }: Post,
  account: string | null,
): boolean {
  if (is(actor, account)) return false
  if (holds(actor, conference, 'administrator')) return true
  if (conference === '*') return false
  if (holds(actor, conference, 'host-secretariat', 'un-secretariat')) {
    return GIVEN_BY_SECRETARIAT.includes(role)
  }
  return role === 'delegate' && party !== null && speaksFor(actor, conference, party)
}

/** Who may end a role: whoever may give it, and whoever holds it. */
export const mayEnd = (actor: Actor, holding: Holding): boolean =>
  is(actor, holding.account) || mayGive(actor, holding, holding.account)

/** Who may see the people of a conference: those who give roles to all of it. */
export const mayManage = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'administrator', 'host-secretariat', 'un-secretariat')

/** Who may do everything everywhere. */
export const isAdministrator = (actor: Actor): boolean => holds(actor, '*', 'administrator')

/** Who may see to somebody's account: its holder and the administrator. */
export const mayTend = (actor: Actor, account: string): boolean =>
  is(actor, account) || isAdministrator(actor)

/** Whoever works at the machine itself, or the program. */
export const isSystem = (actor: Actor): boolean => actor.kind === 'system'

/** A role is whole if it names a party exactly where it is held for one. */
export function mustBeWhole({ role, party }: Post): void {
  if (isForParty(role)) mustAt('party', party !== null, 'people.needs-party')
  else mustAt('party', party === null, 'people.no-party')
}

/** States a rule about one field: where it is broken, the reason stands at that field. */
export function mustAt(field: string, condition: boolean, code: string): void {
  if (condition) return
  throw new Refusal('platform.unreadable-input', 422, {}, [{ path: [field], code }])
}

/** What the first account holds: all of the instance, and both secretariats of each conference that is there. */
export const postsOfFounder = (conferences: readonly ConferenceId[]): Post[] => [
  { role: 'administrator', conference: '*', party: null },
  ...conferences.flatMap((conference) =>
    (['host-secretariat', 'un-secretariat'] as const).map((role) => ({
      role,
      conference,
      party: null,
    })),
  ),
]
