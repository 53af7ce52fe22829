import type { Explained } from '../../matching/explain/explanation.ts'
import type { Made } from './model.ts'

/** What is otherwise for one need in a second calculation. */
export interface Difference {
  need: string
  before: Explained | null
  after: Explained | null
}

const sharesOf = (one: Explained | null) =>
  (one?.by ?? [])
    .map(({ offer, amount, from, until }) => [offer, amount, from, until].join(' '))
    .toSorted()
    .join('\n')

/** Every need that is covered otherwise in a second calculation, in the order of the first. */
export function differences(
  before: Pick<Made, 'explanation'>,
  after: Pick<Made, 'explanation'>,
): Difference[] {
  const old = new Map(before.explanation.requirements.map((one) => [one.requirement, one]))
  const news = new Map(after.explanation.requirements.map((one) => [one.requirement, one]))
  return [...new Set([...old.keys(), ...news.keys()])]
    .map((need) => ({ need, before: old.get(need) ?? null, after: news.get(need) ?? null }))
    .filter(
      (one) =>
        one.before?.units !== one.after?.units ||
        one.before?.wanted !== one.after?.wanted ||
        sharesOf(one.before) !== sharesOf(one.after),
    )
}
