import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../kernel/language.ts'
import { SEOUL } from '../testing/sessions.ts'
import { TIME_WORDS } from './calendar/time-words.ts'
import { byDay, differs, setRange, wallAt, weekdayOf } from './wall.ts'

const ms = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds
const spans = SEOUL.map(([, day, start, end]) => ({
  day,
  start: ms(`${day}T${start}+09:00`),
  end: ms(`${day}T${end}+09:00`),
}))

/** Each session as a reader of the zone sees it under the conference's days. */
const seen = (zone: string, words = TIME_WORDS.en) =>
  spans.map(({ day, start, end }) => setRange(words, wallAt(start, zone), wallAt(end, zone), day))

describe('the sessions of Seoul in the reader’s time', () => {
  it.each([
    [
      'Asia/Seoul',
      ['19:30–20:00', '20:10–21:30', '21:40–23:00'],
      ['19:30–20:50', '21:00–22:20', '22:30–23:00'],
    ],
    [
      'UTC',
      ['10:30–11:00', '11:10–12:30', '12:40–14:00'],
      ['10:30–11:50', '12:00–13:20', '13:30–14:00'],
    ],
    [
      'America/New_York',
      ['05:30–06:00', '06:10–07:30', '07:40–09:00'],
      ['05:30–06:50', '07:00–08:20', '08:30–09:00'],
    ],
    [
      'Australia/Sydney',
      ['21:30–22:00', '22:10–23:30', '23:40 – Wed 01:00'],
      ['21:30–22:50', '23:00 – Thu 00:20', 'Thu 00:30–01:00'],
    ],
    [
      'Pacific/Auckland',
      ['23:30 – Wed 00:00', 'Wed 00:10–01:30', 'Wed 01:40–03:00'],
      ['23:30 – Thu 00:50', 'Thu 01:00–02:20', 'Thu 02:30–03:00'],
    ],
    [
      'Pacific/Fiji',
      ['22:30–23:00', '23:10 – Wed 00:30', 'Wed 00:40–02:00'],
      ['22:30–23:50', 'Thu 00:00–01:20', 'Thu 01:30–02:00'],
    ],
    [
      'Pacific/Honolulu',
      ['00:30–01:00', '01:10–02:30', '02:40–04:00'],
      ['00:30–01:50', '02:00–03:20', '03:30–04:00'],
    ],
    [
      'Asia/Kathmandu',
      ['16:15–16:45', '16:55–18:15', '18:25–19:45'],
      ['16:15–17:35', '17:45–19:05', '19:15–19:45'],
    ],
    [
      'America/St_Johns',
      ['07:00–07:30', '07:40–09:00', '09:10–10:30'],
      ['07:00–08:20', '08:30–09:50', '10:00–10:30'],
    ],
  ])('in %s', (zone, first, second) => {
    expect(seen(zone)).toEqual([...first, ...second])
  })

  it('agrees with Temporal, which browsers may lack', () => {
    for (const zone of ['Pacific/Apia', 'Asia/Kathmandu', 'America/St_Johns', 'Europe/Berlin']) {
      for (const { start } of spans) {
        const { offset, ...wall } = wallAt(start, zone)
        const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone)
        expect(offset).toBe(zoned.offset)
        expect(`${wall.day}T${wall.clock}`).toBe(
          zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }),
        )
      }
    }
  })

  it('are grouped by the reader’s own days where those are asked for', () => {
    const grouped = (zone: string) =>
      byDay(spans, ({ start }) => start, zone).map(({ day, items }) => [day, items.length])
    expect(grouped('Asia/Seoul')).toEqual([
      ['2021-12-07', 3],
      ['2021-12-08', 3],
    ])
    expect(grouped('Pacific/Auckland')).toEqual([
      ['2021-12-07', 1],
      ['2021-12-08', 3],
      ['2021-12-09', 2],
    ])
    expect(grouped('Pacific/Fiji')).toEqual([
      ['2021-12-07', 2],
      ['2021-12-08', 2],
      ['2021-12-09', 2],
    ])
  })

  it('warn where clocks differ, not where only the names of zones do', () => {
    const moments = spans.map(({ start }) => start)
    expect(differs(moments, 'Asia/Seoul', 'Asia/Tokyo')).toBe(false)
    expect(differs(moments, 'Asia/Seoul', 'Asia/Kathmandu')).toBe(true)
  })
})

describe('a conference over a change of the clocks', () => {
  const berlin = ['2025-03-29T09:00+01:00', '2025-03-30T09:00+02:00'].map(ms)

  it('keeps its wall times and moves for everybody else', () => {
    const clocks = (zone: string) => berlin.map((moment) => wallAt(moment, zone).clock)
    expect(clocks('Europe/Berlin')).toEqual(['09:00', '09:00'])
    expect(clocks('Asia/Seoul')).toEqual(['17:00', '16:00'])
    expect(clocks('UTC')).toEqual(['08:00', '07:00'])
    expect(berlin.map((moment) => wallAt(moment, 'Europe/Berlin').offset)).toEqual([
      '+01:00',
      '+02:00',
    ])
  })

  it('warns a reader whose clock agrees on the first day only', () => {
    expect(differs(berlin.slice(0, 1), 'Europe/Berlin', 'Africa/Lagos')).toBe(false)
    expect(differs(berlin, 'Europe/Berlin', 'Africa/Lagos')).toBe(true)
  })
})

describe('a range of times', () => {
  it('is set as each language sets it', () => {
    const set = Object.fromEntries(
      LANGUAGES.map((language) => [language, seen('Australia/Sydney', TIME_WORDS[language])[4]]),
    )
    expect(set).toEqual({
      ar: 'من الساعة 23:00 إلى الساعة 00:20 الخميس',
      zh: '23:00 – 周四 00:20',
      en: '23:00 – Thu 00:20',
      fr: '23:00 – jeu. 00:20',
      ru: '23:00 – чт 00:20',
      es: '23:00 – jue. 00:20',
      ko: '23:00 ~ (목) 00:20',
    })
  })

  it('has no end that nobody knows', () => {
    const start = wallAt(ms('2023-12-05T12:30Z'), 'Africa/Accra')
    expect(setRange(TIME_WORDS.en, start, null, '2023-12-05')).toBe('12:30')
    expect(setRange(TIME_WORDS.ar, start, null, '2023-12-04')).toBe('الثلاثاء الساعة 12:30')
  })

  it('begins its week on Monday', () => {
    expect(weekdayOf(TIME_WORDS.en, '2021-12-06')).toBe('Mon')
    expect(weekdayOf(TIME_WORDS.en, '2021-12-12')).toBe('Sun')
  })

  it('shows midnight as 00:00 of the new day', () => {
    expect(wallAt(ms('2021-12-07T15:00Z'), 'Asia/Seoul')).toEqual({
      day: '2021-12-08',
      clock: '00:00',
      offset: '+09:00',
    })
  })
})
