import type { Requirement } from '../model/instance.ts'
import { type Good, goodOf, type Lookup } from '../programme/fits.ts'
import type { Pair, Part } from '../programme/pair.ts'
import { partOf, splitPairs } from '../programme/parts.ts'

/** A part that falls into blocks but for a few goods, such as lift, that are given once and for which all of them ask. */
export interface Blocks {
  /** Each with what only it asks for. */
  blocks: readonly Part[]
  linked: ReadonlySet<Good>
  /** What gives the linked goods, to requirements of all blocks. */
  links: Part
}

/** Null where a part does not fall into several blocks. */
export function blocksOf(lookup: Lookup, part: Part): Blocks | null {
  const linked = linkedGoods(lookup, part)
  if (linked.size === 0) return null
  const isLink = ({ offer }: Pair) => linked.has(goodOf(offer))
  const blocks = splitPairs(part.pairs.filter((pair) => !isLink(pair)))
  const inBlocks = new Set(blocks.flatMap(({ requirements }) => requirements))
  const alone = part.requirements.filter((one) => !inBlocks.has(one)).map(blockOfNothing)
  const all = [...blocks, ...alone]
  return all.length < 2 ? null : { blocks: all, linked, links: partOf(part.pairs.filter(isLink)) }
}

const blockOfNothing = (one: Requirement): Part => ({ requirements: [one], offers: [], pairs: [] })

/** Goods given once of which some offer serves units of several capabilities. */
function linkedGoods(lookup: Lookup, { pairs }: Part): Set<Good> {
  const linked = new Set<Good>()
  for (const [offer, own] of Map.groupBy(pairs, (pair) => pair.offer)) {
    if (!lookup.kinds.get(offer.component)?.once) continue
    const [first, ...others] = own.map(({ requirement }) => requirement.capability)
    if (others.some((one) => one !== first)) linked.add(goodOf(offer))
  }
  return linked
}
