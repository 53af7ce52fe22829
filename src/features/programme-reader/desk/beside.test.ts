import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LAYOUTS } from '../fixtures/layouts.ts'
import { linesOf } from '../lines.ts'
import { readProgramme } from '../read.ts'
import { besideSource } from './beside.ts'

const SEOUL = readFileSync(join(import.meta.dirname, '../fixtures/seoul-2021.fr.txt'), 'utf8')

const told = (text: string) => besideSource(readProgramme({ text }), linesOf({ text }))

describe('a text beside what was understood of it', () => {
  it('shows every line once, in its order, and every session once', () => {
    for (const text of [SEOUL, ...LAYOUTS.map((layout) => layout.text)]) {
      const entries = told(text)
      const numbers = entries.flatMap(({ lines }) => lines.map(({ number }) => number))
      expect(numbers).toEqual(linesOf({ text }).map(({ number }) => number))
      const understood = readProgramme({ text })
      const items = understood.days.flatMap((day) => day.items)
      const rows = entries.flatMap(({ row }) => row ?? [])
      expect(rows.map(({ number }) => number)).toEqual(items.map((_, at) => at))
    }
  })

  it('says what each line is, and where something is doubtful', () => {
    const entries = told(
      [
        'Tuesday, 7 December 2021',
        '9:00 – 9:30 Opening ceremony',
        '- Chair: Minister Kim',
        'Lunch will be served.',
        '2:00 Session 1',
      ].join('\n'),
    )
    expect(entries.map(({ what, lines, row }) => [what, lines.length, row?.session.start])).toEqual(
      [
        ['day', 1, undefined],
        ['session', 3, '09:00'],
        ['session', 1, '14:00'],
      ],
    )
    expect(entries[2]?.doubts.map(({ code }) => code)).toContain('afternoon-assumed')
    expect(entries[1]?.row?.session).toEqual({
      ...{ take: true, day: '2021-12-07', start: '09:00', end: '09:30', kind: 'ceremony' },
      ...{ title: 'Opening ceremony', room: null },
      note: 'Chair: Minister Kim\nLunch will be served.',
    })
  })

  it('leaves to be filled in what the text does not say', () => {
    const [row] = told('9:00 – 9:30').flatMap((entry) => entry.row ?? [])
    expect(row?.session).toMatchObject({ day: null, title: null, start: '09:00' })
  })
})
