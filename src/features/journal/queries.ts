import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reading, Tables } from '../../platform/database/tables.ts'
import type { Entry, Scope, Wish } from './model.ts'

/** One page of entries, the newest first, and the places before and after it where there are more. */
export interface Page {
  entries: readonly Entry[]
  older: number | null
  newer: number | null
}

type Entries = SelectQueryBuilder<Tables, 'journal', object>

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** The accounts of those whose names have some words in them: more than so many are nobody in particular. */
const MOST_ACCOUNTS = 200

async function accountsNamed(db: Reading, words: string): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('account')
    .where('name', 'ilike', like(words))
    .limit(MOST_ACCOUNTS)
    .execute()
  return rows.map(({ account }) => `account/${account}`)
}

const startOf = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime('UTC').toInstant()

/** Entries that somebody wishes to see, of one conference where the journal is that of one. */
export async function entriesOf(
  db: Reading,
  scope: Scope,
  wish: Wish,
  size: number,
): Promise<Page> {
  const accounts = wish.who === '' ? null : await accountsNamed(db, wish.who)
  const { area, action, subject, actor, from, until } = wish
  const conference = scope ?? wish.conference
  const wished = (all: Entries) =>
    all
      .$if(area !== null, (some) =>
        some.where(
          sql<boolean>`action collate "C" >= ${`${area}.`} and action collate "C" < ${`${area}/`}`,
        ),
      )
      .$if(action !== null, (some) => some.where(sql<boolean>`action collate "C" = ${action}`))
      .$if(subject !== null, (some) => some.where('subject', '=', subject as string))
      .$if(actor !== null, (some) => some.where('actor', '=', actor as string))
      .$if(conference !== null, (some) => some.where('journal.conference', '=', conference))
      .$if(accounts !== null, (some) => some.where(sql<boolean>`actor = any(${accounts}::text[])`))
      .$if(from !== null, (some) => some.where('at', '>=', startOf(from as string)))
      .$if(until !== null, (some) =>
        some.where('at', '<', startOf(until as string).add({ hours: 24 })),
      )
  return page(db, wished, wish, size)
}

async function page(
  db: Reading,
  wished: (all: Entries) => Entries,
  { before, after }: Pick<Wish, 'before' | 'after'>,
  size: number,
): Promise<Page> {
  const forwards = before === null && after !== null
  const found = await wished(db.selectFrom('journal'))
    .leftJoin('journalSealed', 'journalSealed.seq', 'journal.seq')
    .select(['journal.seq', 'at', 'action', 'subject', 'conference', 'actor', 'seal'])
    .$if(before !== null, (some) => some.where('journal.seq', '<', before as number))
    .$if(forwards, (some) => some.where('journal.seq', '>', after as number))
    .orderBy('journal.seq', forwards ? 'asc' : 'desc')
    .limit(size + 1)
    .execute()
  const more = found.length > size
  const kept = found.slice(0, size)
  const entries = forwards ? kept.toReversed() : kept
  const [first, last] = [entries.at(0)?.seq ?? null, entries.at(-1)?.seq ?? null]
  return {
    entries,
    older: forwards || more ? last : null,
    newer: forwards ? (more ? first : null) : before === null ? null : first,
  }
}

/** How those who did something are called, by their accounts; who is not there any more, is not named. */
export async function namesOf(
  db: Reading,
  entries: readonly Pick<Entry, 'actor' | 'subject'>[],
): Promise<ReadonlyMap<string, string>> {
  const accounts = entries
    .flatMap(({ actor, subject }) => [actor, subject])
    .filter((one) => ACCOUNT.test(one))
    .map((one) => one.slice('account/'.length))
  if (accounts.length === 0) return new Map()
  const rows = await db
    .selectFrom('person')
    .select(['account', 'name'])
    .where('account', 'in', [...new Set(accounts)])
    .execute()
  return new Map(rows.map(({ account, name }) => [`account/${account}`, name]))
}

const ACCOUNT = /^account\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
