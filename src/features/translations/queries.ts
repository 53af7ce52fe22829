import type { ConferenceId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import type { Reading, Writing } from '../../platform/database/tables.ts'
import type { GivenStatus, TextKey } from './model.ts'

/** A wording that a translator wrote, and what it was made from. */
export interface Translation {
  language: Language
  original: Language
  source: string
  value: string
  status: GivenStatus
  at: Temporal.Instant
  by: string
}

declare module '../../platform/database/tables.ts' {
  interface Tables {
    translation: Translation & {
      conference: string
      key: TextKey
      position: number
      file: string | null
    }
    translatorLanguage: {
      conference: string
      account: string
      language: Language
      at: Temporal.Instant
      by: string
    }
    translationFile: {
      file: string
      conference: string
      at: Temporal.Instant
      by: string
      appliedAt: Temporal.Instant | null
      appliedBy: string | null
      changed: number | null
    }
  }
}

/** Everything that translators wrote of a text in a language, newest first. */
export const translationsOf = (
  db: Reading,
  conference: ConferenceId,
  key: TextKey,
  language: Language,
): Promise<Translation[]> =>
  db
    .selectFrom('translation')
    .select(['language', 'original', 'source', 'value', 'status', 'at', 'by'])
    .where('conference', '=', conference)
    .where('key', '=', key)
    .where('language', '=', language)
    .orderBy('position', 'desc')
    .execute()

/** The last wording that translators wrote of each of some texts in a language, by its key. */
export async function lastTranslations(
  db: Reading,
  conference: ConferenceId,
  keys: readonly TextKey[],
  language: Language,
): Promise<ReadonlyMap<TextKey, Translation>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('translation')
    .distinctOn('key')
    .select(['key', 'language', 'original', 'source', 'value', 'status', 'at', 'by'])
    .where('conference', '=', conference)
    .where('key', 'in', keys)
    .where('language', '=', language)
    .orderBy('key')
    .orderBy('position', 'desc')
    .execute()
  return new Map(rows.map(({ key, ...translation }) => [key, translation]))
}

/** How often each of some texts was translated into a language. */
export async function countsOf(
  db: Writing,
  conference: ConferenceId,
  keys: readonly TextKey[],
  language: Language,
): Promise<ReadonlyMap<TextKey, number>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('translation')
    .select(['key', (row) => row.fn.max('position').as('position')])
    .where('conference', '=', conference)
    .where('key', 'in', keys)
    .where('language', '=', language)
    .groupBy('key')
    .execute()
  return new Map(rows.map(({ key, position }) => [key, position]))
}

/** The languages of each translator, by account. */
export async function assignmentsOf(
  db: Reading | Writing,
  conference: ConferenceId,
): Promise<ReadonlyMap<string, readonly Language[]>> {
  const rows = await db
    .selectFrom('translatorLanguage')
    .select(['account', 'language'])
    .where('conference', '=', conference)
    .orderBy('language')
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ account }) => account)].map(([account, all]) => [
      account,
      all.map(({ language }) => language),
    ]),
  )
}

/** Everybody who translates for a conference, by name. */
export const translatorsOf = (db: Reading | Writing, conference: ConferenceId) =>
  db
    .selectFrom('holding')
    .innerJoin('person', 'person.account', 'holding.account')
    .select(['person.account', 'person.name'])
    .distinct()
    .where('holding.role', '=', 'translator')
    .where('holding.conference', 'in', [conference, '*'])
    .where('holding.until', 'is', null)
    .where('person.closedAt', 'is', null)
    .orderBy('person.name')
    .execute()

/** The names of those who did something, by `account/0190…`. */
export async function namesOf(
  db: Reading,
  doers: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = doers.flatMap((doer) =>
    doer?.startsWith('account/') ? [doer.slice('account/'.length)] : [],
  )
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['account', 'name'])
    .where('account', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.map(({ account, name }) => [`account/${account}`, name]))
}

/**
 * What the original said when the wording that stands in a language was made from it; null where it says the same
 * still, or nobody knows.
 */
export function formerlyOf(
  text: Text,
  language: Language,
  made: readonly Pick<Translation, 'value' | 'source'>[],
  past: readonly { text: Text }[],
): string | null {
  const now = text.in[text.original]?.value ?? null
  const standing = text.in[language]?.value
  if (standing === undefined) return null
  const own = made.find(({ value }) => value === standing)?.source
  const kept = past.find(
    ({ text: { in: said } }) =>
      said[language]?.value === standing && said[language]?.status !== 'stale',
  )
  const then = own ?? kept?.text.in[text.original]?.value ?? null
  return then === now ? null : then
}
