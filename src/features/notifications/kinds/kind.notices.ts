import type { Role } from '../../../kernel/actor.ts'
import type { Command, Writing } from '../../../platform/command/command.ts'
import type { Occasion, Telling } from '../kind.ts'
import type { Seat } from '../model.ts'

/** What is told after a deed, by what it decided. */
export const after = <Input, Subject, Decision>(
  { name }: Pick<Command<Input, Subject, Decision>, 'name' | 'input' | 'save'>,
  tell: (decision: Decision, input: Input) => readonly Telling[],
): Occasion => ({ command: name, tell: tell as Occasion['tell'] })

/** The same, where something must be read besides; it is read in the deed's transaction, after it was saved. */
export const afterLooking = <Input, Subject, Decision, Loaded>(
  { name }: Pick<Command<Input, Subject, Decision>, 'name' | 'input' | 'save'>,
  load: (db: Writing, decision: Decision, input: Input) => Promise<Loaded>,
  tell: (loaded: Loaded, decision: Decision, input: Input) => readonly Telling[],
): Occasion => ({
  command: name,
  load: load as unknown as NonNullable<Occasion['load']>,
  tell: ((decision: Decision, input: Input, loaded: Loaded) =>
    tell(loaded, decision, input)) as Occasion['tell'],
})

/** Everybody who holds one of some roles at a conference. */
export const those = (conference: string | null, ...roles: readonly Role[]): Seat[] =>
  roles.map((role) => ({ role, conference }))

/** Both secretariats of a conference. */
export const secretariats = (conference: string | null): Seat[] =>
  those(conference, 'host-secretariat', 'un-secretariat')

/** Who answers for a party at a conference. */
export const focalPoint = (conference: string | null, party: string): Seat => ({
  role: 'focal-point',
  conference,
  party,
})

export const SECRETARIAT: readonly Role[] = ['administrator', 'host-secretariat', 'un-secretariat']
export const FOCAL_POINT: readonly Role[] = ['focal-point']

/** A conference, where there is one. */
export const at = (conference: string | null) => (conference === null ? {} : { conference })
