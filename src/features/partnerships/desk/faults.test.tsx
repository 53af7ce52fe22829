import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { examine } from '../../matching/model/examine.ts'
import type { Instance } from '../../matching/model/instance.ts'
import { PROBLEMS, type Problem } from '../../matching/model/problems.ts'
import { EXAMPLE } from '../example/example.ts'
import { RunId, type RunMade } from '../runs/model.ts'
import { Faults } from './faults.tsx'
import type { Desk } from './frame.tsx'

const uuid = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`
const deskIn = (language: Language): Desk => ({
  viewer: { language, address: '', search: '', attempt: null, sendKey: null },
  ...{ conference: 'seoul2021', conferenceName: 'Seoul 2021', zone: 'Asia/Seoul' },
  ...{ today: '2021-12-07', parties: new Map(), capabilities: new Map() },
})
const run = (instance: Instance, problems: readonly Problem[]): RunMade => ({
  ...{ id: RunId.parse(uuid(1)), conference: ConferenceId.parse('seoul2021'), parent: null },
  ...{ change: null, basis: 'offers', state: 'done', asOf: '2021-12-07', askedBy: 'system/x' },
  ...{ askedAt: Temporal.Instant.from('2021-12-07T00:00:00Z'), endedAt: null, progress: null },
  ...{ digest: null, instance, problems, assumed: [] },
  solution: { plan: { covers: [] }, levels: [], stopped: null, parts: 0, merged: 0 },
  explanation: { requirements: [], scarce: [] },
})
const shown = (language: Language, made: RunMade) =>
  `${<Faults desk={deskIn(language)} run={made} />}`

/** The example as it would be kept, with something wrong in it. */
function broken(): Instance {
  const [first, ...offers] = EXAMPLE.offers
  const [need, ...needs] = EXAMPLE.requirements
  if (!first || !need) throw new Error('The example is empty')
  return {
    ...EXAMPLE,
    offers: [{ ...first, id: uuid(2), amount: -4 }, ...offers],
    requirements: [{ ...need, id: uuid(3), capability: 'nothing', units: 1.5 }, ...needs],
  }
}

describe('what is wrong with the data of a calculation', () => {
  it('leads to the offer and to the need where it is mended', () => {
    const instance = broken()
    const page = shown('en', run(instance, examine(instance).problems))
    expect(page).toContain(`href="/en/seoul2021/delegation/X-A/offers/${uuid(2)}"`)
    expect(page).toContain(`href="/en/seoul2021/desk/needs/${uuid(3)}"`)
    expect(page).toContain('amount: below zero')
    expect(page).toContain('units: not a whole number')
    expect(page).toMatch(/no such capability[^<]*· <bdi[^>]*>nothing</)
    expect(page).toContain('left out')
  })

  it.each(LANGUAGES)('has words for everything that can be wrong, in %s', (language) => {
    const problems = PROBLEMS.map(
      (code, at): Problem => ({
        ...{ code, what: 'x', setAside: at % 2 === 0, place: 'offer', id: uuid(at) },
      }),
    )
    const page = shown(language, run(EXAMPLE, problems))
    expect(page).not.toMatch(/problem\.|faults\.|undefined/)
    expect(page.match(/<tr>/g)).toHaveLength(PROBLEMS.length + 1)
  })

  it('is not said where nothing is wrong', () => {
    expect(shown('en', run(EXAMPLE, []))).toBe('')
  })
})
