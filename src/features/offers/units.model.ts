import { z } from 'zod'
import { COMPONENTS } from '../capabilities/model.ts'
import type { Kind } from '../matching/model/recipe.ts'

/** What can be offered: a whole unit, or one of the parts of which units are made up. */
export const OFFERED = ['unit', ...COMPONENTS] as const
export const Offered = z.enum(OFFERED)
export type Offered = z.infer<typeof Offered>

/** In what each part is counted, the usual one first. What is counted alike can be set against each other. */
export const UNITS_OF = {
  unit: ['unit'],
  people: ['team', 'personnel', 'troops', 'police-officers', 'experts'],
  equipment: ['kit', 'helicopter', 'aircraft', 'vehicle', 'hospital'],
  training: ['course', 'trainee', 'team'],
  transport: ['flight', 'voyage'],
  sustainment: ['month', 'kit'],
  money: ['thousand-usd'],
} as const satisfies Record<Offered, readonly string[]>

export const OFFER_UNITS = [...new Set(Object.values(UNITS_OF).flat())]
export const OfferUnit = z.enum(OFFER_UNITS)
export type OfferUnit = z.infer<typeof OfferUnit>

/** Whether a part can be counted in a unit. */
export const isUnitOf = (component: Offered, unit: OfferUnit): boolean =>
  (UNITS_OF[component] as readonly string[]).includes(unit)

/** Given once and used up, or held all the time and free again; and whether whoever gives it must be understood. */
export const KINDS: readonly Kind[] = [
  { code: 'unit', once: false, speaks: true },
  { code: 'people', once: false, speaks: true },
  { code: 'equipment', once: false, speaks: false },
  { code: 'training', once: true, speaks: true },
  { code: 'transport', once: true, speaks: false },
  { code: 'sustainment', once: false, speaks: false },
  { code: 'money', once: true, speaks: false },
]
