import { beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../kernel/language.ts'
import { check } from '../../matching/check/check.ts'
import { CAPABILITIES, SIZES } from '../../matching/example/proportions.ts'
import { explain } from '../../matching/explain/explain.ts'
import { examine } from '../../matching/model/examine.ts'
import { Instance } from '../../matching/model/instance.ts'
import type { Calculated } from '../../matching/solving/asking.ts'
import { loadEngine } from '../../matching/solving/highs.ts'
import { solve } from '../../matching/solving/solve.ts'
import { ExamplePage } from '../pages/example-page.tsx'
import { flowOfPlan } from '../pages/flow-chart.tsx'
import type { Shown } from '../pages/shown.ts'
import { CALCULATED } from './calculated.ts'
import { EXAMPLE, invented, UTILITY } from './example.ts'
import { sayInvented } from './names.print.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
const shownIn = (language: Shown['language']): Shown => ({
  ...{ language, instance: EXAMPLE, ...CALCULATED },
  nameOf: (party) => sayInvented(language, party),
  capabilityOf: (code) => code,
})
const needOf = (id: string) =>
  CALCULATED.explanation.requirements.find((one) => one.requirement === id)
const givenFor = (id: string) => needOf(id)?.by.map(({ party, component }) => [party, component])

describe('the example', () => {
  let anew: Calculated

  beforeAll(async () => {
    const means = { engine: await loadEngine(), clock: () => 0 }
    const solution = solve(EXAMPLE, { milliseconds: 60_000, within: 0 }, means)
    const explanation = explain(EXAMPLE, solution.plan, { ...means, milliseconds: 60_000 })
    anew = { solution, explanation }
  })

  it('is data without a fault', () => {
    expect(examine(Instance.parse(EXAMPLE)).problems).toEqual([])
    expect(check(EXAMPLE, CALCULATED.solution.plan)).toEqual([])
  })

  it('is kept as it is calculated: npx vitest -u writes it anew', async () => {
    expect(anew.solution.levels.map(({ proven }) => proven)).toEqual(Array(5).fill(true))
    expect(anew.solution.stopped).toBeNull()
    const kept = `${JSON.stringify(anew, null, 1)}\n`
    await expect(kept).toMatchFileSnapshot('calculated.json')
  })

  it('is in the proportions of the record: what is needed, what is offered, and by how many', () => {
    const counted = CAPABILITIES.map(([code]) => [
      code,
      EXAMPLE.offers.filter(({ capability }) => capability === code).length,
      sum(EXAMPLE.requirements.filter((one) => one.capability === code).map(({ units }) => units)),
    ])
    expect(counted).toEqual(
      CAPABILITIES.map(([code, pledged, needed]) => [
        ...[code, Math.max(1, Math.round(pledged / 3)), needed],
      ]),
    )
    const sizes = [...Map.groupBy(EXAMPLE.offers, ({ party }) => party).values()]
      .map(({ length }) => length)
      .toSorted((a, b) => b - a)
    const ofTheFirstQuarter = (all: readonly number[]) =>
      sum(all.slice(0, Math.round(all.length / 4))) / sum(all)
    expect(Math.abs(ofTheFirstQuarter(sizes) - ofTheFirstQuarter(SIZES))).toBeLessThan(0.05)
  })

  it('has helicopters of one, refurbished and carried by a second, crewed by a third', () => {
    expect(givenFor(UTILITY)).toEqual([
      [invented('A'), 'equipment'],
      [invented('B'), 'sustainment'],
      [invented('B'), 'transport'],
      [invented('C'), 'people'],
    ])
  })

  it('still lacks helicopters, and says that two more crews would complete one unit more', () => {
    expect(needOf(UTILITY)).toMatchObject({
      ...{ standing: 'half', units: 3, wanted: 5 },
      completing: [{ component: 'people', amount: 2, unit: 'team', units: 1 }],
    })
  })

  it('has a state that an organisation trains and another equips', () => {
    expect(givenFor('engineering.company')).toEqual(
      expect.arrayContaining([
        [invented('K'), 'people'],
        [invented('Z'), 'training'],
        [invented('D'), 'equipment'],
      ]),
    )
  })

  it('has a unit that is whole in turns, one after the other', () => {
    expect(needOf('aviation.transport.tactical')?.by.map(({ party }) => party)).toEqual([
      ...[invented('N'), invented('O')],
    ])
  })

  it('has needs that are covered, covered in part, and not covered, for different reasons', () => {
    const { requirements } = CALCULATED.explanation
    expect(new Set(requirements.map(({ standing }) => standing)).size).toBe(3)
    const codes = new Set(requirements.flatMap(({ reasons }) => reasons.map(({ code }) => code)))
    expect([...codes]).toEqual(
      expect.arrayContaining(['nobody-offers', 'date', 'language', 'readiness', 'too-little']),
    )
  })
})

describe('the page of the example', () => {
  it.each(LANGUAGES)('stands under its banner, in %s', (language) => {
    const page = `${<ExamplePage shown={shownIn(language)} />}`
    expect(page.indexOf('role="note"')).toBeGreaterThan(0)
    expect(page.indexOf('role="note"')).toBeLessThan(page.indexOf('id="flow"'))
    expect(page).toContain(sayInvented(language, invented('A')))
    expect(page).not.toMatch(/X-[A-Z]|undefined/)
  })

  it('has as many ribbons as shares, and the same shares as a table', () => {
    const shares = CALCULATED.explanation.requirements.flatMap(({ by }) => by)
    const chart = flowOfPlan(shownIn('en'))
    expect(chart.title).toContain(`${shares.length} shares`)
    expect(chart.table.rows).toHaveLength(shares.length)
  })
})
