import { z } from 'zod'
import { PartyCode } from '../../kernel/ids.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { Day, PartialDay } from '../../kernel/time.ts'
import { Labels } from './model.ts'

export const GroupCode = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)

export const GroupKind = z.enum(['regional-group', 'committee', 'council-members', 'member-states'])
export type GroupKind = z.infer<typeof GroupKind>

/**
 * What we know of a membership: `confirmed` where a source names it, `indicated` where a source only shows the
 * party taking part, `unconfirmed` where we know no source yet.
 */
export const MembershipStatus = z.enum(['confirmed', 'indicated', 'unconfirmed'])
export type MembershipStatus = z.infer<typeof MembershipStatus>

export const Membership = z.strictObject({
  party: PartyCode,
  role: z.enum(['member', 'observer']),
  from: PartialDay.nullable(),
  /** The last day. */
  until: Day.nullable(),
  status: MembershipStatus,
  note: Text.nullable(),
  sources: z.array(Source),
})
export type Membership = z.infer<typeof Membership>

/** How many members a source counted at a time. Figures that disagree stand side by side. */
export const GroupSize = z.strictObject({
  on: PartialDay,
  approximate: z.boolean(),
  members: z.int().positive(),
  observers: z.int().positive().nullable(),
  note: Text.nullable(),
  source: Source,
})
export type GroupSize = z.infer<typeof GroupSize>

export const Group = z.strictObject({
  code: GroupCode,
  kind: GroupKind,
  /** The organisation whose group it is. */
  organisation: PartyCode.nullable(),
  names: Labels,
  asOf: PartialDay,
  /** What sources state; never the length of our list. */
  statedSize: z.int().positive().nullable(),
  /** False where more parties belong to it than are listed here. */
  complete: z.boolean(),
  created: z.strictObject({ day: Day, document: z.string() }).nullable(),
  rule: z.strictObject({ text: Text, source: Source }).nullable(),
  /** The document that prints the members. */
  list: z.string().nullable(),
  sizes: z.array(GroupSize),
  sources: z.array(Source),
  members: z
    .array(Membership)
    .refine(
      (all) => new Set(all.map(({ party }) => party)).size === all.length,
      'parties.listed-twice',
    ),
})
export type Group = z.infer<typeof Group>

/** Whether a membership held on a day; a year or month without a day counts from its beginning. */
export const belongsOn = (membership: Pick<Membership, 'from' | 'until'>, day: string): boolean =>
  (membership.from === null || membership.from <= day) &&
  (membership.until === null || day <= membership.until)
