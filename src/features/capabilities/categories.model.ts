import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'
import { Labels } from '../parties/model.ts'
import { CapabilityCode, isWithin } from './model.ts'

/** What a published number of a category is a number of. */
export const COUNTED = [
  'states',
  'governments',
  'delegations',
  'pledges',
  'units',
  'troops-and-police',
  'helicopters',
  'companies',
  'hospitals',
] as const

/** A number that was published for a category. Figures that disagree are all kept, side by side. */
export const CategoryFigure = z.strictObject({
  number: z.int().nonnegative(),
  how: z.enum(['exactly', 'over', 'about']),
  counts: z.enum(COUNTED),
  /** The day for which it was said, as far as it is known. */
  asOf: PartialDay.nullable(),
  note: Text.nullable(),
  source: Source,
})
export type CategoryFigure = z.infer<typeof CategoryFigure>

/** `2021.capabilities`: the year of the edition, and a name. */
export const CategoryCode = z.string().regex(/^\d{4}\.[a-z][a-z0-9-]*$/)
export type CategoryCode = z.infer<typeof CategoryCode>

/** A heading under which an edition published pledges. Which capabilities fall under it is our reading. */
export const EditionCategory = z.strictObject({
  code: CategoryCode,
  names: Labels,
  figures: z.array(CategoryFigure),
  capabilities: z.array(CapabilityCode).min(1),
})
export type EditionCategory = z.infer<typeof EditionCategory>

/** The categories of one edition, in the order in which it printed them. */
export const CategorySet = z.strictObject({
  conference: ConferenceId,
  /** What the list of categories was taken from. */
  basis: Text,
  sources: z.array(Source).min(1),
  categories: z
    .array(EditionCategory)
    .min(1)
    .refine(
      (all) => new Set(all.map(({ code }) => code)).size === all.length,
      'capabilities.category-twice',
    ),
})
export type CategorySet = z.infer<typeof CategorySet>

/** Whether a capability falls under a category: the category lists it, or something above it. */
export const belongsTo = (
  capability: CapabilityCode,
  category: Pick<EditionCategory, 'capabilities'>,
): boolean => category.capabilities.some((listed) => isWithin(capability, listed))
