import { z } from 'zod'
import { Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'
import { Sources } from './history.ts'

/** Under which heading figures stand side by side. */
export const FIGURE_GROUPS = [
  'invited',
  'attendance',
  'level',
  'pledging',
  'pledged',
  'subjects',
  'endorsement',
  'situation',
] as const

/** A way of counting: what a number is a number of. Shared by all editions, so that like meets like. */
export const CountingRule = z.strictObject({
  group: z.enum(FIGURE_GROUPS),
  label: Text,
  rule: Text,
})
export type CountingRule = z.infer<typeof CountingRule>

/** A number as it was said: «over 500 to 600» stays what it is. */
export const FigureValue = z.strictObject({
  how: z.enum(['exactly', 'about', 'over', 'up-to', 'from-to']),
  number: z.int().nonnegative(),
  to: z.int().nonnegative().nullable().default(null),
})
export type FigureValue = z.infer<typeof FigureValue>

/** A published number. Figures that follow the same rule and differ are all kept. */
export const Figure = z.strictObject({
  counts: z.string(),
  value: FigureValue,
  /** The day for which it was said, as far as it is known. */
  asOf: PartialDay.nullable(),
  /** What the publisher adds, or we: a recount, a derivation. */
  note: Text.nullable().default(null),
  sources: Sources,
})
export type Figure = z.infer<typeof Figure>

/** Figures of one counting rule; more than one value means that the sources differ. */
export interface FigureSet {
  counts: string
  rule: CountingRule
  figures: readonly Figure[]
  differ: boolean
}

/** The figures by heading and rule, in the order in which headings are listed and rules first occur. */
export function sideBySide(
  figures: readonly Figure[],
  rules: Readonly<Record<string, CountingRule>>,
): { group: (typeof FIGURE_GROUPS)[number]; sets: FigureSet[] }[] {
  const sets = [...Map.groupBy(figures, (figure) => figure.counts)].flatMap(([counts, same]) => {
    const rule = rules[counts]
    const values = new Set(same.map((figure) => JSON.stringify(figure.value)))
    return rule ? [{ counts, rule, figures: same, differ: values.size > 1 }] : []
  })
  return FIGURE_GROUPS.map((group) => ({
    group,
    sets: sets.filter((set) => set.rule.group === group),
  })).filter(({ sets }) => sets.length > 0)
}
