import { sync } from 'node-ical'
import { describe, expect, it } from 'vitest'
import type { Component } from '../../kernel/documents/jcal.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { printCalendar } from '../../platform/export/calendar.ts'
import { anOutline, aProgramme, textIn } from '../../testing/programme.ts'
import { conferenceCalendar, programmeCalendar, sessionCalendar } from './calendar.print.ts'

const ZONES = ['Asia/Seoul', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Auckland', 'UTC']
const origin = 'https://plenum.example'
const published = (zone: string) => ({ programme: aProgramme(zone), parties: new Map() })
const print = (zone: string, language: Language = 'en') =>
  printCalendar(programmeCalendar({ origin, language }, published(zone)))
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n')
const eventNamed = (calendar: string, words: string) =>
  Object.values(sync.parseICS(calendar)).find(
    (one) => one?.type === 'VEVENT' && JSON.stringify(one.summary).includes(words),
  ) as unknown as Record<string, unknown> & { start: Date; end: Date }

describe('the calendar of a programme', () => {
  it.each(ZONES)('reads back by another parser at the same instants in %s', (zone) => {
    const calendar = print(zone)
    const { sessions } = aProgramme(zone)
    for (const { slug, plan } of sessions.filter(({ plan: { start } }) => start)) {
      const event = eventNamed(calendar, `Session ${slug}`)
      expect(event.start.toISOString(), slug).toBe(
        plan.start?.toString({ smallestUnit: 'millisecond' }),
      )
      if (plan.end) {
        expect(event.end.toISOString(), slug).toBe(
          plan.end.toString({ smallestUnit: 'millisecond' }),
        )
      }
    }
  })

  it('names the zone by its IANA name, with its rules, and universal time by Z', () => {
    const lines = unfolded(print('America/St_Johns'))
    expect(lines).toContain('DTSTART;TZID=America/St_Johns:20211207T193000')
    expect(lines.filter((line) => line === 'BEGIN:VTIMEZONE')).toHaveLength(1)
    expect(lines).toContain('TZID:America/St_Johns')
    const universal = unfolded(print('UTC'))
    expect(universal).toContain('DTSTART:20211207T193000Z')
    expect(universal).not.toContain('BEGIN:VTIMEZONE')
  })

  it('keeps what was cancelled or withdrawn, so that subscribers are told', () => {
    const calendar = print('Asia/Seoul')
    expect(eventNamed(calendar, 'called-off').status).toBe('CANCELLED')
    expect(eventNamed(calendar, 'error').status).toBe('CANCELLED')
    expect(eventNamed(calendar, 'opening')).toMatchObject({ status: 'CONFIRMED', sequence: 2 })
  })

  it('fills a day with what has no time, and gives no end that is not known', () => {
    const lines = unfolded(print('Asia/Seoul'))
    expect(lines).toContain('DTSTART;VALUE=DATE:20211208')
    expect(lines).toContain('DTEND;VALUE=DATE:20211209')
    const open = lines.indexOf('DTSTART;TZID=Asia/Seoul:20211208T090500')
    expect(lines[open + 1]).toBe('SUMMARY;LANGUAGE=en:Session open-end')
  })

  it('is the same calendar in every language: identifiers, sequence and times', () => {
    const bones = (language: Language) =>
      unfolded(print('Asia/Kathmandu', language)).filter((line) =>
        /^(UID|SEQUENCE|DTSTART|DTEND|STATUS|RELATED-TO)/.test(line),
      )
    for (const language of LANGUAGES) expect(bones(language)).toEqual(bones('en'))
  })

  it('keeps a Latin name in an Arabic text in its own direction', () => {
    expect(print('Asia/Seoul', 'ar').replaceAll('\r\n ', '')).toContain(
      '\u2068Jeong Eui-yong\u2069',
    )
  })

  it('has what RFC 7986 gives a feed, and what older clients read', () => {
    const lines = unfolded(print('Asia/Seoul', 'fr'))
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        'NAME;LANGUAGE=fr:Conférence 2021',
        'X-WR-CALNAME:Conférence 2021',
        'X-WR-TIMEZONE:Asia/Seoul',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        `SOURCE;VALUE=URI:${origin}/fr/tests2021/programme.ics`,
        'LAST-MODIFIED:20211201T120000Z',
      ]),
    )
  })
})

describe('the calendar of a session', () => {
  it('is that session alone, under the identifier that it has in the programme', () => {
    const facts = published('Asia/Seoul')
    const [opening] = facts.programme.sessions
    const calendar = printCalendar(
      sessionCalendar({ origin, language: 'en' }, facts, opening as NonNullable<typeof opening>),
    )
    expect(unfolded(calendar).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(unfolded(calendar)).toContain(`UID:session-${opening?.id}@plenum`)
  })
})

describe('the calendar of a conference', () => {
  const at = Temporal.Instant.from('2021-01-25T02:00Z')
  const place = { origin, language: 'en' } as const

  it('is one event that fills its days', () => {
    const calendar = conferenceCalendar(place, anOutline('Asia/Seoul'), 3, at) as Component
    expect(unfolded(printCalendar(calendar))).toEqual(
      expect.arrayContaining([
        'DTSTART;VALUE=DATE:20211207',
        'DTEND;VALUE=DATE:20211209',
        'SEQUENCE:2',
      ]),
    )
  })

  it('keeps a Latin name of its place in an Arabic text in its own direction', () => {
    const venue = { name: textIn({ ar: 'Grand Hyatt Seoul' }), city: textIn({ ar: 'سول' }) }
    const outline = {
      ...anOutline('Asia/Seoul'),
      venue: { key: 'hyatt', country: null, note: null, ...venue },
    }
    const calendar = conferenceCalendar({ origin, language: 'ar' }, outline, 1, at)
    expect(unfolded(calendar ? printCalendar(calendar) : '')).toContain(
      'LOCATION;LANGUAGE=ar:\u2068Grand Hyatt Seoul\u2069، سول',
    )
  })

  it('is none while the days are not known to the day', () => {
    const vague = { ...anOutline('Asia/Seoul'), dates: { first: '2021-07', last: null } }
    expect(conferenceCalendar(place, vague, 1, at)).toBeNull()
  })
})
