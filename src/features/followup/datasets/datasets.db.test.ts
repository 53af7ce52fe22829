import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, type Grant, OPERATOR } from '../../../kernel/actor.ts'
import type { Dataset, Row, Wish } from '../../../platform/dataset/dataset.ts'
import { everything } from '../../../platform/dataset/pages.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { draftAssessment, publishAssessment, sendAssessment } from '../assessments/commands.ts'
import { answer, commentAssessment, reply } from '../replies/commands.ts'
import { reportProgress } from '../reports/commands.ts'
import { openRound } from '../reports/rounds.commands.ts'
import { assessments } from './assessments.datasets.ts'
import { observations } from './observations.datasets.ts'
import { replies } from './replies.datasets.ts'
import { reports } from './reports.datasets.ts'
import { rounds } from './rounds.datasets.ts'

const DATASETS = [rounds, observations, reports, assessments, replies]

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const reviewer = who('reviewer', { role: 'reviewer', conference: '*' })
const korea = who('korea', { role: 'focal-point', conference: 'seoul2021', party: 'KOR' })
const desk = who('desk', { role: 'un-secretariat', conference: '*' })
const words = (en: string) => spelledOut({ en, fr: `${en} (fr)` })

let first: World
let second: World
const wish = (change: Partial<Wish> = {}): Wish => ({ ...everything('2024-12-31'), ...change })
const rowsOf = (dataset: Dataset, { read }: World, change: Partial<Wish> = {}) =>
  dataset.read(read, wish(change))
const restored = async (dataset: Dataset, rows: readonly Row[]) => {
  for (const row of rows) {
    for (const { command, input } of dataset.restore?.(row, {}) ?? []) {
      await second.perform(OPERATOR, command, input)
    }
  }
}

beforeAll(async () => {
  first = await world({ shipped: true })
  second = await world({ shipped: true })
  first.clock.turnTo('2024-03-01T08:30:00Z')
  const round = {
    id: 'seoul2021-2024',
    name: words('Two years on'),
    due: '2024-06-30',
    conferences: ['seoul2021'],
  }
  await first.perform(desk, openRound, round)
  const told = {
    stage: 'partly-delivered',
    on: '2023-12',
    quantity: { value: 6, unit: 'helicopter', currency: null },
    dates: { from: '2023-12', until: null },
    note: words('Six have left'),
    nextStep: { what: words('Ship ten'), by: '2024-09' },
    evidence: [{ publisher: 'Ministry', url: 'https://m.test', date: null, grade: 'A' }],
    obstacle: { kind: 'funding', note: words('HIDDEN') },
    audiences: { evidence: 'public' },
  }
  const ofKorea = { pledge: 'KOR-2021-01', party: 'KOR' }
  await first.perform(korea, reportProgress, { ...ofKorea, round: round.id, told })
  first.clock.turnTo('2024-04-01T08:30:00Z')
  await first.perform(korea, reportProgress, {
    ...ofKorea,
    told: { ...told, on: '2024-03', audiences: { stage: 'parties' }, note: words('HIDDEN') },
  })
  const money = { value: 1_250_050, unit: 'money', currency: 'USD' }
  await first.perform(desk, reportProgress, {
    ...{ pledge: 'KOR-2021-01', party: 'USA' },
    told: { stage: 'preparing', on: '2024', quantity: money },
  })
  const finding = {
    ...{ point: 'limited', codebook: '1.0', asOf: '2024-04-01', reviewer: 'R. Viewer' },
    evidence: [{ publisher: 'R', url: 'https://r.test', date: null, grade: 'B' }],
    reasons: words('Six of sixteen'),
  }
  const assessed = async (more: object, days: string) => {
    const { answer: made } = await first.perform(reviewer, draftAssessment, {
      ...{ pledge: 'KOR-2021-01', finding, ...more },
    })
    const assessment = String(made.assessment)
    await first.perform(reviewer, sendAssessment, { assessment })
    const comment = { assessment, party: 'KOR', words: words('More will follow') }
    await first.perform(korea, commentAssessment, comment)
    first.clock.turnTo(days)
    await first.perform(reviewer, publishAssessment, { assessment })
    return assessment
  }
  const supersedes = await assessed({}, '2024-05-02T00:00:00Z')
  await assessed({ supersedes }, '2024-05-20T00:00:00Z')
  const hidden = { ...finding, reasons: words('HIDDEN') }
  await first.perform(reviewer, draftAssessment, { pledge: 'KOR-2021-01', finding: hidden })
  const subject = { kind: 'event', id: 'KOR-2021-01/delivery/1' }
  const said = { subject, party: 'KOR', kind: 'correction', words: words('It was the 7th') }
  const { answer: replied } = await first.perform(korea, reply, said)
  await first.perform(korea, reply, { ...said, audience: 'secretariat', words: words('HIDDEN') })
  first.clock.turnTo('2024-05-25T00:00:00Z')
  await first.perform(desk, answer, { reply: replied.reply, words: words('Corrected') })
}, 60_000)
afterAll(async () => {
  await first.close()
  await second.close()
})

describe('open data', () => {
  it('hold what everybody may see, and nothing else', async () => {
    const counts = await Promise.all(
      DATASETS.map(async (dataset) => [dataset.name, await dataset.count(first.read, wish())]),
    )
    expect(Object.fromEntries(counts)).toEqual({
      rounds: 1,
      observations: 78,
      reports: 2,
      assessments: 2,
      replies: 3,
    })
    const all = await Promise.all(DATASETS.map((dataset) => rowsOf(dataset, first)))
    expect(JSON.stringify(all)).not.toMatch(/HIDDEN|account\/|kor-2021-01-tripfoumi/)
  })

  it('are given back the same, in an archive of their own', async () => {
    for (const dataset of DATASETS) {
      const rows = await rowsOf(dataset, first)
      await restored(dataset, rows)
      expect(await rowsOf(dataset, second), dataset.name).toEqual(rows)
      await restored(dataset, rows)
      expect(await dataset.count(second.read, wish()), dataset.name).toBe(rows.length)
    }
  })

  it('have only the columns that they declare', async () => {
    for (const dataset of DATASETS) {
      const [row] = await rowsOf(dataset, first)
      expect(Object.keys(row ?? {})).toEqual(dataset.columns.map(({ name }) => name))
    }
  })

  it('say money in whole units, filter and sort', async () => {
    const usa = await rowsOf(reports, first, { filters: { party: 'USA' } })
    expect(usa).toMatchObject([{ reached: '12500.50', reached_currency: 'USD', on_behalf: true }])
    const sorted = await rowsOf(reports, first, { sort: { column: 'party', descending: true } })
    expect(sorted.map(({ party }) => party)).toEqual(['USA', 'KOR'])
    const page = await rowsOf(reports, first, { limit: 1 })
    const after = { key: String(page[0]?.id), value: null }
    expect(await rowsOf(reports, first, { after })).toHaveLength(1)
    const complete = await rowsOf(observations, first, { filters: { point: 'complete' } })
    expect(complete.every((row) => row.mapped_by === 'us')).toBe(true)
  })
})
