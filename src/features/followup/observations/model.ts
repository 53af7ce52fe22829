import { z } from 'zod'
import { type Actor, holds } from '../../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { Audience } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { Source } from '../../../kernel/source.ts'
import { Text } from '../../../kernel/text.ts'
import { PartialDay } from '../../../kernel/time.ts'
import { Voice } from '../../pledges/history.model.ts'
import { isSecretariat } from '../../pledges/life.model.ts'
import { PledgeId } from '../../pledges/model.ts'
import { isUnfavourablePoint, MappedBy, Point, SelfStage } from '../scale.model.ts'

/** `can-2017-01-dorn-2019`: what it is about, who says it, the year. */
export const ObservationId = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .brand<'ObservationId'>()
export type ObservationId = z.infer<typeof ObservationId>

/** What somebody says of pledges, of states, or of an edition as a whole: whose words, when, and how we read them. */
export const Observation = z.strictObject({
  id: ObservationId,
  conference: ConferenceId.nullable(),
  /** Empty where a state or a whole edition is spoken of. */
  pledges: z.array(PledgeId).default([]),
  /** States that are spoken of without a pledge. */
  parties: z.array(PartyCode).default([]),
  voice: Voice,
  /** The parties whose own words it is. */
  by: z.array(PartyCode).default([]),
  /** `parliament`: a government said it in the record of its parliament. */
  channel: z.literal('parliament').nullable().default(null),
  /** The author as they write it; null where the source names none. */
  author: z.string().min(1).nullable(),
  /** The day that is spoken of, as far as the source shows one. */
  on: PartialDay.nullable(),
  note: Text,
  /** What a third party's words come to on the five points. */
  verdict: z.strictObject({ point: Point, mappedBy: MappedBy }).nullable().default(null),
  /** What a party's words come to on the three stages of a self-report. */
  selfReport: z.strictObject({ stage: SelfStage, mappedBy: MappedBy }).nullable().default(null),
  /** Whether a state may find it unfavourable although it has no verdict. */
  unfavourable: z.boolean().default(false),
  source: Source,
  audience: Audience.default('public'),
  /** Why it is held back. */
  held: Text.nullable().default(null),
})
export type Observation = z.infer<typeof Observation>

/** Whether it is a state's own voice: also a minister's answer in parliament is. */
export const isOwnWords = ({
  voice,
  by,
  channel,
}: Pick<Observation, 'voice' | 'by' | 'channel'>): boolean =>
  voice === 'pledger' || voice === 'partner' || by.length > 0 || channel === 'parliament'

export const isUnfavourable = ({
  verdict,
  unfavourable,
}: Pick<Observation, 'verdict' | 'unfavourable'>): boolean =>
  unfavourable || (verdict !== null && isUnfavourablePoint(verdict.point))

/** A publisher that may carry what is unfavourable to a state. */
export const isGraded = ({ grade }: Source): boolean => grade === 'A' || grade === 'B'

/** The rules of what is said by others, whatever its truth. */
export function mustBeSound(observation: Observation): void {
  const { pledges, parties, conference, voice, by, verdict, selfReport, audience } = observation
  must(pledges.length > 0 || parties.length > 0 || conference !== null, 'followup.about-nothing')
  must(!isOwnWords(observation) || verdict === null, 'followup.own-words-without-verdict')
  must(isOwnWords(observation) || selfReport === null, 'followup.self-report-of-another')
  must(
    (voice === 'pledger' || voice === 'partner') === by.length > 0,
    'followup.own-words-of-somebody',
  )
  must(
    !isUnfavourable(observation) || audience !== 'public' || isGraded(observation.source),
    'followup.unfavourable-needs-grade',
  )
}

/** Records what public sources say: the shipped files, archives, and the secretariat of the conference. */
export const mayRecord = (actor: Actor, conference: string | null): boolean =>
  holds(actor, '*', 'loader') || isSecretariat(actor, conference)
