import { sayDayRange } from '../../i18n/days.ts'
import { sayNumber, setBeside } from '../../i18n/numbers.ts'
import { sayCount } from '../../i18n/quantities.ts'
import type { Language } from '../../kernel/language.ts'
import { sayAmount, sayOffered, sayUnit } from '../offers/terms.print.ts'
import { Offered, OfferUnit } from '../offers/units.model.ts'
import type { Standing } from './life.model.ts'
import type { Deed, Ending, Form, Gift, Part, Share, ShareUnit, State } from './model.ts'
import type { SeenField } from './sight.ts'
import { say } from './words.ts'

/** «Triangular partnership». */
export const sayForm = (language: Language, form: Form): string => say(language, `form.${form}`)

/** A part of a triangular partnership, «Donor». */
export const sayPart = (language: Language, part: Part): string => say(language, `part.${part}`)
/** What whoever stands in a part does. */
export const sayPartDoes = (language: Language, part: Part): string =>
  say(language, `part.${part}.does`)

/** What somebody is asked to give, «Transport». */
export function sayGift(language: Language, gift: Gift): string {
  const offered = Offered.safeParse(gift)
  if (offered.success) return sayOffered(language, offered.data)
  return say(language, gift === 'host' ? 'gift.host' : 'gift.refurbishment')
}

/** A share without whose it is: «Equipment · 2 helicopters». */
export function sayShare(language: Language, { gift, amount, unit }: Omit<Share, 'party'>): string {
  if (amount === null || unit === null) return sayGift(language, gift)
  const much = sayMuch(language, amount, unit)
  return gift === 'unit' && unit === 'unit'
    ? much
    : setBeside(language, [sayGift(language, gift), much])
}

/** How much of what, «2 helicopters». */
function sayMuch(language: Language, amount: number, unit: ShareUnit): string {
  const offered = OfferUnit.safeParse(unit)
  return offered.success
    ? sayAmount(language, amount, offered.data)
    : sayCount(language, amount, unit as Exclude<ShareUnit, OfferUnit>)
}

/** What a share is counted in, as it is said after a number. */
export function sayShareUnit(language: Language, unit: ShareUnit): string {
  const offered = OfferUnit.safeParse(unit)
  return offered.success
    ? sayUnit(language, offered.data)
    : sayCount(language, 5, unit as Exclude<ShareUnit, OfferUnit>, '').trim()
}

/** The days of a share; null where it is for the whole time of the need. */
export function sayDaysOf(
  language: Language,
  { from, until }: Pick<Share, 'from' | 'until'>,
  need: { from: string; until: string },
): string | null {
  if (from === null && until === null) return null
  return sayDayRange(language, from ?? need.from, until ?? need.until)
}

/** How many whole units it would make. */
export const sayUnits = (language: Language, units: number): string =>
  say(language, 'units', { count: units, said: sayNumber(language, units) })

export const sayState = (language: Language, state: State): string =>
  say(language, `state.${state}`)
export const sayEnding = (language: Language, ending: Ending): string =>
  say(language, `ending.${ending}`)
export const sayStanding = (language: Language, standing: Standing): string =>
  say(language, `standing.${standing}`)
export const sayDeed = (language: Language, deed: Deed): string => say(language, `deed.${deed}`)
export const sayField = (language: Language, field: SeenField): string =>
  say(language, `field.${field}`)
