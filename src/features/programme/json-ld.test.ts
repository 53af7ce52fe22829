import { describe, expect, it } from 'vitest'
import { aProgramme, aSession } from '../../testing/programme.ts'
import { programmeJsonLd, sessionJsonLd } from './json-ld.ts'

const ZONE = 'America/St_Johns'
const reader = { language: 'en', origin: 'https://plenum.example' } as const
const subEvents = () =>
  new Map(
    programmeJsonLd(aProgramme(ZONE), reader).subEvent.map((event) => [
      event['@id'].split('/').at(-1),
      event,
    ]),
  )

describe('the programme for search engines', () => {
  it('gives every time with its offset, and the end over midnight on the next day', () => {
    expect(subEvents().get('night')).toMatchObject({
      startDate: '2021-12-07T23:40-03:30',
      endDate: '2021-12-08T01:00-03:30',
    })
  })

  it('gives no end that is not known, and only the day of what has no time', () => {
    expect(subEvents().get('open-end')).not.toHaveProperty('endDate')
    expect(subEvents().get('some-time')).toMatchObject({ startDate: '2021-12-08' })
  })

  it('says when a moved session was planned before, with the offset of that day', () => {
    const formerly = { day: '2021-07-07', latestDay: null, start: '19:30', end: null, room: null }
    const times = { day: '2021-12-07', start: '20:00', end: '21:00' }
    const moved = aSession({ slug: 'moved', status: 'moved', formerly, ...times }, ZONE)
    expect(sessionJsonLd(moved, aProgramme(ZONE), reader)).toMatchObject({
      startDate: '2021-12-07T20:00-03:30',
      previousStartDate: '2021-07-07T19:30-02:30',
      eventStatus: 'https://schema.org/EventRescheduled',
    })
  })
})
