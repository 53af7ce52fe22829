import { minorOf } from '../../../kernel/money.ts'
import { Unit } from '../../../kernel/quantity.ts'
import type { RefusedField } from '../../../kernel/refusal.ts'
import type { Source } from '../../../kernel/source.ts'
import type { Reached } from '../../pledges/history.model.ts'
import { decimalFrom, partialDayFrom, wholeFrom } from '../../pledges/writing/numbers.ts'
import type { Told } from '../reports/model.ts'
import type { TypedReport } from './typed.model.ts'

/** What a report tells, or what of it cannot be understood. */
export interface Understood {
  told: Told
  problems: RefusedField[]
}

/** Understands a report as people type it: «١٦», «1,250», «5/2024». */
export function toldFrom(typed: TypedReport): Understood {
  const problems: RefusedField[] = []
  const wrong = (path: string, code: string) =>
    problems.push({ path: path.split('.').map(asStep), code })
  const day = (value: string | undefined, path: string): string | null => {
    const text = value?.trim() ?? ''
    if (text === '') return null
    const read = partialDayFrom(text)
    if (read === null) wrong(path, 'pledges.not-a-day')
    return read
  }
  const on = day(typed.on, 'on')
  if (typed.on.trim() === '') wrong('on', 'pledges.not-a-day')
  const from = day(typed.from, 'from')
  const until = day(typed.until, 'until')
  const { obstacle, nextStep } = typed
  if (obstacle?.note && !obstacle.kind) wrong('obstacle.kind', 'followup.needs-obstacle')
  const by = day(nextStep?.by, 'nextStep.by')
  if (by && !nextStep?.what) wrong('nextStep.what', 'followup.needs-step')
  return {
    told: {
      stage: typed.stage,
      on: on ?? '1900',
      quantity: reachedFrom(typed.quantity, wrong),
      dates: from || until ? { from, until } : null,
      note: typed.note,
      evidence: typed.evidence.flatMap((row, place) => sourceFrom(row, place, day, wrong)),
      obstacle: obstacle?.kind ? { kind: obstacle.kind, note: obstacle.note } : null,
      nextStep: nextStep?.what ? { what: nextStep.what, by } : null,
      audiences: typed.audiences,
    },
    problems,
  }
}

/** A row by its number. */
const asStep = (step: string) => (/^\d+$/.test(step) ? Number(step) : step)

type Wrong = (path: string, code: string) => void

function reachedFrom(typed: TypedReport['quantity'], wrong: Wrong): Reached | null {
  const { value = '', unit = '', currency = '' } = typed ?? {}
  if (value.trim() === '') return null
  const known = Unit.safeParse(unit).data
  if (!known) wrong('quantity.unit', 'pledges.needs-unit')
  const code = currency.trim().toUpperCase()
  if (known === 'money' && !/^[A-Z]{3}$/.test(code))
    wrong('quantity.currency', 'pledges.needs-currency')
  const decimal = decimalFrom(value)
  const number =
    known === 'money' ? (decimal === null ? null : minorOf(decimal, code)) : wholeFrom(value)
  if (number === null) wrong('quantity.value', 'pledges.not-a-number')
  return known && number !== null
    ? { value: number, unit: known, currency: known === 'money' ? code : null }
    : null
}

function sourceFrom(
  { publisher = '', url = '', date }: TypedReport['evidence'][number],
  place: number,
  day: (value: string | undefined, path: string) => string | null,
  wrong: Wrong,
): Source[] {
  const at = `evidence.${place}`
  if (publisher.trim() === '') wrong(`${at}.publisher`, 'followup.needs-publisher')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    wrong(`${at}.url`, 'followup.not-an-address')
    return []
  }
  return [{ publisher: publisher.trim(), url, date: day(date, `${at}.date`), grade: null }]
}
