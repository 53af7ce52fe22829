import { LANGUAGES } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Mission } from '../../parties/missions.model.ts'
import type { Labels, Party } from '../../parties/model.ts'
import { nameAnswers, type Term, tokensOf } from './search.ts'

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

/** The facets of what a term names: by its beginning as it was typed, or else by what its forms have in common. */
export function facetsNamed(term: Term, all: readonly Named[]): string[] {
  const by = (asked: Term) =>
    all.flatMap(({ facets, names }) =>
      names.some((name) => nameAnswers(name, asked, tokensOfName(name))) ? facets : [],
    )
  const typed = by({ typed: term.typed, tokens: asTyped(term) })
  return [...new Set(typed.length > 0 ? typed : by(term))]
}

const asTyped = ({ typed, tokens }: Term) => (tokens.length === 1 ? [typed] : tokens)

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
