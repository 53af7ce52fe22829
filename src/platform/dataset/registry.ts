import type { Feature } from '../feature.ts'
import type { Dataset } from './dataset.ts'

/**
 * Every dataset by its name, in the order in which they can be given back.
 *
 * @throws Error where two have the same name, one has no key, or a part has no whole before it.
 */
export function datasetsOf(features: readonly Feature[]): ReadonlyMap<string, Dataset> {
  const byName = new Map<string, Dataset>()
  for (const dataset of features.flatMap((feature) => feature.datasets ?? [])) {
    const { name, partOf } = dataset
    if (byName.has(name)) throw new Error(`Two datasets are called ${name}`)
    if (partOf && !byName.has(partOf.dataset)) {
      throw new Error(`${name} are parts of ${partOf.dataset}, which no feature has before them`)
    }
    const key = dataset.columns.find((column) => column.name === dataset.key)
    if (!key?.required || (dataset.restore && key.label)) {
      throw new Error(`${name} have no key by which they could be found again`)
    }
    byName.set(name, dataset)
  }
  return byName
}
