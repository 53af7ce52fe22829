import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { Audience } from '../../kernel/people/audience.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { must } from '../../kernel/refusal.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'
import { mustShare, Share, Turn } from './shares.model.ts'

/** `KOR-2021-01`: who leads, the year and a number that never changes; `JOINT` where nobody leads. */
export const PledgeId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,15}-\d{4}-\d{2,7}$/)
  .brand<'PledgeId'>()
export type PledgeId = z.infer<typeof PledgeId>

export const CONDITIONS = [
  'un-request',
  'parliament',
  'budget',
  'agreement',
  'partner-sought',
] as const
export const Condition = z.strictObject({
  kind: z.enum(CONDITIONS),
  note: Text.nullable().default(null),
})

/** What a pledge has to do with another; only `re-announces` says that it is the same promise again. */
export const LINKS = [
  'renews',
  're-announces',
  'adds-detail',
  'replaces',
  'takes-over',
  'enables',
  'answers',
] as const
export const Link = z.strictObject({
  kind: z.enum(LINKS),
  to: PledgeId,
  inferred: z.boolean().default(false),
})
export type Link = z.infer<typeof Link>

/** A classification, and whether it is ours or was made by the party or a source. */
const Classified = z.strictObject({ code: z.string().min(1), inferred: z.boolean().default(true) })

/** Where sources differ, what each says: nothing is decided between them. */
export const Disagreement = z.strictObject({
  about: Text,
  claims: z.array(z.strictObject({ value: Text, source: Source })).min(2),
})

/** The twelve elements that make a pledge assessable (OECD DAC, NAF and GRF, merged). */
export const ELEMENTS = [
  'what',
  'how-many',
  'unit',
  'need',
  'where',
  'from',
  'until',
  'partners',
  'novelty',
  'condition',
  'baseline',
  'contact',
] as const
export type Element = (typeof ELEMENTS)[number]

/** Fields that can be meant for fewer than everybody; that of the quantity holds for the shares as well. */
export const GUARDED_FIELDS = [
  'words',
  'missions',
  'requirements',
  'conditions',
  'beneficiaries',
  'beneficiariesNote',
  'rotation',
  'quantity',
  'from',
  'until',
  'note',
  'baseline',
] as const
export type GuardedField = (typeof GUARDED_FIELDS)[number]

/** What was promised. Everything that can be left out was not said. */
export const Terms = z.strictObject({
  conference: ConferenceId.nullable(),
  title: Text,
  summary: Text,
  /** The language in which it was announced (BCP 47), and the words where they are kept. */
  announcedIn: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
    .nullable()
    .default(null),
  words: z.string().nullable().default(null),
  lead: PartyCode.nullable(),
  shares: z.array(Share).min(1),
  quantity: Quantity,
  rotation: z.array(Turn).default([]),
  capabilities: z.array(z.string()).default([]),
  categories: z.array(Classified).default([]),
  /** Priorities of A4P+, by number. */
  priorities: z.array(Classified).default([]),
  crossCutting: z.array(Classified).default([]),
  missions: z.array(z.string()).default([]),
  beneficiaries: z.array(PartyCode).default([]),
  beneficiariesNote: Text.nullable().default(null),
  from: PartialDay.nullable().default(null),
  until: PartialDay.nullable().default(null),
  conditions: z.array(Condition).default([]),
  /** The requirement that it answers, `2022-03.utility-helicopter`. */
  requirements: z.array(Classified).default([]),
  /** The pledge whose amount already contains this one's. */
  partOf: PledgeId.nullable().default(null),
  links: z.array(Link).default([]),
  /** What there was before, against which it can be measured. */
  baseline: Text.nullable().default(null),
  /** Which elements a public source gives; null where the terms themselves tell. */
  found: z.array(z.enum(ELEMENTS)).nullable().default(null),
  disagreements: z.array(Disagreement).default([]),
  note: Text.nullable().default(null),
  sources: z.array(Source).default([]),
  /** Fields that fewer people than usual may see; see `terms/seen.ts`. */
  audiences: z.partialRecord(z.enum(GUARDED_FIELDS), Audience).default({}),
})
export type Terms = z.infer<typeof Terms>

/** The first and the last day that a partial date can mean. */
export const firstDayOf = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date

export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length > 7) return date
  return `${date}-${daysIn(Number(date.slice(0, 4)), Number(date.slice(5)))}`
}

/** By hand, for a count of a hundred thousand pledges asks as often. */
function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

/** Terms are sound if their parts fit together. */
export function mustBeSound(id: PledgeId, terms: Terms): void {
  mustShare(terms.lead, terms.shares, terms.rotation)
  must(
    terms.from === null || terms.until === null || lastDayOf(terms.until) >= firstDayOf(terms.from),
    'pledges.ends-before-it-begins',
  )
  must(terms.partOf !== id, 'pledges.part-of-itself')
  must(
    terms.links.every(({ to }) => to !== id),
    'pledges.linked-to-itself',
  )
  const links = new Set(terms.links.map(({ kind, to }) => `${kind} ${to}`))
  must(links.size === terms.links.length, 'pledges.same-link-twice')
}

/** Every pledge that another one names. */
export const pledgesNamedIn = ({ links, partOf }: Terms): PledgeId[] => [
  ...new Set([...links.map(({ to }) => to), ...(partOf ? [partOf] : [])]),
]
