/** The roles that people hold, in the order in which pages list them. */
export const ROLES = [
  'administrator',
  'host-secretariat',
  'un-secretariat',
  'co-chair',
  'protocol',
  'interpreter',
  'floor-desk',
  'reviewer',
  'translator',
  'focal-point',
  'delegate',
] as const

/** Who acts or reads. Roles are held per conference, or everywhere (`conference: '*'`). */
export type Role = (typeof ROLES)[number] | 'loader'

/** The roles that are held for one party, and mean nothing without it. */
export const PARTY_ROLES = ['co-chair', 'focal-point', 'delegate'] as const satisfies Role[]

export interface Grant {
  role: Role
  conference: string
  /** The party of a focal point, a delegate or a co-chair. */
  party?: string
}

export interface Actor {
  kind: 'anonymous' | 'account' | 'system'
  id: string
  /** How an account is called on pages and in letters. */
  name?: string
  /** Where they signed in; a key has none. */
  session?: string
  grants: readonly Grant[]
}

/** Somebody who reads without an account: most of the world. */
export const ANONYMOUS: Actor = { kind: 'anonymous', id: 'anonymous', grants: [] }

/** The programme itself, when it loads the facts that ship with it. */
export const LOADER: Actor = {
  kind: 'system',
  id: 'loader',
  grants: [{ role: 'loader', conference: '*' }],
}

/** Whoever runs the command line on the server itself: has the database's key in any case. */
export const OPERATOR: Actor = {
  kind: 'system',
  id: 'operator',
  grants: [{ role: 'administrator', conference: '*' }],
}

/** Whether somebody holds one of the roles at a conference. */
export const holds = (actor: Actor, conference: string, ...roles: readonly Role[]): boolean =>
  actor.grants.some(
    (grant) =>
      roles.includes(grant.role) && (grant.conference === '*' || grant.conference === conference),
  )

/** Whether somebody is the focal point of a party, at a conference or, for what belongs to none, anywhere. */
export const speaksFor = (actor: Actor, conference: string | null, party: string): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === 'focal-point' &&
      grant.party === party &&
      (conference === null || grant.conference === '*' || grant.conference === conference),
  )

/** Whether somebody has any role at a conference: then it has a desk for them. */
export const worksAt = (actor: Actor, conference: string): boolean =>
  actor.grants.some((grant) => grant.conference === '*' || grant.conference === conference)
