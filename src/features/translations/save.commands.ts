import type { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import type { Topic, Writing } from '../../platform/command/command.ts'
import type { AllTexts, Keyed } from './all-texts.queries.ts'
import type { GivenStatus, TextKey } from './model.ts'
import { countsOf } from './queries.ts'

/** A text as translators leave it. */
export interface Reworded {
  one: Keyed
  after: Text
}

/** Texts of one conference in one language, on their way into the features that own them. */
export interface Rewording {
  conference: ConferenceId
  language: Language
  texts: readonly Reworded[]
  at: Temporal.Instant
  by: string
  /** The file that brought them. */
  file: string | null
}

/** Writes texts where they belong, and what each was made from. */
export async function saveRewording(db: Writing, rewording: Rewording): Promise<void> {
  const { conference, language, texts, at, by, file } = rewording
  for (const [source, own] of Map.groupBy(texts, ({ one }) => one.source)) {
    const after = new Map(own.map((text) => [text.one.id, text.after]))
    await source.write(db, conference, after, { at, by })
  }
  const keys = texts.map(({ one }) => one.key)
  const counts = await countsOf(db, conference, keys, language)
  await db
    .insertInto('translation')
    .values(
      texts.map(({ one: { key }, after }) => ({
        ...{ conference, key, language, at, by, file },
        position: (counts.get(key) ?? 0) + 1,
        original: after.original,
        source: after.in[after.original]?.value ?? '',
        value: after.in[language]?.value ?? '',
        status: (after.in[language]?.status ?? 'translated') as GivenStatus,
      })),
    )
    .execute()
}

/** What shows some texts. */
export async function topicsOf(
  db: Writing,
  all: AllTexts,
  conference: ConferenceId,
  keys: readonly TextKey[],
): Promise<Topic[]> {
  const found = [...(await all.find(db, conference, keys)).values()]
  const topics = new Set<Topic>([`translations/${conference}`])
  for (const [source, own] of Map.groupBy(found, ({ source }) => source)) {
    const ids = own.map(({ id }) => id)
    for (const topic of await source.topics(db, conference, ids)) topics.add(topic)
  }
  return [...topics]
}
