import { LANGUAGES } from '../../../kernel/language.ts'
import { same } from '../../../kernel/same.ts'
import { withAncestors } from '../find/facets.ts'
import { tokensOf } from '../find/search.ts'
import type { PledgeId, Terms } from '../model.ts'
import { giversOf } from '../shares.model.ts'

/** Why two pledges may be one, or the same promise again: what a person looks at before they decide. */
export const SIGNS = ['words', 'capability', 'quantity', 'edition', 'earlier'] as const
export type Sign = (typeof SIGNS)[number]

/** A pledge that may be another one, told again. */
export interface Alike {
  id: PledgeId
  signs: Sign[]
}

/** As much of a pledge as it is compared by. */
export interface Compared {
  id: PledgeId
  terms: Pick<
    Terms,
    'conference' | 'title' | 'summary' | 'words' | 'capabilities' | 'quantity' | 'shares' | 'links'
  >
}

const MOST = 5
/** From this part of their words in common on, two texts are alike. */
const ALIKE = 0.35

const wordsOf = ({ title, summary, words }: Compared['terms']): ReadonlySet<string> =>
  new Set(
    [
      ...LANGUAGES.flatMap((language) => [
        title.in[language]?.value ?? '',
        summary.in[language]?.value ?? '',
      ]),
      words ?? '',
    ]
      .flatMap(tokensOf)
      .filter((token) => token.length > 2 || !/^\p{Script=Latin}/u.test(token)),
  )

/** How much two sets have in common: of the smaller one, so that a short title finds a long text. */
function shareInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size < 2) return 0
  return [...small].filter((one) => large.has(one)).length / small.size
}

/** Capabilities in common: the same, or one within the other. */
const meet = (a: readonly string[], b: readonly string[]) =>
  a.some((one) =>
    b.some((other) => withAncestors(one).includes(other) || withAncestors(other).includes(one)),
  )

/**
 * Pledges that may be this one, or the same promise made before: of the same party, with similar words or for the same
 * capability. Those that it names already are known, and left out. A person decides.
 */
export function alikeAmong(one: Compared, others: readonly Compared[]): Alike[] {
  const linked = new Set<string>(one.terms.links.map(({ to }) => to))
  const givers = giversOf(one.terms.shares)
  const own = wordsOf(one.terms)
  return others
    .filter(({ id, terms }) => id !== one.id && !linked.has(id) && !names(terms, one.id))
    .filter(({ terms }) => giversOf(terms.shares).some((party) => givers.includes(party)))
    .flatMap((other) => {
      const common = shareInCommon(own, wordsOf(other.terms))
      const signs = signsOf(one.terms, other.terms, common)
      const isAlike =
        signs.includes('words') || (signs.includes('capability') && signs.includes('quantity'))
      return isAlike ? [{ id: other.id, signs, weight: common + signs.length / 4 }] : []
    })
    .toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
    .slice(0, MOST)
    .map(({ id, signs }) => ({ id, signs }))
}

const names = ({ links }: Compared['terms'], id: PledgeId) => links.some(({ to }) => to === id)

function signsOf(one: Compared['terms'], other: Compared['terms'], common: number): Sign[] {
  const isSameEdition = one.conference === other.conference
  const isCounted = one.quantity.kind !== 'none'
  const found: Readonly<Record<Sign, boolean>> = {
    words: common >= ALIKE,
    capability: meet(one.capabilities, other.capabilities),
    quantity: isCounted && same(one.quantity, other.quantity),
    edition: isSameEdition,
    earlier: !isSameEdition,
  }
  return SIGNS.filter((sign) => found[sign])
}
