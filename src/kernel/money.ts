import { z } from 'zod'

/** An ISO 4217 code, `EUR`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/)

/** The currencies whose minor unit is not a hundredth (ISO 4217, list one of 2025). */
const DIGITS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'
      .split(' ')
      .map((code) => [code, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3])),
}

/** Digits after the point of a currency: 2 for the euro, 0 for the won. */
export const digitsOf = (currency: string): number => DIGITS[currency] ?? 2

/** A sum in minor units as a decimal of whole ones, exactly: `15050` cents are `150.50`, `15000` are `150`. */
export function majorOf(minor: number, currency: string): string {
  const digits = digitsOf(currency)
  const text = String(minor).padStart(digits + 1, '0')
  const fraction = digits === 0 ? '' : text.slice(-digits)
  const whole = digits === 0 ? text : text.slice(0, -digits)
  return /^0*$/.test(fraction) ? whole : `${whole}.${fraction}`
}

/** The sum in minor units that a decimal says; null where it has more digits than the currency, or is none. */
export function minorOf(major: string, currency: string): number | null {
  const digits = digitsOf(currency)
  const found = /^(\d+)(?:\.(\d+))?$/.exec(major)
  const fraction = found?.[2]?.replace(/0+$/, '') ?? ''
  if (!found || fraction.length > digits) return null
  const minor = Number(`${found[1]}${fraction.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? minor : null
}
