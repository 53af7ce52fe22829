import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { Labels } from '../parties/model.ts'

/** `aviation.helicopter.utility`: each part narrows the one before it, and none ever changes its meaning. */
export const CapabilityCode = z
  .string()
  .max(80)
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/)
export type CapabilityCode = z.infer<typeof CapabilityCode>

/** A formed unit, something that helps units, or people who come one by one. */
export const CapabilityKind = z.enum(['unit', 'support', 'individuals'])
export type CapabilityKind = z.infer<typeof CapabilityKind>

/** The parts of which a capability is made up, and which partners may share. */
export const COMPONENTS = [
  'people',
  'equipment',
  'training',
  'transport',
  'sustainment',
  'money',
] as const
export const Component = z.enum(COMPONENTS)
export type Component = z.infer<typeof Component>

/** What a whole unit is made up of. Without a source it is an illustration of ours, to be corrected by who knows. */
export const Recipe = z.strictObject({
  components: z
    .array(z.strictObject({ component: Component, note: Text }))
    .min(1)
    .refine(
      (all) => new Set(all.map(({ component }) => component)).size === all.length,
      'capabilities.component-twice',
    ),
  sources: z.array(Source),
})
export type Recipe = z.infer<typeof Recipe>

export const isIllustrative = (recipe: Pick<Recipe, 'sources'>): boolean =>
  recipe.sources.length === 0

/** What a promise or a deployment showed the size of such a unit to be. No norm follows from it. */
export const SizeSeen = z.strictObject({
  quantity: Quantity,
  note: Text.nullable(),
  source: Source,
})
export type SizeSeen = z.infer<typeof SizeSeen>

export const Capability = z
  .strictObject({
    code: CapabilityCode,
    parent: CapabilityCode.nullable(),
    /** Its place in the printed tree. */
    position: z.int().nonnegative(),
    kind: CapabilityKind,
    names: Labels,
    recipe: Recipe.nullable(),
    sizesSeen: z.array(SizeSeen),
  })
  .refine(({ code, parent }) => parentOf(code) === parent, 'capabilities.parent-of-code')
export type Capability = z.infer<typeof Capability>

/** The code one step up: `aviation` of `aviation.helicopter`; null at the top. */
export function parentOf(code: CapabilityCode): CapabilityCode | null {
  const end = code.lastIndexOf('.')
  return end < 0 ? null : code.slice(0, end)
}

/** The codes above a code, from the top down: `aviation`, `aviation.helicopter`. */
export function ancestorsOf(code: CapabilityCode): CapabilityCode[] {
  const parent = parentOf(code)
  return parent === null ? [] : [...ancestorsOf(parent), parent]
}

/** The code at the top: what a capability is a kind of, in the end. */
export const familyOf = (code: CapabilityCode): CapabilityCode => code.split('.', 1)[0] as string

/** Whether a code is the other one, or stands below it. */
export const isWithin = (code: CapabilityCode, other: CapabilityCode): boolean =>
  code === other || code.startsWith(`${other}.`)

/** Hospitals have levels too; they are not levels of readiness, and a page says so. */
export const isHospitalLevel = (code: CapabilityCode): boolean =>
  /^medical\.hospital\.level\d/.test(code)

/** The taxonomy belongs to no conference: the shipped one and an administrator's corrections. */
export const mayRecord = (actor: Actor): boolean => holds(actor, '*', 'loader', 'administrator')
