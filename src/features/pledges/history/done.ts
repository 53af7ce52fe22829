import type { PartyCode } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'

/** Something that was done to a pledge. */
export interface Done {
  deed: string
  at: Temporal.Instant
  party: PartyCode | null
  note: Text | null
}

/** What a history tells, of all that is done to a pledge. */
export const TOLD = [
  'draft',
  'revise',
  'invite',
  'consent',
  'decline',
  'submit',
  'recall',
  'relate',
  'return',
  'accept',
  'sign',
  'unsign',
  'announce',
  'undo',
  'release',
  'amend',
  'withdraw',
  'confirm',
] as const

/** Which side signed when is the secretariat's own matter: a delegation hears that its pledge was accepted. */
const WITHIN: ReadonlySet<string> = new Set(['sign', 'unsign'])

/** What a delegation is told of a history. */
export const toldToDelegations = <One extends Pick<Done, 'deed'>>(deeds: readonly One[]): One[] =>
  deeds.filter(({ deed }) => !WITHIN.has(deed))
