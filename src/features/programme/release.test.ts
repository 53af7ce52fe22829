import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seoul, session, text } from '../../testing/sessions.ts'
import type { Release, Session } from './model.ts'
import { type Change, difference, isEmpty, released, unreleased } from './release.ts'

const at = (day: number) => Temporal.Instant.fromEpochMilliseconds(day * 86_400_000)

function publish(sessions: readonly Session[], last: Release | null, zone = 'Asia/Seoul'): Release {
  const number = (last?.number ?? 0) + 1
  return {
    conference: 'seoul2021',
    number,
    note: text('note'),
    at: at(number),
    zone,
    sessions: released(sessions, last, { zone, at: at(number) }),
  }
}

const changed = (before: Session, after: Partial<Session>) => {
  const first = publish([before], null)
  const second = publish([{ ...before, ...after }], first)
  return { session: second.sessions[0], ...difference(second, first) }
}

const changes = (before: Session, after: Partial<Session>) =>
  changed(before, after).sessions[0]?.changes ?? []

describe('a release', () => {
  it('begins every sequence at 0 and bumps it with time, place and status only', () => {
    const [opening] = seoul() as [Session]
    const sequence = (after: Partial<Session>) => changed(opening, after).session?.sequence
    expect(publish([opening], null).sessions[0]?.sequence).toBe(0)
    expect(sequence({ start: '19:45' })).toBe(1)
    expect(sequence({ day: '2021-12-08' })).toBe(1)
    expect(sequence({ room: text('Grand Ballroom') })).toBe(1)
    expect(sequence({ status: 'cancelled' })).toBe(1)
    expect(sequence({ title: text('Opening') })).toBe(0)
    expect(sequence({})).toBe(0)
  })

  it('dates what changed, and only that', () => {
    const [opening] = seoul() as [Session]
    expect(changed(opening, {}).session?.revised).toBe(at(1).toString())
    expect(changed(opening, { title: text('Opening') }).session?.revised).toBe(at(2).toString())
  })

  it('marks what moved, with its former time, until it moves again', () => {
    const [opening] = seoul() as [Session]
    const first = publish([opening], null)
    const moved = { ...opening, start: '18:30', end: '19:00' }
    const second = publish([moved], first)
    expect(second.sessions[0]).toMatchObject({ status: 'moved', formerly: { start: '19:30' } })
    const third = publish([moved], second)
    expect(third.sessions[0]).toMatchObject({ status: 'moved', sequence: 1 })
    const fourth = publish([opening], third)
    expect(fourth.sessions[0]).toMatchObject({ formerly: { start: '18:30' }, sequence: 2 })
  })

  it('keeps what is cancelled, and never publishes what was only ever withdrawn', () => {
    const [opening, first] = seoul() as [Session, Session]
    const one = publish([opening], null)
    const two = publish(
      [
        { ...opening, status: 'cancelled' },
        { ...first, status: 'withdrawn' },
      ],
      one,
    )
    expect(two.sessions.map(({ slug, status }) => [slug, status])).toEqual([
      ['opening', 'cancelled'],
    ])
  })

  it('bumps what has a time when the zone changes, and says that wall times were kept', () => {
    const one = publish([...seoul(), session({ slug: 'no-time' })], null)
    const two = publish(one.sessions.map(unreleased), one, 'Asia/Kathmandu')
    expect(two.sessions.map(({ sequence }) => sequence)).toEqual([1, 1, 1, 1, 1, 1, 0])
    expect(difference(two, one)).toEqual({
      zone: { from: 'Asia/Seoul', to: 'Asia/Kathmandu' },
      sessions: [],
    })
  })

  it('never lets a sequence fall, whatever is done', () => {
    const deed = fc.record({
      start: fc.constantFrom('09:00', '10:00', null),
      status: fc.constantFrom('confirmed', 'tentative', 'cancelled', 'withdrawn'),
      title: fc.constantFrom(text('one'), text('two')),
    })
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 12 }), (deeds) => {
        const start = session({ start: '09:00' })
        let last = publish([start], null)
        for (const said of deeds) {
          const next = publish([{ ...start, ...said } as Session], last)
          const [was, is] = [last.sessions[0], next.sessions[0]]
          expect((is?.sequence ?? 0) - (was?.sequence ?? 0)).toBeOneOf([0, 1])
          last = next
        }
      }),
    )
  })
})

describe('the public difference', () => {
  const base = session({ slug: 'panel', start: '10:00', end: '11:00' })
  const said: readonly [Partial<Session>, Change[]][] = [
    [{}, []],
    [{ start: '10:30' }, ['moved']],
    [{ room: text('Hall B') }, ['other-room']],
    [{ start: '10:30', room: text('Hall B') }, ['moved', 'other-room']],
    [{ title: text('Another title') }, ['retitled']],
    [{ status: 'cancelled' }, ['cancelled']],
    [{ status: 'tentative' }, ['tentative']],
    [{ status: 'withdrawn' }, ['removed']],
    [{ note: text('Bring the paper') }, ['details']],
  ]

  it.each(said)('after %j says %j', (after, expected) => {
    expect(changes(base, after)).toEqual(expected)
  })

  it('says what was cancelled and is held after all, and what was held provisionally and is certain', () => {
    expect(changes({ ...base, status: 'cancelled' }, { status: 'confirmed' })).toEqual([
      'reinstated',
    ])
    expect(changes({ ...base, status: 'tentative' }, { status: 'confirmed' })).toEqual([
      'confirmed',
    ])
  })

  it('shows both times and both titles', () => {
    const { sessions } = changed(base, { start: '10:30', title: text('New') })
    expect(sessions[0]).toMatchObject({
      place: { start: '10:30' },
      placeBefore: { start: '10:00' },
      titleBefore: base.title,
    })
  })

  it('says what was added, and is empty where nothing changed', () => {
    const one = publish([base], null)
    const added = publish([base, session({ slug: 'new' })], one)
    expect(difference(added, one).sessions.map(({ slug, changes }) => [slug, changes])).toEqual([
      ['new', ['added']],
    ])
    expect(isEmpty(difference(publish([base], one), one))).toBe(true)
  })
})
