import type { ConferenceId } from '../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import { stateIn, type TextState } from '../../kernel/wording/text-state.ts'
import type { Topic } from '../command/command.ts'
import type { Reading, Writing } from '../database/tables.ts'

/** A text that people translate, and where it stands. */
export interface ListedText {
  /** The same for as long as the text is there: letters, digits, `.`, `_` and `-`; unique in its source. */
  id: string
  /** What it is, `title`: one of the source's `kinds`. */
  kind: string
  text: Text
  /** What it belongs to, where that has a name of its own: the session whose note it is. */
  of: Text | null
  /** The page on which it is seen, without the language. */
  at: string
  /** How many signs a wording may have; null: as many as it needs. */
  longest: number | null
}

/** Which texts somebody wants to see. */
export interface TextWish {
  /** The language into which they are to be translated. */
  language: Language
  states: readonly TextState[]
  /** Null: every kind. */
  kind: string | null
  /** What comes after this identifier; null: from the beginning. */
  after: string | null
  limit: number
}

/** How many texts of a kind stand in one way in a language. */
export interface TextTally {
  kind: string
  language: Language
  state: TextState
  count: number
}

/** A text as it stood until somebody edited it. */
export interface FormerText {
  text: Text
  until: Temporal.Instant
  /** Who replaced it, `account/0190…`; null where that is not kept. */
  by: string | null
}

/** The texts of a feature that people translate, by conference. Each feature keeps them as it likes. */
export interface TextSource {
  /** Letters and `-`; the identifier of a text among all is `{name}:{id}`. */
  readonly name: string
  readonly kinds: readonly string[]
  /** What a kind of text is called: «Theme». */
  sayKind(language: Language, kind: string): string
  tally(db: Reading, conference: ConferenceId): Promise<readonly TextTally[]>
  /** In the order of their identifiers, by code point. */
  list(db: Reading, conference: ConferenceId, wish: TextWish): Promise<readonly ListedText[]>
  find(
    db: Reading | Writing,
    conference: ConferenceId,
    ids: readonly string[],
  ): Promise<readonly ListedText[]>
  /** Writes texts of one conference in the transaction of the deed that rewords them. */
  write(
    db: Writing,
    conference: ConferenceId,
    texts: ReadonlyMap<string, Text>,
    made: { at: Temporal.Instant; by: string },
  ): Promise<void>
  /** What shows some of them. */
  topics(
    db: Reading | Writing,
    conference: ConferenceId,
    ids: readonly string[],
  ): Promise<readonly Topic[]>
  /** How a text stood before, newest first, as far as its owner keeps that. */
  past(db: Reading | Writing, conference: ConferenceId, id: string): Promise<readonly FormerText[]>
}

const byId = (one: ListedText, other: ListedText) => (one.id < other.id ? -1 : 1)

/** The texts of a wish, of all that there are. */
export const wished = (
  all: readonly ListedText[],
  { language, states, kind, after, limit }: TextWish,
): ListedText[] =>
  all
    .filter(({ id }) => after === null || id > after)
    .filter((one) => kind === null || one.kind === kind)
    .filter(({ text }) => states.includes(stateIn(text, language)))
    .toSorted(byId)
    .slice(0, limit)

/** How all texts there are stand in all languages. */
export function tallied(all: readonly ListedText[]): TextTally[] {
  const counts = new Map<string, TextTally>()
  for (const { kind, text } of all) {
    for (const language of LANGUAGES) {
      const state = stateIn(text, language)
      const key = [kind, language, state].join(' ')
      const count = (counts.get(key)?.count ?? 0) + 1
      counts.set(key, { kind, language, state, count })
    }
  }
  return [...counts.values()]
}

/** How a source that has all its texts of a conference in memory at once is asked. */
export const fromAll = (
  all: (db: Reading | Writing, conference: ConferenceId) => Promise<readonly ListedText[]>,
): Pick<TextSource, 'tally' | 'list' | 'find'> => ({
  tally: async (db, conference) => tallied(await all(db, conference)),
  list: async (db, conference, wish) => wished(await all(db, conference), wish),
  find: async (db, conference, ids) =>
    (await all(db, conference)).filter(({ id }) => ids.includes(id)).toSorted(byId),
})
