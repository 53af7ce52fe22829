import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { allows } from '../../../kernel/refusal.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { giversOf, type Share } from '../../pledges/shares.model.ts'
import { isOwnWords, isUnfavourable, mustBeSound, Observation } from './model.ts'
import { observationsFrom } from './shipped.ts'

const read = (file: string) => JSON.parse(readFileSync(`data/${file}`, 'utf8'))
const shipped = observationsFrom(read('observations.json')).map((one) => Observation.parse(one))
const shares = new Map<string, Share[]>(
  readdirSync('data/pledges').flatMap((file) =>
    (read(`pledges/${file}`).pledges as { id: string; terms: { shares: Share[] } }[]).map(
      ({ id, terms }) => [id, terms.shares] as const,
    ),
  ),
)
const parties = new Set(
  (read('parties.json').parties as { code: string }[]).map(({ code }) => code),
)

const said = (change: Partial<Observation> = {}): Observation => ({
  ...Observation.parse({
    id: 'kor-2021-01-scholar-2024',
    conference: 'seoul2021',
    pledges: ['KOR-2021-01'],
    voice: 'scholar',
    author: 'A. Scholar',
    on: '2024-05',
    note: spelledOut({ en: 'Six of sixteen.' }),
    source: { publisher: 'A Review', url: 'https://review.test', date: null, grade: 'B' },
  }),
  ...change,
})
const sound = (change: Partial<Observation>) => allows(() => mustBeSound(said(change)))
const limited = { point: 'limited', mappedBy: 'us' } as const
const korea = [PartyCode.parse('KOR')]

describe('what somebody says', () => {
  it('is about a pledge, a state or an edition', () => {
    expect(sound({ pledges: [], conference: null })).toBe(false)
    expect(sound({ pledges: [], conference: null, parties: korea })).toBe(true)
    expect(sound({ pledges: [] })).toBe(true)
  })

  it('gets no verdict where it is a party’s own words, nor where its minister answers in parliament', () => {
    expect(sound({ verdict: limited })).toBe(true)
    expect(sound({ voice: 'pledger', by: korea, verdict: limited })).toBe(false)
    expect(sound({ voice: 'partner', by: korea, verdict: limited })).toBe(false)
    expect(sound({ voice: 'press', channel: 'parliament', verdict: limited })).toBe(false)
    expect(isOwnWords({ voice: 'parliament', by: [], channel: null })).toBe(false)
  })

  it('is a self-report only where somebody speaks of themselves', () => {
    const fulfilled = { stage: 'fulfilled', mappedBy: 'us' } as const
    expect(sound({ voice: 'pledger', by: korea, selfReport: fulfilled })).toBe(true)
    expect(sound({ selfReport: fulfilled })).toBe(false)
  })

  it('names whose own words it is, and nobody for another’s', () => {
    expect(sound({ voice: 'pledger', by: [] })).toBe(false)
    expect(sound({ voice: 'press', by: korea })).toBe(false)
  })

  it('is public where it is unfavourable only with a source of grade A or B', () => {
    const reprint = { ...said().source, grade: 'C' } as const
    expect(sound({ verdict: limited, source: reprint })).toBe(false)
    expect(sound({ verdict: limited, source: { ...reprint, grade: null } })).toBe(false)
    expect(sound({ verdict: limited, source: reprint, audience: 'secretariat' })).toBe(true)
    expect(sound({ unfavourable: true, source: reprint })).toBe(false)
    expect(sound({ verdict: { point: 'complete', mappedBy: 'us' }, source: reprint })).toBe(true)
    expect(sound({ verdict: limited })).toBe(true)
  })
})

describe('the 81 shipped statements', () => {
  it('are sound, each with an identifier of its own', () => {
    for (const one of shipped) mustBeSound(one)
    expect(shipped).toHaveLength(81)
    expect(new Set(shipped.map(({ id }) => id)).size).toBe(81)
  })

  it('name pledges and parties that are recorded', () => {
    expect(shipped.flatMap(({ pledges }) => pledges).filter((id) => !shares.has(id))).toEqual([])
    const named = shipped.flatMap((one) => [...one.parties, ...one.by])
    expect(named.filter((code) => !parties.has(code))).toEqual([])
  })

  it('attach no verdict to whoever gives in the pledge that is spoken of', () => {
    const own = shipped.filter(({ pledges, by, verdict }) => {
      const givers = new Set(pledges.flatMap((id) => giversOf(shares.get(id) ?? [])))
      return verdict !== null && by.some((code) => givers.has(code))
    })
    expect(own).toEqual([])
  })

  it('are mapped by us, all 26 verdicts and 12 self-reports', () => {
    const verdicts = shipped.flatMap(({ verdict }) => verdict ?? [])
    const reports = shipped.flatMap(({ selfReport }) => selfReport ?? [])
    expect([verdicts.length, reports.length]).toEqual([26, 12])
    expect([...verdicts, ...reports].every(({ mappedBy }) => mappedBy === 'us')).toBe(true)
  })

  it('hold back what is unfavourable and was found in reprints only', () => {
    const held = shipped.filter(({ audience }) => audience !== 'public')
    expect(held.map(({ id }) => String(id))).toEqual([
      'kor-2021-01-tripfoumi-2024',
      'kor-2021-01-pulse-kenya',
      'berlin2025-iss-2025',
    ])
    expect(held.every((one) => one.held !== null && isUnfavourable(one))).toBe(true)
  })

  it('say in English and French, in our own words, what was said', () => {
    for (const { note } of shipped) {
      expect(Object.keys(note.in).sort()).toEqual(['en', 'fr'])
      expect(Object.values(note.in).map(({ status }) => status)).toEqual([
        'unofficial',
        'unofficial',
      ])
      expect(note.in.fr?.value).not.toMatch(/'| [;?!:]|\p{L}:|[^\u202F][;?!]/u)
    }
  })
})
