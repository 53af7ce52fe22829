import {
  type Actor,
  ANONYMOUS,
  type Grant,
  PARTY_ROLES,
  ROLES,
  type Role,
} from '../../kernel/actor.ts'

/**
 * Where somebody stands to the things of the stage: they are their own (their account's, their party's, at their
 * conference); those of another account or party at the same conference; or those of a conference at which they have
 * nothing to do, although their party is the same.
 */
export const SIDES = ['own', 'beside', 'elsewhere'] as const
export type Side = (typeof SIDES)[number]

/** Whose the things of the stage are, and the others who try their hands at them. */
export const PLACES: Readonly<
  Record<Side, { account: string; conference: string; party: string }>
> = {
  own: { account: accountOf(1), conference: 'seoul2021', party: 'KOR' },
  beside: { account: accountOf(2), conference: 'seoul2021', party: 'NOR' },
  elsewhere: { account: accountOf(3), conference: 'berlin2025', party: 'KOR' },
}

/** Who shares a pledge with the party of the stage, and holds its other half. */
export const PARTNER = 'KEN'

/** Somebody who tries. */
export interface Acting {
  /** `focal-point.beside`; without a side for those who have none. */
  name: string
  /** The column of the matrix in which they stand. */
  role: string
  side: Side
  actor: Actor
}

const isForParty = (role: Role) => (PARTY_ROLES as readonly Role[]).includes(role)

function grantOf(role: Role, side: Side): Grant {
  const { conference, party } = PLACES[side]
  if (role === 'administrator') return { role, conference: '*' }
  return { role, conference, ...(isForParty(role) && { party }) }
}

const account = (side: Side, ...grants: Grant[]): Actor => ({
  ...{ kind: 'account', id: PLACES[side].account, name: `Somebody ${side}`, grants },
})

/** Somebody with one role alone, on some side of the things. */
export const holding = (role: Role, side: Side = 'own'): Actor => account(side, grantOf(role, side))

/** The columns of the matrix. */
export const COLUMNS = ['anonymous', 'account', ...ROLES] as const

/** Everybody: nobody at all, somebody without a role, and somebody with each role alone, on each side. */
export const EVERYBODY: readonly Acting[] = SIDES.flatMap((side) => [
  ...(side === 'own' ? [{ name: 'anonymous', role: 'anonymous', side, actor: ANONYMOUS }] : []),
  { name: nameOf('account', side), role: 'account', side, actor: account(side) },
  ...ROLES.map((role) => ({ name: nameOf(role, side), role, side, actor: holding(role, side) })),
])

/** The focal point of the party that shares a pledge with that of the stage. */
export const PARTNERS: Acting = {
  ...{ name: 'focal-point.partner', role: 'focal-point', side: 'beside' },
  actor: {
    ...{ kind: 'account', id: accountOf(4), name: 'Somebody partner' },
    grants: [{ role: 'focal-point', conference: PLACES.own.conference, party: PARTNER }],
  },
}

function nameOf(role: string, side: Side): string {
  return `${role}.${side}`
}

/** Accounts are known by identifiers of this form; the world counts its own from one, and does not come so far. */
function accountOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}
