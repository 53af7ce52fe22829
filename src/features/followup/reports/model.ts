import { z } from 'zod'
import { type FileId, PartyCode } from '../../../kernel/ids.ts'
import { Audience, reaches } from '../../../kernel/people/audience.ts'
import { must } from '../../../kernel/refusal.ts'
import { Source } from '../../../kernel/source.ts'
import { Text } from '../../../kernel/text.ts'
import { PartialDay } from '../../../kernel/time.ts'
import { Reached, Stage, type Voice } from '../../pledges/history.model.ts'
import { firstDayOf, lastDayOf, PledgeId } from '../../pledges/model.ts'
import { gives, type Share } from '../../pledges/shares.model.ts'

/** The kinds of files that a party hands in with a report. */
export const EVIDENCE_KINDS = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'] as const

/** What stands in the way, said so that nobody is blamed. */
export const OBSTACLES = [
  'funding',
  'equipment',
  'personnel',
  'training',
  'transport',
  'request-awaited',
  'agreement-pending',
  'parliament-pending',
  'partner-sought',
  'conditions-changed',
  'other',
] as const
export const Obstacle = z.strictObject({
  kind: z.enum(OBSTACLES),
  note: Text.nullable().default(null),
})

/** Who sees which part of a report, unless its party says otherwise. */
export const AUDIENCE_OF = {
  stage: 'public',
  quantity: 'public',
  dates: 'public',
  note: 'public',
  nextStep: 'public',
  evidence: 'parties',
  obstacle: 'parties',
} as const satisfies Record<string, Audience>
export type ReportField = keyof typeof AUDIENCE_OF
export const REPORT_FIELDS = Object.keys(AUDIENCE_OF) as ReportField[]

/** How a share stands, as its party tells it. */
export const Told = z.strictObject({
  stage: Stage.exclude(['announced']),
  /** The day of which this is said. */
  on: PartialDay,
  quantity: Reached.nullable().default(null),
  /** From when to when it is, or will be, carried out. */
  dates: z
    .strictObject({ from: PartialDay.nullable(), until: PartialDay.nullable() })
    .nullable()
    .default(null),
  /** In the party's own words. */
  note: Text.nullable().default(null),
  evidence: z.array(Source).max(20).default([]),
  obstacle: Obstacle.nullable().default(null),
  nextStep: z.strictObject({ what: Text, by: PartialDay.nullable() }).nullable().default(null),
  /** Fields that more or fewer people than usual may see. */
  audiences: z
    .partialRecord(z.enum(REPORT_FIELDS as [ReportField, ...ReportField[]]), Audience)
    .default({}),
})
export type Told = z.infer<typeof Told>

/** A report as it is kept: what was told, by whom and when. */
export const Report = Told.extend({
  id: z.uuid(),
  pledge: PledgeId,
  party: PartyCode,
  round: z.string().nullable(),
  /** Whether the secretariat handed it in for the party. */
  onBehalf: z.boolean(),
  reportedAt: z.iso.datetime(),
})
export type Report = z.infer<typeof Report>

/** A file that came with a report: a part of its evidence. */
export interface ReportFile {
  report: string
  file: FileId
  name: string
}

/** What is told fits together. */
export function mustBeSound({ dates }: Told): void {
  must(
    !dates?.from || !dates.until || lastDayOf(dates.until) >= firstDayOf(dates.from),
    'followup.ends-before-it-begins',
  )
}

export const audienceOf = (told: Pick<Told, 'audiences'>, field: ReportField): Audience =>
  told.audiences[field] ?? AUDIENCE_OF[field]

/** What a field holds where it may not be seen: as if it had not been told. */
const UNTOLD = {
  quantity: null,
  dates: null,
  note: null,
  nextStep: null,
  evidence: [],
  obstacle: null,
} as const satisfies Partial<Told>

/** The report as a reader may see it; null where they may not know that there is one. */
export function reportSeenBy<One extends Told>(reader: Audience, report: One): One | null {
  if (!reaches(reader, audienceOf(report, 'stage'))) return null
  const hidden = Object.keys(UNTOLD).filter(
    (field) => !reaches(reader, audienceOf(report, field as ReportField)),
  )
  return {
    ...report,
    ...Object.fromEntries(hidden.map((field) => [field, UNTOLD[field as keyof typeof UNTOLD]])),
    audiences: reader === 'secretariat' ? report.audiences : openIn(report.audiences),
  }
}

/** What everybody may see by the party's own choice: that is no secret. */
const openIn = (audiences: Told['audiences']): Told['audiences'] =>
  Object.fromEntries(Object.entries(audiences).filter(([, audience]) => audience === 'public'))

/** In whose voice the history of the pledge tells it. */
export const voiceOf = (shares: readonly Share[], party: PartyCode, onBehalf: boolean): Voice =>
  onBehalf
    ? 'secretariat'
    : shares.some((share) => share.party === party && gives(share))
      ? 'pledger'
      : 'partner'
