import type { Actor } from '../../kernel/actor.ts'
import type { ConferenceId } from '../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import {
  OPEN_STATES,
  stateIn,
  TEXT_STATES,
  type TextState,
} from '../../kernel/wording/text-state.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { AllTexts, Asked, Keyed, SourceTally } from './all-texts.queries.ts'
import { matchesIn } from './glossary/matching.ts'
import type { Term } from './glossary/terms.ts'
import { mayAssign, seenIn, writesIn } from './model.ts'
import { assignmentsOf, formerlyOf, namesOf, translationsOf } from './queries.ts'
import type { Counted, Earlier, Line, Workbench } from './shown.ts'
import type { SHOWN_STATES, TextWish, Wish } from './wish.ts'

/** The states that a choice of the list stands for. */
export const statesOf = (state: (typeof SHOWN_STATES)[number]): readonly TextState[] =>
  state === 'open' ? OPEN_STATES : [state]

/** The languages in which somebody writes. */
export async function languagesOf(
  db: Reading,
  actor: Actor,
  conference: ConferenceId,
): Promise<readonly Language[]> {
  if (mayAssign(actor, conference)) return LANGUAGES
  return (await assignmentsOf(db, conference)).get(actor.id) ?? []
}

/** A text as a line of the list. */
export function lineOf(one: Keyed, into: Language, language: Language): Line {
  const { text, key, source, kind, of, at } = one
  const { original, in: said } = text
  const named = of && readingOf(of, language)
  return {
    ...{ key, at },
    kind: source.sayKind(language, kind),
    of: named && { value: named.value, language: named.language },
    original: { value: said[original]?.value ?? '', language: original },
    wording: said[into] ?? null,
    state: stateIn(text, into),
  }
}

/** How the texts stand in each language. */
export function countedOf(tallies: readonly SourceTally[]): Counted[] {
  return LANGUAGES.map((language) => {
    const own = tallies.filter((tally) => tally.language === language)
    const counts = Object.fromEntries(
      TEXT_STATES.map((state) => [
        state,
        own.reduce((sum, one) => sum + (one.state === state ? one.count : 0), 0),
      ]),
    ) as Counted['counts']
    return { language, counts }
  })
}

/** How much waits in some languages. */
export const openIn = (tallies: readonly SourceTally[], languages: readonly Language[]): number =>
  tallies
    .filter(({ language, state }) => languages.includes(language) && isOpen(state))
    .reduce((sum, { count }) => sum + count, 0)

const isOpen = (state: TextState) => (OPEN_STATES as readonly TextState[]).includes(state)

/** What the list asks for. */
export const askedBy = ({ state, kind, after }: Wish, into: Language, limit: number): Asked => ({
  into,
  states: statesOf(state),
  kind: kind ?? null,
  after: after ?? null,
  limit,
})

/** One text with all that is at hand for it; null: it is not there. */
export async function benchFor(
  db: Reading,
  all: AllTexts,
  terms: readonly Term[],
  {
    conference,
    wish,
    reader,
  }: {
    conference: ConferenceId
    wish: TextWish & { into: Language }
    reader: { actor: Actor; language: Language }
  },
): Promise<Workbench | null> {
  const { text: key, into, state, kind } = wish
  const one = (await all.find(db, conference, [key])).get(key)
  if (!one) return null
  const line = lineOf(one, into, reader.language)
  const made = await translationsOf(db, conference, key, into)
  const past = await one.source.past(db, conference, one.id)
  const asked = { ...askedBy({ state, kind } as Wish, into, 1), after: key }
  const [next] = await all.list(db, conference, asked)
  const names = await namesOf(
    db,
    [...made, ...past].map(({ by }) => by),
  )
  const mine = (await assignmentsOf(db, conference)).get(reader.actor.id) ?? []
  const isMine = writesIn(reader.actor, conference, into, mine)
  return {
    line,
    longest: one.longest,
    formerly: formerlyOf(one.text, into, made, past),
    matches: matchesIn(line.original.value, line.original.language, terms),
    earlier: earlierOf(line, into, made, past).map((was) => ({
      ...was,
      by: was.by && (names.get(was.by) ?? null),
    })),
    seen: versionOf(seenIn(one.text, into)),
    fixed:
      into === one.text.original
        ? 'original'
        : line.state === 'told'
          ? 'told'
          : isMine
            ? null
            : 'language',
    next: next?.key ?? null,
  }
}

/** Every other wording that stood there, newest first, each once. */
function earlierOf(
  { wording, original }: Line,
  into: Language,
  made: Awaited<ReturnType<typeof translationsOf>>,
  past: Awaited<ReturnType<Keyed['source']['past']>>,
): Earlier[] {
  const told = [
    ...made.map(({ value, status, source, at, by }) => ({
      value,
      status,
      original: source,
      at,
      by,
    })),
    ...past.flatMap(({ text, until, by }) => {
      const was = text.in[into]
      const source = text.in[text.original]?.value ?? null
      return was ? [{ ...was, original: source, at: until, by }] : []
    }),
  ]
  const met = new Set([wording?.value])
  return told
    .toSorted((a, b) => Temporal.Instant.compare(b.at, a.at))
    .filter(({ value }) => !met.has(value) && met.add(value))
    .map((one) => ({ ...one, original: one.original === original.value ? null : one.original }))
}
