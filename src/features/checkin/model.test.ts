import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../kernel/ids.ts'
import { arrivalsByHour, DoorId, insideOf, type KeptScan, twiceIn } from './model.ts'

const doorOf = (number: number) =>
  DoorId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`)
let made = 0
const scan = (badge: string | null, at: string, said: Partial<KeptScan> = {}): KeptScan => {
  made += 1
  return {
    id: `scan-${made}`,
    conference: ConferenceId.parse('seoul2021'),
    door: doorOf(1),
    badge,
    at: Temporal.Instant.from(`2021-12-07T${at}:00Z`),
    direction: 'in',
    outcome: 'admitted',
    receivedAt: Temporal.Instant.from('2021-12-07T12:00:00Z'),
    ...said,
  }
}

describe('who is inside', () => {
  it('follows from the last way through a door, in whatever order doors tell', () => {
    const scans = [
      scan('a', '10:05', { direction: 'out', outcome: 'left' }),
      scan('a', '10:00'),
      scan('b', '10:00'),
      scan('c', '10:00', { outcome: 'revoked' }),
      scan(null, '10:00', { outcome: 'forged' }),
      scan('d', '10:00', { outcome: 'unlisted' }),
    ]
    expect(insideOf(scans)).toEqual(['b', 'd'])
    expect(insideOf(scans.toReversed()).toSorted()).toEqual(['b', 'd'])
  })

  it('came in twice where two doors could not see each other', () => {
    const [first, second] = [scan('a', '10:00'), scan('a', '10:02', { door: doorOf(2) })]
    const scans = [
      second,
      first,
      scan('b', '10:00'),
      scan('b', '10:01', { outcome: 'already-in' }),
      scan('c', '10:00'),
      scan('c', '10:01', { direction: 'out', outcome: 'left' }),
      scan('c', '10:02', { door: doorOf(2) }),
    ]
    expect(twiceIn(scans)).toEqual([[first, second]])
  })

  it('is counted once, in the hour of the conference in which they first came', () => {
    const scans = [scan('a', '10:20'), scan('a', '11:20'), scan('b', '10:10'), scan('c', '10:16')]
    expect(arrivalsByHour(scans, 'Asia/Kathmandu')).toEqual([
      { hour: '2021-12-07T15', people: 1 },
      { hour: '2021-12-07T16', people: 2 },
    ])
  })
})
