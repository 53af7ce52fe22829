import type { Actor } from '../../../kernel/actor.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Reading } from '../../database/tables.ts'
import type { AnyCommand } from '../command.ts'

/** A command, what it is asked, and where that came from: whoever asks finds it again in a refusal. */
export interface Asked<From = unknown> {
  readonly command: AnyCommand
  readonly input: unknown
  readonly from: From
}

/** What was refused of many deeds. */
export interface Refused<From = unknown> {
  readonly from: From
  readonly refusal: Refusal
}

/** What came of many deeds: nothing at all where one was refused. */
export interface Performed {
  /** Deeds that changed something. */
  readonly done: number
  /** Deeds that found everything as they would have made it. */
  readonly idle: number
  readonly refused: number
}

/**
 * Performs many commands in one transaction: all of them, or none.
 *
 * @param batches the deeds, a few hundred at once, in their order; what it reads it reads in the same transaction.
 * @param refused hears of every deed that is refused, and the rest is tried all the same, so that all of it is told.
 */
export type PerformAll = <From>(
  actor: Actor,
  batches: (db: Reading) => AsyncIterable<readonly Asked<From>[]>,
  refused: (one: Refused<From>) => void | Promise<void>,
) => Promise<Performed>
