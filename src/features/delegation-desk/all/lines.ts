import { allows } from '../../../kernel/refusal.ts'
import type { Document } from '../../delegations/documents/model.ts'
import {
  type Delegation,
  mustBeSendable,
  sendsPeople,
} from '../../delegations/invitations/model.ts'
import type { Party } from '../../parties/model.ts'

/** How many letters to a party are on their way, have arrived at its mail server, or came back. */
export interface Letters {
  waiting: number
  sent: number
  failed: number
}
export const NO_LETTERS: Letters = { waiting: 0, sent: 0, failed: 0 }

/** A delegation as the list of all of them shows it. */
export interface Line {
  delegation: Delegation
  party: Party
  quota: number
  used: number
  /** People who wait to be decided on. */
  submitted: number
  /** How far its papers are. */
  document: Document['state'] | null
  letters: Letters
}

export const FILTERS = [
  'all',
  'no-address',
  'ready',
  'no-reply',
  'in-person',
  'video',
  'written',
  'not-attending',
  'to-verify',
  'no-document',
  'letter-back',
] as const
export type Filter = (typeof FILTERS)[number]

const isUnsent = ({ delegation: { state } }: Line) => state === 'prepared'
const hasAddress = ({ delegation: { invitation } }: Line) => (invitation?.addresses.length ?? 0) > 0

/** Whether a delegation is among those of a filter. */
export function isAmong(filter: Filter, line: Line, needsDocument: boolean): boolean {
  const { delegation, document, letters } = line
  switch (filter) {
    case 'all':
      return true
    case 'no-address':
      return isUnsent(line) && !hasAddress(line)
    case 'ready':
      return isReady('invite', line)
    case 'no-reply':
      return delegation.state === 'sent'
    case 'to-verify':
      return document === 'received'
    case 'no-document':
      return (
        needsDocument &&
        delegation.reply !== null &&
        sendsPeople(delegation) &&
        (document === null || document === 'declined')
      )
    case 'letter-back':
      return letters.failed > 0
    default:
      return delegation.reply?.mode === filter
  }
}

/** What reaches many delegations in one act. */
export const REACHING_MANY = ['delegations.invite-parties', 'delegations.remind-parties'] as const
export type ReachingMany = (typeof REACHING_MANY)[number]

/** What can be written to many at once. */
export const WRITINGS = ['invite', 'remind'] as const
export type Writing = (typeof WRITINGS)[number]

/** Whether an invitation, or a reminder, can go to a delegation now, as the commands decide it. */
export const isReady = (writing: Writing, line: Line): boolean =>
  writing === 'invite'
    ? isUnsent(line) && allows(() => mustBeSendable(line.delegation))
    : line.delegation.state === 'sent' && hasAddress(line)

/** What waits comes first: a second note is read too. */
const FIRST: readonly Document['state'][] = ['received', 'verified', 'declined']

/** How far the papers of a delegation are; null: there are none. */
export const stateOfPapers = (states: readonly Document['state'][]): Document['state'] | null =>
  FIRST.find((state) => states.includes(state)) ?? null

/** What waits for the secretariat on its start page. */
export const TASKS = [
  'ready',
  'no-reply',
  'to-verify',
  'letter-back',
] as const satisfies readonly Filter[]
export type TaskFilter = (typeof TASKS)[number]
