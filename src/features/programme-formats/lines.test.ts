import { describe, expect, it } from 'vitest'
import { aProgramme, aSession } from '../../testing/programme.ts'
import type { Participant } from '../programme/model.ts'
import { participantLines } from './lines.print.ts'
import { scheduleOf } from './schedule.print.ts'

const ZONE = 'Asia/Kathmandu'
const programme = aProgramme(ZONE)
const [chair] = programme.sessions.flatMap(({ participants }) => participants)
const withCertainty = (certainty: Participant['certainty']) =>
  aSession(
    {
      slug: 'doubt',
      day: '2021-12-07',
      ...{ start: '19:30', end: '20:00' },
      participants: chair ? [{ ...chair, certainty }] : [],
    },
    ZONE,
  )
const persons = (certainty: Participant['certainty']) =>
  scheduleOf(
    { origin: 'https://plenum.example', language: 'en' },
    { programme: { ...programme, sessions: [withCertainty(certainty)] }, parties: new Map() },
    { version: '1.0.0' },
  ).schedule.conference.days.flatMap(({ rooms }) =>
    Object.values(rooms).flatMap((events) => events.flatMap((event) => event.persons)),
  )

describe('somebody of whom only the conference is certain', () => {
  it('is marked in calendar, table and paper as on the page', () => {
    const line = (certainty: Participant['certainty']) =>
      participantLines('en', withCertainty(certainty), new Map())
    expect(line('stated')).toEqual(['Chair: Jeong Eui-yong, Minister'])
    expect(line('session-uncertain')).toEqual([
      'Chair: Jeong Eui-yong, Minister · session not certain',
    ])
  })

  it('is not named in a format that has no word for doubt', () => {
    expect(persons('stated')).toEqual([{ name: 'Jeong Eui-yong' }])
    expect(persons('session-uncertain')).toEqual([])
  })
})

describe('those of a session', () => {
  it('stand together under their role, one line a role', () => {
    const [opening] = aProgramme('Asia/Seoul').sessions
    const [chair] = opening?.participants ?? []
    if (!opening || !chair) throw new Error('The opening has a chair')
    const other = { ...chair, name: 'Suh Wook', office: null }
    const session = { ...opening, participants: [chair, other] }
    expect(participantLines('en', session, new Map())).toEqual([
      'Chair: Jeong Eui-yong, Minister; Suh Wook',
    ])
  })
})
