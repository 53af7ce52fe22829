const ARABIC = /[\u0660-\u0669]/g
const PERSIAN = /[\u06F0-\u06F9]/g
/** What people put between thousands: spaces of every width, apostrophes, the Arabic separator. */
const BETWEEN_THOUSANDS = /[\s\u00A0\u2009\u202F'’\u066C]/g
/** Thousands set apart by commas or points: `12,500`, `1.000.000`. */
const GROUPED = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/

/**
 * A number as people write it in seven languages, as plain decimals: `12 500,50` and `12,500.50` are `12500.50`. Null
 * where it is none.
 */
export function decimalFrom(typed: string): string | null {
  const text = typed
    .trim()
    .replace(ARABIC, (digit) => `${digit.charCodeAt(0) - 0x0660}`)
    .replace(PERSIAN, (digit) => `${digit.charCodeAt(0) - 0x06f0}`)
    .replace(BETWEEN_THOUSANDS, '')
    .replaceAll('\u066B', '.')
  if (/^\d+$/.test(text)) return text
  if (GROUPED.test(text)) return text.replace(/[.,]/g, '')
  // The last of two different signs is the one before the decimals.
  const found = /^(\d{1,3}(?:([.,])\d{3})+|\d+)([.,])(\d+)$/.exec(text)
  if (!found || found[2] === found[3]) return null
  return `${(found[1] as string).replace(/[.,]/g, '')}.${found[4]}`
}

/** The same where only whole ones are meant. */
export function wholeFrom(typed: string): number | null {
  const decimal = decimalFrom(typed)
  if (decimal === null || !/^\d+(?:\.0+)?$/.test(decimal)) return null
  const number = Number(decimal)
  return Number.isSafeInteger(number) ? number : null
}

/**
 * A day as far as somebody knows it: `2024`, `2024-05`, `2024-05-17`, also as `5/2024`. Null where it is none; which
 * number of `5/6/2024` is the month nobody knows, so that is none either.
 */
export function partialDayFrom(typed: string): string | null {
  const text = typed
    .trim()
    .replace(ARABIC, (digit) => `${digit.charCodeAt(0) - 0x0660}`)
    .replace(PERSIAN, (digit) => `${digit.charCodeAt(0) - 0x06f0}`)
  const monthFirst = /^(\d{1,2})[/.](\d{4})$/.exec(text)
  const iso = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(text)
  const [year, month, day] = monthFirst
    ? [monthFirst[2], monthFirst[1], undefined]
    : [iso?.[1], iso?.[2], iso?.[3]]
  if (year === undefined) return null
  const parts = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  return isThere(parts) ? parts : null
}

/** Whether a calendar has it: no 30 February, no month 13. */
function isThere(day: string): boolean {
  try {
    if (day.length === 10) Temporal.PlainDate.from(day, { overflow: 'reject' })
    else if (day.length === 7) Temporal.PlainYearMonth.from(day, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
