import { ELEMENTS, type Element, type Terms } from '../model.ts'
import { giversOf } from '../shares.model.ts'

/** Which of the twelve elements the terms give. Shown to their author while writing, never a score of anybody. */
export const elementsIn = (terms: Terms): Element[] => terms.found ?? elementsOf(terms)

/** The same while a focal point writes: whoever writes is the contact. */
export const elementsWritten = (terms: Terms): Element[] => {
  const given = new Set([...elementsIn(terms), 'contact'])
  return ELEMENTS.filter((element) => given.has(element))
}

const elementsOf = (terms: Terms): Element[] => {
  const { quantity } = terms
  const counted = quantity.kind !== 'none'
  const given: Readonly<Record<Element, boolean>> = {
    what: terms.capabilities.some((code) => code !== 'other'),
    'how-many': counted,
    unit: counted && !['percent', 'multiplier'].includes(quantity.unit),
    need: terms.requirements.length > 0 || terms.links.some(({ kind }) => kind === 'answers'),
    where: terms.missions.length > 0 || terms.beneficiaries.length > 0,
    from: terms.from !== null,
    until: terms.until !== null,
    partners: giversOf(terms.shares).length > 1,
    novelty: terms.links.some(({ kind }) => NOVELTY.has(kind)),
    condition: terms.conditions.length > 0,
    baseline: terms.baseline !== null,
    contact: false,
  }
  return ELEMENTS.filter((element) => given[element])
}

/** What says whether a promise is new, goes on, or was made before. */
const NOVELTY: ReadonlySet<string> = new Set(['renews', 're-announces', 'replaces', 'adds-detail'])
