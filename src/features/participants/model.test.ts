import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../kernel/ids.ts'
import { allows } from '../../kernel/refusal.ts'
import { ParticipantId, Person } from '../delegations/participants/model.ts'
import {
  differenceOf,
  groupsOf,
  isEmpty,
  type Line,
  lineOf,
  mustBePublishable,
  unnamedIn,
} from './model.ts'

const byCodePoint = (a: string, b: string) => (a < b ? -1 : 1)
const idOf = (number: number) =>
  ParticipantId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const line = (
  number: number,
  party: string | null,
  said: Record<string, unknown> = {},
  kind = 'delegate',
): Line =>
  lineOf({
    ...{ id: idOf(number), kind, party: party === null ? null : PartyCode.parse(party) },
    person: Person.parse({
      name: `Person ${number}`,
      sortName: `Person ${number}`,
      accessNeeds: 'secret',
      address: 'secret@example.org',
      ...said,
    }),
  })

describe('a line of a list', () => {
  it('says what a list prints, and nothing else of a person', () => {
    const { named } = line(1, 'KOR', { rank: 'minister' })
    expect(Object.keys(named ?? {})).toEqual([
      'name',
      'sortName',
      'latinName',
      'styles',
      'functions',
      'place',
      'rank',
      'organisation',
    ])
    expect(JSON.stringify(named)).not.toContain('secret')
  })

  it('only counts whoever asks not to be named, so that nobody can tell who it is', () => {
    const hidden = line(1, 'KOR', { unpublished: true })
    expect(hidden).toEqual({ participant: null, kind: 'delegate', party: 'KOR', named: null })
    expect(unnamedIn([hidden, line(2, 'KOR')])).toBe(1)
  })
})

describe('a list', () => {
  it('stands in the order of the host, heads first, then by rank and name; forms come last', () => {
    const lines = [
      line(1, 'FRA', { sortName: 'B' }),
      line(2, 'FRA', { sortName: 'A' }),
      line(3, 'KOR', { place: 'head', rank: 'minister' }),
      line(4, 'KOR', { rank: 'vice-minister', sortName: 'Z' }),
      line(5, 'KOR', { rank: 'official', sortName: 'A' }),
      line(6, 'KOR', { unpublished: true }),
      line(7, null, { organisation: 'Gazette' }, 'media'),
      line(8, 'DEU'),
    ]
    const order = ['KOR', 'FRA'].map((code) => PartyCode.parse(code))
    const groups = groupsOf(lines, order, byCodePoint)
    expect(
      groups.map(({ party, kind, people, unnamed }) => [
        party ?? kind,
        people.map(({ named }) => named?.name),
        unnamed,
      ]),
    ).toEqual([
      ['KOR', ['Person 3', 'Person 4', 'Person 5'], 1],
      ['FRA', ['Person 2', 'Person 1'], 0],
      ['DEU', ['Person 8'], 0],
      ['media', ['Person 7'], 0],
    ])
  })

  it('knows what it changes, by people and not by names', () => {
    const before = [line(1, 'FRA'), line(2, 'FRA'), line(3, 'FRA')]
    const after = [
      line(1, 'FRA', { name: 'Person One' }),
      line(3, 'FRA', { unpublished: true }),
      line(4, 'FRA'),
    ]
    const { added, removed, changed, unnamed } = differenceOf(before, after)
    expect(added.map(({ named }) => named?.name)).toEqual(['Person 4'])
    expect(removed.map(({ named }) => named?.name)).toEqual(['Person 2', 'Person 3'])
    expect(changed.map((one) => [one.before.name, one.after.name])).toEqual([
      ['Person 1', 'Person One'],
    ])
    expect(unnamed).toBe(1)
    expect(isEmpty(differenceOf(after, after))).toBe(true)
  })

  it('is published when all have signed who must', () => {
    const prepared = { state: 'prepared' as const }
    const needed = { host: 2, un: 1 }
    const sign = (side: 'host' | 'un', signedBy: string) => ({ side, signedBy })
    const publishable = (...signatures: ReturnType<typeof sign>[]) =>
      allows(() => mustBePublishable(prepared, needed, signatures))
    expect(publishable()).toBe(false)
    expect(publishable(sign('host', 'a'), sign('host', 'a'), sign('un', 'c'))).toBe(false)
    expect(publishable(sign('host', 'a'), sign('host', 'b'), sign('un', 'c'))).toBe(true)
    expect(allows(() => mustBePublishable({ state: 'published' }, { host: 0, un: 0 }, []))).toBe(
      false,
    )
  })
})
