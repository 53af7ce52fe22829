import { beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../kernel/language.ts'
import { check } from '../../matching/check/check.ts'
import { explain } from '../../matching/explain/explain.ts'
import { examine } from '../../matching/model/examine.ts'
import { loadEngine } from '../../matching/solving/highs.ts'
import { solve } from '../../matching/solving/solve.ts'
import { ExamplePage } from '../pages/example-page.tsx'
import { flowOfPlan } from '../pages/flow-chart.tsx'
import type { Shown } from '../pages/shown.ts'
import { EXAMPLE, invented } from './example.ts'
import { sayInvented } from './names.print.ts'

let shown: Omit<Shown, 'language' | 'nameOf'>

beforeAll(async () => {
  const means = { engine: await loadEngine(), clock: () => 0 }
  const solution = solve(EXAMPLE, { milliseconds: 10_000, within: 0 }, means)
  expect(check(EXAMPLE, solution.plan)).toEqual([])
  const explanation = explain(EXAMPLE, solution.plan, { ...means, milliseconds: 10_000 })
  shown = { instance: EXAMPLE, solution, explanation, capabilityOf: (code) => code }
})

const shownIn = (language: Shown['language']): Shown => ({
  ...shown,
  language,
  nameOf: (party) => sayInvented(language, party),
})
const needOf = (id: string) => shown.explanation.requirements.find((one) => one.requirement === id)

describe('the example', () => {
  it('is data without a fault, and its plan is the best in every respect', () => {
    expect(examine(EXAMPLE).problems).toEqual([])
    expect(shown.solution.levels.map(({ proven }) => proven)).toEqual(Array(5).fill(true))
    expect(shown.solution.stopped).toBeNull()
  })

  it('has helicopters of one, refurbished and carried by a second, crewed by a third', () => {
    const by = needOf('aviation.helicopter.utility')?.by
    expect(by?.map(({ party, component }) => [party, component])).toEqual([
      [invented('A'), 'equipment'],
      [invented('B'), 'sustainment'],
      [invented('B'), 'transport'],
      [invented('C'), 'people'],
    ])
  })

  it('has needs that are covered, covered in part, and not covered, for different reasons', () => {
    const { requirements } = shown.explanation
    expect(new Set(requirements.map(({ standing }) => standing)).size).toBe(3)
    expect(needOf('aviation.uas')?.reasons[0]?.code).toBe('nobody-offers')
    expect(needOf('police.fpu')?.reasons[0]?.code).toBe('date')
    expect(needOf('engineering.company')?.reasons[0]?.code).toBe('taken')
  })

  it('says of a scarce part what one more of it would complete', () => {
    expect(needOf('aviation.helicopter.utility')?.completing[0]).toMatchObject({
      ...{ component: 'people', amount: 1, unit: 'team', units: 1 },
    })
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
    const shares = shown.explanation.requirements.flatMap(({ by }) => by)
    const chart = flowOfPlan(shownIn('en'))
    expect(chart.title).toContain(`${shares.length} shares`)
    expect(chart.table.rows).toHaveLength(shares.length)
  })
})
