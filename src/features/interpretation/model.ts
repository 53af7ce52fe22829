import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'

/** Two people in a booth take turns; alone nobody works longer than this, in minutes (AIIC's practice). */
export const ALONE_AT_MOST = 40

/** A booth: the language into which it interprets, the channel on which it is heard, and who sits in it. */
export const Booth = z.strictObject({
  into: Language,
  /** The number on the receiver; 0 is the floor. */
  channel: z.int().min(1).max(40).nullable().default(null),
  /** Another booth from which this one takes what it does not understand. */
  relay: Language.nullable().default(null),
  interpreters: z.array(z.uuid()).max(6).default([]),
})
export type Booth = z.infer<typeof Booth>

/** Which languages are spoken in a session, and into which it is interpreted. */
export const Arrangement = z.strictObject({
  floor: z.array(Language).max(7).default([]),
  booths: z.array(Booth).max(7).default([]),
})
export type Arrangement = z.infer<typeof Arrangement>

export const NONE: Arrangement = { floor: [], booths: [] }

export interface Interpreted {
  session: SessionId
  version: number
  arrangement: Arrangement
}

export const OfSession = z.strictObject({ conference: ConferenceId, session: SessionId })

/** One booth to a language, one channel to a booth, and nobody in two booths at once. */
export function mustBeSound({ booths }: Arrangement): void {
  const all = (values: readonly unknown[]) => new Set(values).size === values.length
  must(all(booths.map(({ into }) => into)), 'interpretation.booth-twice')
  must(all(booths.flatMap(({ channel }) => channel ?? [])), 'interpretation.channel-twice')
  must(all(booths.flatMap(({ interpreters }) => interpreters)), 'interpretation.in-two-booths')
  must(
    booths.every(({ into, relay }) => relay === null || relay !== into),
    'interpretation.relay-itself',
  )
}

/** Keeps the matrix. */
export const arranges = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'protocol', 'host-secretariat', 'un-secretariat', 'administrator')

/** Sees it: whoever keeps it, and the interpreters. */
export const seesMatrix = (actor: Actor, conference: string): boolean =>
  arranges(actor, conference) || holds(actor, conference, 'interpreter')
