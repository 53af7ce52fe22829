import { expect, it } from 'vitest'
import { firstDayOf, lastDayOf } from './model.ts'

it('knows the first and the last day that a partial date can mean', () => {
  expect(['2020', '2020-02', '2021-02-03'].map(firstDayOf)).toEqual([
    '2020-01-01',
    '2020-02-01',
    '2021-02-03',
  ])
  expect(['2020', '2021-02-03'].map(lastDayOf)).toEqual(['2020-12-31', '2021-02-03'])
})

it('knows the last day of every month, in leap years and others', () => {
  const first = Temporal.PlainYearMonth.from('1896-01')
  for (let month = 0; month < 12 * 212; month += 1) {
    const date = first.add({ months: month })
    expect(lastDayOf(date.toString())).toBe(date.toPlainDate({ day: date.daysInMonth }).toString())
  }
})
