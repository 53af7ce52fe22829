import { z } from 'zod'
import { type Actor, holds } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { Source } from '../../../kernel/source.ts'
import { Text } from '../../../kernel/text.ts'
import { Day } from '../../../kernel/time.ts'
import { PledgeId } from '../../pledges/model.ts'
import { CODEBOOKS } from '../codebook.ts'
import { isGraded } from '../observations/model.ts'
import { isUnfavourablePoint, Point } from '../scale.model.ts'

/** An assessment is written, sent to the party for its comment, then published; a later one may supersede it. */
export const STATES = ['drafted', 'sent', 'published', 'superseded'] as const
export type State = (typeof STATES)[number]

export const DEEDS = ['revise', 'send', 'publish', 'supersede'] as const
export type Deed = (typeof DEEDS)[number]

/** Every move that an assessment can make. Whoever revises what was sent sends it once more. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  drafted: { revise: 'drafted', send: 'sent' },
  sent: { revise: 'drafted', publish: 'published' },
  published: { supersede: 'superseded' },
  superseded: {},
}

/** The state after a deed, or a refusal. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, 'followup.cannot-move', { state, deed })
  return next
}

/** What a reviewer finds, coded by the codebook. */
export const Finding = z.strictObject({
  point: Point,
  codebook: z.enum(CODEBOOKS.map(({ version }) => version) as [string, ...string[]]),
  /** The day until which the evidence was looked for. */
  asOf: Day,
  evidence: z.array(Source).max(50).default([]),
  reasons: Text,
  /** The reviewer's name, as they write it. */
  reviewer: z.string().min(1).max(200),
})
export type Finding = z.infer<typeof Finding>

/** An assessment of a pledge, or of one party's share in it. */
export const Assessment = Finding.extend({
  id: z.uuid(),
  pledge: PledgeId,
  party: PartyCode.nullable(),
  state: z.enum(STATES),
  supersedes: z.uuid().nullable(),
  version: z.int().positive(),
  sentAt: z.iso.datetime().nullable(),
  publishedAt: z.iso.datetime().nullable(),
})
export type Assessment = z.infer<typeof Assessment>

/** What may be read by everybody. */
export const isPublished = ({ state }: Pick<Assessment, 'state'>): boolean =>
  state === 'published' || state === 'superseded'

/** Evidence stands behind whatever is found; behind what a state may find unfavourable, evidence of grade A or B. */
export function mustBeEvidenced({ point, evidence }: Finding): void {
  must(point === 'no-evidence' || evidence.length > 0, 'followup.needs-evidence')
  must(
    point === 'no-evidence' || !isUnfavourablePoint(point) || evidence.some(isGraded),
    'followup.unfavourable-needs-grade',
  )
}

/** A reviewer is independent: whoever has a role for a party of the pledge, anywhere, does not assess it. */
export const mayReview = (
  actor: Actor,
  { conference, parties }: { conference: string | null; parties: readonly PartyCode[] },
): boolean =>
  holds(actor, conference ?? '*', 'reviewer') &&
  !actor.grants.some(({ party }) => (parties as readonly (string | undefined)[]).includes(party))
