import { LANGUAGES } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Mission } from '../../parties/missions.model.ts'
import type { Labels, Party } from '../../parties/model.ts'
import { isWhole, nameAnswers, queryOf, type Term, termsOf, tokensOf } from './search.ts'

/** Something by which pledges are found, with everything that it is or was called. */
export interface Named {
  facets: readonly string[]
  names: readonly string[]
}

type KnownParty = Pick<Party, 'code' | 'namings' | 'abbreviations' | 'aliases'>

/** A party in seven languages, by former names, abbreviations and its code; it promises, or what is promised is for it. */
export const namedParty = ({ code, namings, abbreviations, aliases }: KnownParty): Named => ({
  facets: [`party:${code}`, `beneficiary:${code}`],
  names: [
    code,
    ...aliases,
    ...Object.values(abbreviations),
    ...namings.flatMap(({ names }) =>
      LANGUAGES.flatMap((language) => [names[language].short, names[language].formal]),
    ),
  ],
})

export const namedCapability = (code: string, names: Labels): Named => ({
  facets: [`capability:${code}`],
  names: Object.values(names),
})

export const namedMission = ({
  acronym,
  acronyms,
  names,
}: Pick<Mission, 'acronym' | 'acronyms' | 'names'>): Named => ({
  facets: [`mission:${acronym}`],
  names: [acronym, ...Object.values(acronyms), ...Object.values(names)],
})

/** An edition by its short name, «Seoul 2021»: its long one has words that stand in every pledge. */
export const namedEdition = ({ id, shortName }: { id: string; shortName: Text }): Named => ({
  facets: [`edition:${id}`],
  names: [id, ...Object.values(shortName.in).map(({ value }) => value)],
})

/** A term as the list is asked for it: in the words of a pledge, or one of the facets that it names. */
export interface AskedTerm {
  query: string
  facets: readonly string[]
}

/** A word that names more than this narrows nothing: «of», «republic», «unit». */
const GENERIC = 24

/**
 * What a search asks for, term by term, with those facets that a pledge has. A generic word stands for what all words
 * together name («United Kingdom»); where that is nothing, it is passed over beside others. Alone, it stands for all
 * that it names, unless it is as short as «de».
 */
export function termsAsked(
  search: string,
  named: readonly Named[],
  offered: ReadonlySet<string>,
): AskedTerm[] {
  const terms = termsOf(search)
  const each = terms.map((term) => ({
    query: queryOf(term),
    facets: facetsNamed([term], named).filter((facet) => offered.has(facet)),
  }))
  const isGeneric = ({ facets }: AskedTerm) => facets.length > GENERIC
  if (!each.some(isGeneric)) return each
  if (terms.length === 1) {
    return terms[0]?.tokens.every(isWhole) ? each.map(({ query }) => ({ query, facets: [] })) : each
  }
  const together = facetsNamed(terms, named).filter((facet) => offered.has(facet))
  if (together.length > 0 && together.length <= GENERIC) {
    return each.map((one) => (isGeneric(one) ? { ...one, facets: together } : one))
  }
  const narrowing = each.filter((one) => !isGeneric(one))
  return narrowing.length > 0 ? narrowing : each.map(({ query }) => ({ query, facets: [] }))
}

/** The facets of what has a name with all terms: beginning as they were typed, or else as the forms of a word do. */
export function facetsNamed(terms: readonly Term[], all: readonly Named[]): string[] {
  const by = (asked: readonly Term[]) =>
    all.flatMap(({ facets, names }) =>
      names.some((name) => asked.every((term) => nameAnswers(name, term, tokensOfName(name))))
        ? facets
        : [],
    )
  const typed = by(terms.map(asTyped))
  return [...new Set(typed.length > 0 ? typed : by(terms))]
}

const asTyped = (term: Term): Term => ({
  typed: term.typed,
  tokens: term.tokens.length === 1 ? [term.typed] : term.tokens,
})

/** Names hardly change, and every search looks at all of them. */
const cut = new Map<string, readonly string[]>()
const MOST_NAMES = 20_000

function tokensOfName(name: string): readonly string[] {
  const known = cut.get(name)
  if (known) return known
  if (cut.size >= MOST_NAMES) cut.clear()
  const tokens = tokensOf(name)
  cut.set(name, tokens)
  return tokens
}
