import { unitsAim } from '../programme/aims.ts'
import type { Programme } from '../programme/deciding.ts'
import { goodOf, type Lookup } from '../programme/fits.ts'
import { merge } from '../programme/like.ts'
import { commonFactor, rowOf } from '../programme/lines.ts'
import type { Part } from '../programme/pair.ts'
import { writePart } from '../programme/write.ts'
import type { Engine } from '../solving/engine.ts'
import { type Ceiling, layersOf, takenUnder } from './ceilings.ts'
import type { Blocks } from './split.ts'

/** What one more of a linked good under a ceiling is about worth, in thousandths of the least weight. */
export interface Priced {
  ceiling: Ceiling
  price: number
}
export const THOUSAND = 1000

/** A part in outline: how many units of everything, if of what is offered only ceilings were known. */
export interface Outline {
  programme: Programme
  values: readonly number[]
  /** Weighted whole units that no plan can pass. */
  bound: number
  linked: readonly Priced[]
}

export function outlineOf(
  lookup: Lookup,
  part: Part,
  { blocks, linked, links }: Blocks,
  { engine, left }: { engine: Engine; left: () => number },
): Outline {
  const programme = unitsOnly(lookup, part)
  const { lines, deciding } = programme
  const byRequirement = new Map(deciding.map((one) => [one.requirement, one]))
  const layers = [part, ...blocks].flatMap((own) => {
    const groups = merge(own === part ? links : own, false, new Set())
    return layersOf(lookup, {
      deciding: own.requirements.flatMap((one) => byRequirement.get(one) ?? []),
      giving: groups.filter(({ head }) => own === part || head.needs.length === 0),
      concerns: (good) => linked.has(good) === (own === part),
    })
  })
  const aim = unitsAim(programme)
  const common = commonFactor(aim)
  const ceilings: Ceiling[] = []
  const { values, bound, prices } = engine.relax({
    ...{ lines, aim, left },
    broken(values) {
      const broken = layers.flatMap((layer) => layer.brokenBy(values) ?? [])
      ceilings.push(...broken)
      return broken.map((one) =>
        rowOf(Number.NEGATIVE_INFINITY, one.most, takenUnder(lookup, one, deciding)),
      )
    },
  })
  const priced = ceilings.map((ceiling, at) => ({
    ceiling,
    price: Math.floor(((prices[at] ?? 0) / common) * THOUSAND) * common,
  }))
  return {
    ...{ programme, bound, linked: priced.filter(({ ceiling }) => linked.has(ceiling.good)) },
    values: values ?? lines.columns.map(() => 0),
  }
}

/** Only units, and what wants something in return: no row asks for what is offered. */
function unitsOnly(lookup: Lookup, part: Part): Programme {
  const recipes = [...lookup.recipes.values()].flatMap(({ alternatives }) => alternatives)
  const goods = recipes.flatMap(({ components }) => components.map(goodOf))
  const priced = new Set([...goods, ...part.offers.flatMap(({ needs }) => needs.map(goodOf))])
  const asking = merge(part, false, new Set()).filter(({ head }) => head.needs.length > 0)
  return writePart({ ...lookup, priced }, part, asking, new Map())
}
