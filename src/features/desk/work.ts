import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'

/** A line of somebody's desk. */
export interface Line {
  task: string
  label: string
  /** Where it is done, without the language. */
  at: string
  /** How many wait; null: nothing is counted here. */
  count: number | null
  due: Temporal.Instant | null
}

/** The lines of one group. */
export interface Group {
  group: string
  lines: readonly Line[]
}

/** A conference at which somebody works, with what they do there. */
export interface Work {
  conference: ConferenceId
  party: PartyCode | null
  groups: readonly Group[]
}

/** How much waits in all. */
export const waitingIn = ({ groups }: Pick<Work, 'groups'>): number =>
  groups.reduce(
    (sum, { lines }) => sum + lines.reduce((all, { count }) => all + (count ?? 0), 0),
    0,
  )

/** Lines on which something waits, the most urgent first; then by the order of the desk. */
export const urgentFirst = (lines: readonly Line[]): Line[] =>
  lines
    .filter(({ count }) => count !== null && count > 0)
    .toSorted((one, other) => due(one) - due(other))

const due = ({ due }: Line) => due?.epochMilliseconds ?? Number.POSITIVE_INFINITY
