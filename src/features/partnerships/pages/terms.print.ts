import { sayNumber, setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import type { ReasonCode, Standing } from '../../matching/explain/explanation.ts'
import type { LevelName } from '../../matching/model/plan.ts'
import { sayAmount, sayOffered, sayUnit } from '../../offers/terms.print.ts'
import { Offered, OfferUnit } from '../../offers/units.model.ts'
import { say } from '../words.ts'

/** What is counted of a component, in codes of a calculation. */
export interface Counted {
  component: string
  unit: string
}

/** A component in words: «Equipment». */
export const sayComponent = (language: Language, component: string): string => {
  const known = Offered.safeParse(component)
  if (known.success) return sayOffered(language, known.data)
  return component === 'refurbishment' ? say(language, 'component.refurbishment') : component
}

/** So many of something: «2 helicopters». */
export function sayHowMany(language: Language, amount: number, unit: string): string {
  const known = OfferUnit.safeParse(unit)
  return known.success
    ? sayAmount(language, amount, known.data)
    : setBeside(language, [sayNumber(language, amount), unit])
}

/** So much of a component: «Equipment · 2 helicopters»; a whole unit is said once. */
export const sayPartOf = (
  language: Language,
  { component, unit, amount }: Counted & { amount: number },
): string =>
  component === unit
    ? sayHowMany(language, amount, unit)
    : setBeside(language, [sayComponent(language, component), sayHowMany(language, amount, unit)])

/** A component and in what it is counted: «Equipment · helicopters». */
export function sayKind(language: Language, { component, unit }: Counted): string {
  const known = OfferUnit.safeParse(unit)
  const counted = known.success ? sayUnit(language, known.data) : unit
  if (component === unit) return sayComponent(language, component)
  return setBeside(language, [sayComponent(language, component), counted])
}

export const sayStandingOf = (language: Language, standing: Standing): string =>
  say(language, `standing.${standing}`)

export const sayReason = (language: Language, code: ReasonCode): string =>
  say(language, `reason.${code}`)

export const sayAim = (language: Language, level: LevelName): string =>
  say(language, `level.${level}`)
