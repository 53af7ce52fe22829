import type { Language } from '../kernel/language.ts'
import { digitsOf, majorOf } from '../kernel/money.ts'
import type { Bounds, Quantity, Unit } from '../kernel/quantity.ts'
import { isolateIn } from './isolate.ts'
import { LOCALES, sayNumber } from './numbers.ts'
import { say } from './units.ts'

/**
 * An amount in minor units with its currency's code, which no sign could be mistaken for: «USD 95,000,000»,
 * «82 000 000 EUR». Without a fraction where there is none.
 */
export function sayMoney(language: Language, minor: number, currency: string): string {
  const major = majorOf(minor, currency)
  const digits = major.includes('.') ? digitsOf(currency) : 0
  const said = new Intl.NumberFormat(LOCALES[language], {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(Number(major))
  return isolateIn(language, said)
}

/** How many of a unit: «16 helicopters», «16 вертолетов», «طائرتان عموديتان». */
export const sayCount = (
  language: Language,
  count: number,
  unit: Exclude<Unit, 'money'>,
  said = sayNumber(language, count),
): string => say(language, `unit.${unit}`, { count, said })

type Measured = Exclude<Quantity, { kind: 'none' }>

const sayValue = (
  language: Language,
  { unit, currency }: Pick<Measured, 'unit' | 'currency'>,
  value: number,
) =>
  unit === 'money' ? sayMoney(language, value, currency ?? '') : sayCount(language, value, unit)

/** A quantity as it was said: «about 1,000 troops», «5 days per month», «no quantity stated». */
export function sayQuantity(language: Language, quantity: Quantity): string {
  switch (quantity.kind) {
    case 'none':
      return say(language, 'quantity.none')
    case 'exact':
      return sayValue(language, quantity, quantity.value)
    case 'about':
    case 'up-to':
    case 'at-least':
      return say(language, `quantity.${quantity.kind}`, {
        said: sayValue(language, quantity, quantity.value),
      })
    case 'range':
      return sayRange(language, quantity, { low: quantity.value, high: quantity.to })
    default: {
      const each = sayValue(language, quantity, quantity.value)
      const said =
        quantity.bound === 'exact' ? each : say(language, 'quantity.at-least', { said: each })
      return say(language, `quantity.per.${quantity.per}`, { said })
    }
  }
}

/** A sum of which only the least and the most are known: «80 to 100 courses», «at least USD 5,000,000». */
export function sayRange(
  language: Language,
  measure: Pick<Measured, 'unit' | 'currency'>,
  { low, high }: Bounds,
): string {
  if (high === low) return sayValue(language, measure, low)
  if (high === null) {
    return say(language, 'quantity.at-least', { said: sayValue(language, measure, low) })
  }
  if (low === 0) return say(language, 'quantity.up-to', { said: sayValue(language, measure, high) })
  if (measure.unit === 'money') {
    return say(language, 'quantity.range', {
      low: sayValue(language, measure, low),
      high: sayValue(language, measure, high),
    })
  }
  const said = say(language, 'quantity.range', {
    low: sayNumber(language, low),
    high: sayNumber(language, high),
  })
  // A dual («طائرتان») would hide where the range begins: one up to two is said as more are.
  return sayCount(language, Math.max(high, 3), measure.unit, said)
}
