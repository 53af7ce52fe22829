import { z } from 'zod'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { Audience } from '../../../kernel/people/audience.ts'
import { Text } from '../../../kernel/text.ts'
import { isSecretariat } from '../../pledges/life.model.ts'
import { PledgeId } from '../../pledges/model.ts'
import { ObservationId } from '../observations/model.ts'

/** What a party does with an entry: a pledge is confirmed by a deed of its own, `pledges.confirm`. */
export const KINDS = ['confirm', 'comment', 'dispute', 'correction'] as const
export const Kind = z.enum(KINDS)
export type Kind = z.infer<typeof Kind>

/** `KOR-2021-01/delivery/3`: a report in the history of a pledge. */
export const EventId = z
  .string()
  .max(60)
  .regex(/^[A-Z][A-Z0-9]{1,15}-\d{4}-\d{2,7}\/(delivery|readiness)\/[1-9]\d{0,4}$/)

/** What is replied to. */
export const Subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pledge'), id: PledgeId }),
  z.strictObject({ kind: z.literal('event'), id: EventId }),
  z.strictObject({ kind: z.literal('observation'), id: ObservationId }),
  z.strictObject({ kind: z.literal('assessment'), id: z.uuid() }),
])
export type Subject = z.infer<typeof Subject>

/** As long as two pages, in every language. */
const LONGEST = 6000
export const Words = Text.refine(
  (text) => Object.values(text.in).every(({ value }) => value.length <= LONGEST),
  'followup.too-long',
)

export const Reply = z
  .strictObject({
    id: z.uuid(),
    subject: Subject,
    party: PartyCode,
    kind: Kind,
    audience: Audience,
    /** What the party says; a confirmation may do without. */
    words: Words.nullable(),
    at: z.iso.datetime(),
    /** What the secretariat answers, or the reviewer to a comment on an assessment. */
    answer: Words.nullable(),
    answeredAt: z.iso.datetime().nullable(),
  })
  .refine(({ kind, words }) => kind === 'confirm' || words !== null, {
    path: ['words'],
    error: 'followup.needs-words',
  })
  .refine(({ subject, kind }) => subject.kind !== 'pledge' || kind !== 'confirm', {
    path: ['kind'],
    error: 'followup.confirm-by-pledges',
  })
export type Reply = z.infer<typeof Reply>

/** The pledge and the place in its history that an event's identifier names. */
export function placeOf(event: string): { pledge: PledgeId; axis: string; position: number } {
  const [pledge = '', axis = '', position = ''] = event.split('/')
  return { pledge: PledgeId.parse(pledge), axis, position: Number(position) }
}

/** What a report of an error may say: some lines about an address or an identifier. Nobody is asked who they are. */
export const ErrorReport = z.strictObject({
  about: z.string().trim().min(1).max(300),
  words: z.string().trim().min(1).max(4000),
})

/** What becomes of a report of an error. */
export const OUTCOMES = ['corrected', 'kept', 'not-about-us'] as const

/** Who sees to a report of an error: the secretariat of its conference; what belongs to none, every secretariat. */
export const maySettle = (actor: Actor, conference: string | null): boolean =>
  conference === null
    ? actor.grants.some(({ role }) => SECRETARIES.has(role))
    : isSecretariat(actor, conference)

const SECRETARIES: ReadonlySet<Role> = new Set([
  'un-secretariat',
  'host-secretariat',
  'administrator',
])
