import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LAYOUTS } from './fixtures/layouts.ts'
import { readProgramme } from './read.ts'
import type { Understood } from './understood.ts'
import { LABELS } from './vocabulary/vocabulary.ts'

/** Every line that a result refers to, as often as it does. */
const linesIn = (understood: Understood): number[] =>
  [
    ...LABELS.flatMap((name) => understood[name]?.lines ?? []),
    ...understood.days.flatMap(({ lines, items, parts }) => [
      ...lines,
      ...items.flatMap((item) => item.lines),
      ...parts.map(({ line }) => line),
    ]),
    ...understood.zoneLines,
    ...understood.marks.map(({ line }) => line),
    ...understood.repeats.flatMap(({ lines }) => lines),
    ...understood.unread.map(({ line }) => line),
  ].sort((a, b) => a - b)

const invisible = /[\p{Cc}\p{Cf}]/gu
const written = (lines: readonly string[]) =>
  lines.flatMap((line, index) => (line.replace(invisible, '').trim() === '' ? [] : [index + 1]))

const piece = fc.oneof(
  fc.constantFrom(...LAYOUTS.flatMap(({ text }) => text.split('\n'))),
  fc.constantFrom(
    '',
    '   ',
    'Programme',
    '- Tuesday',
    '9:00',
    '10:00 –',
    'Venue:',
    'Agenda',
    '|',
    '---',
    'Page 3 of 4',
    'Background',
    'A sentence that says nothing at all.',
  ),
  fc
    .string({ maxLength: 40, unit: 'grapheme' })
    .map((text) => text.replace(/[\n\r\f\v\u0085\u2028\u2029]/g, ' ')),
)

describe('of any text', () => {
  it('every line is in exactly one place of the result', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (lines) => {
        expect(linesIn(readProgramme({ text: lines.join('\n') }))).toEqual(written(lines))
      }),
      { numRuns: 200 },
    )
  }, 20_000)

  it('of the layouts too, nothing is dropped', () => {
    for (const { text } of LAYOUTS) {
      expect(linesIn(readProgramme({ text }))).toEqual(written(text.split('\n')))
    }
  })

  it('reading never fails', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'binary' }), (text) => {
        readProgramme({ text })
      }),
      { numRuns: 100 },
    )
  }, 20_000)

  it('reading never hangs on long lines', () => {
    const hostile = [
      '9',
      '9:',
      ' ',
      '1-',
      'a',
      '第',
      'day ',
      '12 ',
      '.',
      '(',
      'programme ',
      '|',
      '\t',
      '٩',
      '月',
      'December ',
      'من الساعة ',
      '日程',
      '7 December ',
      '9:00 ',
      '- ',
    ]
    for (const unit of hostile) {
      const started = performance.now()
      readProgramme({ text: unit.repeat(20_000) })
      expect([unit, performance.now() - started < 2000]).toEqual([unit, true])
    }
  }, 60_000)

  it('reads 500 sessions within a second', () => {
    const text = Array.from({ length: 10 }, (_, day) => [
      `Day ${day + 1} – ${day + 1} December 2021`,
      ...Array.from({ length: 50 }, (_, index) => {
        const [hour, minute] = [8 + Math.floor(index / 5), (index % 5) * 10]
        const clock = (past: number) => `${hour}:${String(minute + past).padStart(2, '0')}`
        return `${clock(0)} – ${clock(9)} Session ${index}: protection of civilians\n- Speaker: to be confirmed`
      }),
    ])
      .flat()
      .join('\n')
    readProgramme({ text: 'Warm up' })
    const started = performance.now()
    const { days } = readProgramme({ text })
    const milliseconds = performance.now() - started
    expect(days.map(({ items }) => items.length)).toEqual(Array(10).fill(50))
    expect(milliseconds).toBeLessThan(1000)
  })
})
