import { z } from 'zod'
import { FileId, PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Day } from '../../kernel/time.ts'

/** What a delegation may say of an adopted document. */
export const ACTS = ['endorse', 'endorse-with-statement', 'dissociate', 'withdraw'] as const
export type Act = (typeof ACTS)[number]

/** How a delegation stands to it. */
export const STANDINGS = [
  'none',
  'endorsed',
  'endorsed-with-statement',
  'dissociated',
  'withdrawn',
] as const
export type Standing = (typeof STANDINGS)[number]

/** Every act that may follow, and no other. */
export const NEXT: Readonly<Record<Standing, Partial<Record<Act, Standing>>>> = {
  none: {
    endorse: 'endorsed',
    'endorse-with-statement': 'endorsed-with-statement',
    dissociate: 'dissociated',
  },
  endorsed: {
    'endorse-with-statement': 'endorsed-with-statement',
    dissociate: 'dissociated',
    withdraw: 'withdrawn',
  },
  'endorsed-with-statement': {
    'endorse-with-statement': 'endorsed-with-statement',
    dissociate: 'dissociated',
    withdraw: 'withdrawn',
  },
  dissociated: {
    endorse: 'endorsed',
    'endorse-with-statement': 'endorsed-with-statement',
    dissociate: 'dissociated',
    withdraw: 'none',
  },
  withdrawn: {
    endorse: 'endorsed',
    'endorse-with-statement': 'endorsed-with-statement',
    dissociate: 'dissociated',
  },
}

/** An act as it is told: dated by its author, with a statement where it needs one. */
export const Position = z.strictObject({
  party: PartyCode,
  act: z.enum(ACTS),
  /** The day of the act, as its author dates it. */
  on: Day,
  statement: Text.nullable().default(null),
  /** The paragraphs from which a delegation dissociates itself; none: from the whole. */
  paragraphs: z
    .array(z.string().regex(/^p\d{1,5}$/))
    .max(400)
    .default([]),
  /** The note by which it came. */
  file: FileId.nullable().default(null),
})
export type Position = z.infer<typeof Position>

/** An act that was recorded, in the order in which it was. */
export type Told = Pick<Position, 'party' | 'act' | 'on'>

const counts = (standing: Standing) =>
  standing === 'endorsed' || standing === 'endorsed-with-statement'

/** How a delegation stands after its acts, up to and with a day; null: until now. */
export const standingOf = (acts: readonly Told[], day: string | null = null): Standing =>
  acts
    .filter(({ on }) => day === null || on <= day)
    .reduce<Standing>((standing, { act }) => NEXT[standing][act] ?? standing, 'none')

/** An act follows what its party said before, and is of no day to come. */
export function mustFollow(
  acts: readonly Told[],
  { act, on, statement, paragraphs }: Omit<Position, 'party' | 'file'>,
  today: string,
): void {
  must(NEXT[standingOf(acts)][act], `outcome-documents.no-${act}`)
  must(on <= today, 'outcome-documents.not-yet')
  must(
    acts.every((one) => one.on <= on),
    'outcome-documents.before-last',
  )
  must(act !== 'endorse-with-statement' || statement !== null, 'outcome-documents.needs-statement')
  must(act !== 'endorse' || statement === null, 'outcome-documents.no-statement')
  must(act === 'dissociate' || paragraphs.length === 0, 'outcome-documents.no-paragraphs')
}

/** Whose endorsement stands, up to and with a day; null: now. In no order. */
export function endorsersOf(told: readonly Told[], day: string | null = null): PartyCode[] {
  const byParty = Map.groupBy(told, ({ party }) => party)
  return [...byParty].flatMap(([party, acts]) => (counts(standingOf(acts, day)) ? [party] : []))
}

/** The days on which the list changed, each with how many endorsements stood at its end. */
export function growthOf(told: readonly Told[]): { on: string; count: number }[] {
  const days = [...new Set(told.map(({ on }) => on))].toSorted()
  return days
    .map((on) => ({ on, count: endorsersOf(told, on).length }))
    .filter(({ count }, at, all) => count !== (all[at - 1]?.count ?? 0))
}
