import { majorOf, minorOf } from '../../../kernel/money.ts'
import { PERIODS, QUANTITY_KINDS, Quantity, Unit } from '../../../kernel/quantity.ts'
import { decimalFrom, wholeFrom } from './numbers.ts'
import type { Amount, Problem } from './sketch.model.ts'

/** A quantity, as far as what was typed says one; else what is wrong with it. */
export interface Read<Value> {
  value: Value
  problems: Problem[]
}

const NONE: Quantity = { kind: 'none' }
const problem = (path: Problem['path'], field: string, code: string): Problem => ({
  path: [...path, field],
  code: `pledges.${code}`,
})

/** Reads a quantity. What is only half said counts as not said, and tells what is missing. */
export function quantityFrom(amount: Amount | undefined, path: Problem['path']): Read<Quantity> {
  const { kind = '', value = '', to = '', unit = '', currency = '' } = amount ?? {}
  const saysNothing = value === '' && to === ''
  if ((kind === '' || kind === 'none') && saysNothing) return { value: NONE, problems: [] }
  const problems: Problem[] = []
  const isMoney = unit === 'money'
  const number = (typed: string, field: string): number => {
    const read = isMoney ? moneyFrom(typed, currency) : wholeFrom(typed)
    if (read !== null) return read
    problems.push(problem(path, field, typed === '' ? 'needs-number' : 'not-a-number'))
    return 0
  }
  const kinds: readonly string[] = QUANTITY_KINDS
  const said = kind === '' || kind === 'none' ? 'exact' : kind
  if (!kinds.includes(said)) problems.push(problem(path, 'kind', 'needs-kind'))
  if (!Unit.safeParse(unit).success) problems.push(problem(path, 'unit', 'needs-unit'))
  if (isMoney && !/^[A-Z]{3}$/.test(currency))
    problems.push(problem(path, 'currency', 'needs-currency'))
  const raw = {
    ...{ kind: said, value: number(value, 'value'), unit },
    ...{ currency: isMoney ? currency : null, year: yearFrom(amount?.year, path, problems) },
    ...(said === 'range' && { to: number(to, 'to') }),
    ...(said === 'per-period' && {
      per: periodFrom(amount?.per, path, problems),
      bound: amount?.bound === 'at-least' ? 'at-least' : 'exact',
    }),
  }
  if (problems.length > 0) return { value: NONE, problems }
  const read = Quantity.safeParse(raw)
  return read.success
    ? { value: read.data, problems }
    : {
        value: NONE,
        problems: [problem(path, said === 'range' ? 'to' : 'value', 'range-backwards')],
      }
}

/** A sum in whole units, as people write it, in minor ones. */
function moneyFrom(typed: string, currency: string): number | null {
  const decimal = decimalFrom(typed)
  return decimal === null ? null : minorOf(decimal, currency)
}

function yearFrom(typed = '', path: Problem['path'], problems: Problem[]): number | null {
  if (typed === '') return null
  const year = wholeFrom(typed)
  if (year !== null && year >= 1945 && year <= 2200) return year
  problems.push(problem(path, 'year', 'not-a-year'))
  return null
}

function periodFrom(typed = '', path: Problem['path'], problems: Problem[]): string {
  if (!(PERIODS as readonly string[]).includes(typed)) {
    problems.push(problem(path, 'per', 'needs-period'))
  }
  return typed
}

/** A quantity as somebody would type it. */
export function amountFrom(quantity: Quantity): Amount | undefined {
  if (quantity.kind === 'none') return undefined
  const { kind, unit, currency, year } = quantity
  const typed = (value: number) => (currency === null ? `${value}` : majorOf(value, currency))
  return {
    ...{ kind, value: typed(quantity.value), unit },
    ...(kind === 'range' && { to: typed(quantity.to) }),
    ...(kind === 'per-period' && { per: quantity.per, bound: quantity.bound }),
    ...(currency !== null && { currency }),
    ...(year !== null && { year: `${year}` }),
  }
}
