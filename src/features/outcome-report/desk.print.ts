import { compareIn } from '../../i18n/collation.ts'
import { sayPartialDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { setBeside } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import type { Source } from '../../kernel/source.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { PartialDay } from '../../kernel/time.ts'
import { say as sayInUi } from '../../ui/words.ts'
import { nameOn } from '../parties/model.ts'
import type { Words } from './blocks.ts'
import type { Outcome, Pledged } from './facts.ts'

/** What every part of a report needs: the facts, the reader's language, and the list of sources that grows. */
export interface Desk {
  language: Language
  outcome: Outcome
  /** Cites sources: their numbers, in the order in which they were first cited. */
  cite(sources: readonly (Source | null | undefined)[]): number[]
  /** Every source that was cited, in the order of the numbers. */
  cited(): readonly Source[]
}

export function deskOf(language: Language, outcome: Outcome): Desk {
  const numbers = new Map<string, { number: number; source: Source }>()
  const numberOf = (source: Source) => {
    const key = [source.publisher, source.url, source.date, source.grade].join('\n')
    const known = numbers.get(key)?.number
    if (known) return known
    numbers.set(key, { number: numbers.size + 1, source })
    return numbers.size
  }
  return {
    language,
    outcome,
    cite: (sources) =>
      [...new Set(sources.flatMap((source) => (source ? numberOf(source) : [])))].toSorted(
        (a, b) => a - b,
      ),
    cited: () => [...numbers.values()].map(({ source }) => source),
  }
}

/** The sources of the conference's record that stand under some keys. */
export const citeKeys = ({ cite, outcome }: Desk, keys: readonly string[]): number[] =>
  cite(keys.map((key) => outcome.conference.sources[key]))

/** What stands between two things on one line; never at the beginning of one. */
export const BESIDE = '\u00A0· '

/** A date, or what else is not to be broken over lines. */
export const together = (words: string): string => words.replaceAll(' ', '\u00A0')

/** A text in the best language for the reader. One that is not ours, or not in their language, says so. */
export function wordsOf({ language }: Desk, text: Text): Words[] {
  const { value, language: spoken, status } = readingOf(text, language)
  if (spoken !== language) {
    const tongue = sayInUi(language, `language.${spoken}`)
    const mark =
      status === 'unofficial'
        ? tongue
        : setBeside(language, [tongue, sayInUi(language, `status.${status}`)])
    return [
      { text: isolateIn(language, value), language: spoken },
      { text: mark, mark: true },
    ]
  }
  return status === 'unofficial'
    ? [{ text: value }]
    : [{ text: value }, { text: sayInUi(language, `status.${status}`), mark: true }]
}

/** The same where a mark would be in the way: in a heading, or within a line. */
export const sayText = ({ language }: Desk, text: Text): string => {
  const { value, language: spoken } = readingOf(text, language)
  return spoken === language ? value : isolateIn(language, value)
}

/** A party as the conference named it: by its name of that day. */
export function partyName({ language, outcome }: Desk, code: string): string {
  const party = outcome.parties.get(code)
  return party ? nameOn(party, outcome.day, language).short : code
}

/** What a party sorts by in the reader's language. */
export function sortName({ language, outcome }: Desk, code: string): string {
  const party = outcome.parties.get(code)
  if (!party) return code
  const { sort, short } = nameOn(party, outcome.day, language)
  return sort ?? short
}

/** Alphabetically in the reader's language by whoever stands first, then by identifier: nobody is ranked. */
export function inOrder(desk: Desk, pledges: readonly Pledged[]): Pledged[] {
  const compare = compareIn(desk.language)
  const first = ({ terms }: Pledged) => sortName(desk, partiesInOrder(terms)[0] ?? '')
  return pledges.toSorted(
    (a, b) => compare(first(a), first(b)) || (a.entry.id < b.entry.id ? -1 : 1),
  )
}

/** Who promises something: whoever leads, then the others as they were named. */
export const partiesInOrder = ({ lead, shares }: Pledged['terms']): string[] => [
  ...new Set([
    ...(lead ? [lead] : []),
    ...shares.filter(({ role }) => role !== 'recipient').map(({ party }) => party),
  ]),
]

/** What a capability is called. */
export const capabilityName = ({ language, outcome }: Desk, code: string): string =>
  outcome.capabilities.get(code)?.[language] ?? code

/** What a mission is called in short. */
export const missionName = ({ language, outcome }: Desk, acronym: string): string =>
  isolateIn(language, outcome.missions.get(acronym)?.acronyms[language] ?? acronym)

/** The date of a source, as far as it has one. */
export function sayDateOf(language: Language, date: string | null): string {
  if (date === null) return sayInUi(language, 'source.undated')
  return PartialDay.safeParse(date).success ? together(sayPartialDay(language, date)) : date
}
