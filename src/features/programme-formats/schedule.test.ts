import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { printXml } from '../../platform/export/xml.ts'
import { aProgramme } from '../../testing/programme.ts'
import { numbersOf } from './numbers.ts'
import { scheduleOf } from './schedule.print.ts'
import { scheduleXml } from './schedule-xml.print.ts'

const ZONES = ['Asia/Seoul', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Auckland', 'UTC']
const place = { origin: 'https://plenum.example', language: 'en' as const }
const scheduleIn = (zone: string) =>
  scheduleOf(place, { programme: aProgramme(zone), parties: new Map() }, { version: '0.1.0' })

/** The rules of c3voc's JSON schema (version 1), in our words. */
const DateTime = z.iso.datetime({ offset: true })
const Slug = z.string().regex(/^[a-z0-9_-]+[a-z0-9]$/)
const Event = z.strictObject({
  guid: z.uuid(),
  id: z.int().min(1),
  date: DateTime,
  start: z.string().regex(/^(0\d|1\d|2[0-3]):[0-5]\d$/),
  end: DateTime.optional(),
  duration: z.string().regex(/^\d{1,2}:\d{2}$/),
  room: z.string().min(1),
  slug: Slug,
  url: z.url(),
  title: z.string().min(1),
  subtitle: z.string().nullable(),
  track: z.string().nullable(),
  type: z.string(),
  language: z.string().regex(/^[a-z]{2}$/),
  abstract: z.string().nullable(),
  description: z.string().nullable(),
  persons: z.array(z.strictObject({ name: z.string() })),
  links: z.array(
    z.strictObject({ url: z.url(), title: z.string(), type: z.enum(['web', 'media', 'related']) }),
  ),
})
const Rules = z.strictObject({
  $schema: z.string(),
  generator: z.strictObject({ name: z.string(), version: z.string(), url: z.url() }),
  schedule: z.strictObject({
    version: z.string(),
    base_url: z.url(),
    conference: z.strictObject({
      acronym: z.string().regex(/^[a-z0-9_-][a-z0-9_]{3,}$/),
      title: z.string(),
      description: z.string(),
      start: z.union([DateTime, z.iso.date()]),
      end: z.union([DateTime, z.iso.date()]),
      daysCount: z.int(),
      timeslot_duration: z.string().regex(/^\d{2}:\d{2}$/),
      time_zone_name: z.string().regex(/^([A-Z][a-z]+\/[A-Z][a-z]+)|UTC$/),
      url: z.url(),
      meta: z.looseObject({}),
      days: z.array(
        z.strictObject({
          index: z.int().min(1),
          date: z.iso.date(),
          day_start: DateTime,
          day_end: DateTime,
          rooms: z.record(z.string(), z.array(Event)),
        }),
      ),
    }),
  }),
})

describe('the schedule', () => {
  it.each(ZONES)('keeps the rules of the format in %s', (zone) => {
    const schedule = scheduleIn(zone)
    expect(Rules.parse(schedule)).toEqual(schedule)
  })

  it('puts a session over midnight on the day on which it begins', () => {
    const [first] = scheduleIn('Asia/Kathmandu').schedule.conference.days
    expect(first).toMatchObject({
      date: '2021-12-07',
      day_start: '2021-12-07T19:30:00+05:45',
      day_end: '2021-12-08T01:00:00+05:45',
    })
    expect(
      Object.values(first?.rooms ?? {})
        .flat()
        .map(({ slug, duration }) => [slug, duration]),
    ).toEqual([
      ['tests2021-opening', '0:30'],
      ['tests2021-night', '1:20'],
    ])
  })

  it('says what it has no place for: an untimed session in meta, an unknown end as no length', () => {
    const { conference } = scheduleIn('America/St_Johns').schedule
    expect(conference.meta.untimed).toMatchObject([
      { date: '2021-12-08', title: 'Session some-time' },
    ])
    const second = Object.values(conference.days[1]?.rooms ?? {}).flat()
    expect(second.map(({ slug, duration, end }) => ({ slug, duration, end }))).toEqual([
      { slug: 'tests2021-open-end', duration: '0:00', end: undefined },
    ])
  })

  it('has a day also where nothing that day has a time', () => {
    const programme = aProgramme('America/St_Johns')
    const untimed = programme.sessions.filter(({ slug }) => slug === 'some-time')
    const schedule = scheduleOf(
      place,
      { programme: { ...programme, sessions: untimed }, parties: new Map() },
      { version: '0.1.0' },
    )
    expect(Rules.parse(schedule)).toEqual(schedule)
    expect(schedule.schedule.conference.days).toEqual([
      {
        index: 1,
        date: '2021-12-08',
        day_start: '2021-12-08T00:00:00-03:30',
        day_end: '2021-12-09T00:00:00-03:30',
        rooms: {},
      },
    ])
  })

  it('is the same as XML, with identifiers that are unique', () => {
    const text = printXml(scheduleXml(scheduleIn('Asia/Seoul'), 'https://plenum.example/x.xml'))
    const all = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] as string)
    const ids = all(/<event guid="[^"]+" id="(\d+)"/g)
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(3)
    for (const slug of all(/<slug>([^<]+)</g))
      expect(slug).toMatch(/^[a-z0-9_]{4,}-[a-z0-9\-_]{4,}$/)
    for (const date of all(/<date>([^<]+)</g)) expect(date).toMatch(/[+-]\d\d:\d\d$/)
    expect(text).toContain('<title>A ministerial, with «marks» &amp; &lt;signs&gt;</title>')
  })
})

describe('the number of a session', () => {
  it('follows from its identifier, whatever else is there', () => {
    const id = 'a0000000-0000-7000-8000-000000000000'
    expect(numbersOf([id]).get(id)).toBe(
      numbersOf(['00000001-0000-7000-8000-000000000000', id]).get(id),
    )
  })

  it('is never shared', () => {
    const twins = ['00000000-a', '00000001-b', '00000000-c']
    expect(new Set(numbersOf(twins).values()).size).toBe(3)
  })
})
