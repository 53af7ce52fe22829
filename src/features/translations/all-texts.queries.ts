import type { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { TextState } from '../../kernel/wording/text-state.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { ListedText, TextSource, TextTally } from '../../platform/texts/source.ts'
import { keyOf, partsOf, type TextKey } from './model.ts'

/** A text with the source that has it. */
export interface Keyed extends ListedText {
  key: TextKey
  source: TextSource
}

/** A tally with the source that it counts in. */
export interface SourceTally extends TextTally {
  source: TextSource
}

/** Which texts are asked for, among all. */
export interface Asked {
  into: Language
  states: readonly TextState[]
  /** `conferences:name`: a source and one of its kinds; null: all. */
  kind: string | null
  after: TextKey | null
  limit: number
}

/** The texts of all features, asked as one. */
export interface AllTexts {
  tally(db: Reading, conference: ConferenceId): Promise<SourceTally[]>
  list(db: Reading, conference: ConferenceId, asked: Asked): Promise<Keyed[]>
  find(
    db: Reading | Writing,
    conference: ConferenceId,
    keys: readonly TextKey[],
  ): Promise<ReadonlyMap<TextKey, Keyed>>
}

export function allTexts(sources: readonly TextSource[]): AllTexts {
  const keyed = (source: TextSource, one: ListedText): Keyed => ({
    ...one,
    key: keyOf(source.name, one.id),
    source,
  })
  return {
    async tally(db, conference) {
      const all: SourceTally[] = []
      for (const source of sources) {
        const tallies = await source.tally(db, conference)
        all.push(...tallies.map((tally) => ({ ...tally, source })))
      }
      return all
    },
    async list(db, conference, { into, states, kind, after, limit }) {
      const from = after === null ? null : partsOf(after)
      const first = from ? sources.findIndex(({ name }) => name === from.source) : 0
      const wanted = kind === null ? null : partsOf(kind)
      const found: Keyed[] = []
      for (const source of sources.slice(Math.max(first, 0))) {
        if (found.length >= limit || (wanted && wanted.source !== source.name)) continue
        const listed = await source.list(db, conference, {
          ...{ language: into, states, kind: wanted?.id ?? null },
          after: from?.source === source.name ? from.id : null,
          limit: limit - found.length,
        })
        found.push(...listed.map((one) => keyed(source, one)))
      }
      return found
    },
    async find(db, conference, keys) {
      const bySource = Map.groupBy(keys.map(partsOf), ({ source }) => source)
      const found = new Map<TextKey, Keyed>()
      for (const source of sources) {
        const ids = bySource.get(source.name)?.map(({ id }) => id) ?? []
        if (ids.length === 0) continue
        for (const one of await source.find(db, conference, ids)) {
          found.set(keyOf(source.name, one.id), keyed(source, one))
        }
      }
      return found
    },
  }
}
