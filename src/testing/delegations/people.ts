import type { Actor, Role } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'

export const SEOUL = ConferenceId.parse('seoul2021')
export const party = (code: string): PartyCode => PartyCode.parse(code)

/** Somebody with a role at a conference. */
export const holder = (role: Role, conference: string = SEOUL): Actor => ({
  kind: 'account',
  id: `${role}-${conference}`,
  grants: [{ role, conference }],
})

/** The focal point of a party. */
export const focalPoint = (code: string, conference: string = SEOUL): Actor => ({
  kind: 'account',
  id: `focal-${code}-${conference}`,
  grants: [{ role: 'focal-point', conference, party: code }],
})

/** What a focal point says of a member; whatever is not said is as plain as can be. */
export const person = (name: string, said: Record<string, unknown> = {}) => ({
  name,
  sortName: name,
  ...said,
})

/** What a deed was refused with; null: it was done. */
export const refusal = (deed: Promise<unknown>): Promise<readonly [string, number] | null> =>
  deed.then(
    () => null,
    (error: { code: string; status: number }) => [error.code, error.status] as const,
  )
