import { describe, expect, it } from 'vitest'
import { LAYOUTS } from './fixtures/layouts.ts'
import { readProgramme } from './read.ts'

const told = (text: string, hints = {}) => {
  const { days, zone, language } = readProgramme({ text }, hints)
  return {
    zone,
    language,
    days: days.map(({ date, items }) => [
      date,
      ...items.map(({ start, end, title, kind }) => `${start} ${end ?? '-'} ${kind} ${title}`),
    ]),
  }
}

describe('a programme', () => {
  for (const { name, text, hints, zone, language, days } of LAYOUTS) {
    it(`is read ${name}`, () => {
      expect(told(text, hints)).toEqual({ zone, language, days })
    })
  }
})
