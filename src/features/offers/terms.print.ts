import { sayNumber, setBeside } from '../../i18n/numbers.ts'
import { sayCount } from '../../i18n/quantities.ts'
import type { Language } from '../../kernel/language.ts'
import type { BoardSide } from './following/model.ts'
import type { Amount, Deed, READINESS, Side, Terms } from './model.ts'
import type { Assumable } from './needs/model.ts'
import type { Standing } from './shown.ts'
import type { Offered, OfferUnit } from './units.model.ts'
import { say } from './words.ts'

/** What is offered, «Equipment». */
export const sayOffered = (language: Language, component: Offered): string =>
  say(language, `component.${component}`)

/** How many of what, «2 helicopters». */
export function sayAmount(language: Language, amount: number, unit: OfferUnit): string {
  if (unit !== 'thousand-usd') return sayCount(language, amount, unit)
  return say(language, 'unit.thousand-usd', { count: amount, said: sayNumber(language, amount) })
}

/** A unit as it is said after a number. */
export const sayUnit = (language: Language, unit: OfferUnit): string =>
  (unit === 'thousand-usd'
    ? say(language, 'unit.thousand-usd', { count: 5, said: '' })
    : sayCount(language, 5, unit, '')
  ).trim()

/** A part and how much of it, «Equipment · 2 helicopters». */
export const sayPart = (language: Language, { component, amount, unit }: Amount): string =>
  setBeside(language, [sayOffered(language, component), sayAmount(language, amount, unit)])

export const sayState = (language: Language, state: Terms['state']): string =>
  say(language, `state.${state}`)

export const sayStanding = (language: Language, standing: Standing): string =>
  say(language, `standing.${standing}`)

/** A level of readiness as a number of ours: 4 is the rapid deployment level. */
export const sayReadiness = (language: Language, level: number): string =>
  say(language, `readiness.${level as (typeof READINESS)[number]}`)

export const sayDeed = (language: Language, deed: Deed): string => say(language, `deed.${deed}`)
export const saySide = (language: Language, side: Side): string => say(language, `side.${side}`)

/** A side of the board. */
export const sayBoardSide = (language: Language, side: BoardSide): string =>
  say(language, `board.${side}`)

/** A part of a need that the secretariat assumes. */
export const sayAssumed = (language: Language, part: Assumable): string =>
  say(language, `assumed.${part}`)
