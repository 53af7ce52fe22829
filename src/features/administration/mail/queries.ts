import { type Expression, type SqlBool, sql } from 'kysely'
import type { Reading, Tables } from '../../../platform/database/tables.ts'
import type { LetterId, Sendable, State, Wish } from './model.ts'
import { SERVER_TROUBLES } from './model.ts'

type Row = Tables['mail']

/** A letter as the list shows it. */
export type Line = Pick<
  Row,
  'id' | 'address' | 'name' | 'subject' | 'language' | 'state' | 'trouble' | 'keptAt' | 'sentAt'
>
const LINE = [
  'id',
  'address',
  'name',
  'subject',
  'language',
  'state',
  'trouble',
  'keptAt',
  'sentAt',
] as const

/** A paper of a letter, without its bytes. */
export interface Paper {
  position: number
  name: string
  type: string
  size: number
}

const like = (words: string) => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** One page of the letters that somebody wishes to see, the newest first, and how many there are. */
export async function lettersOf(
  db: Reading,
  { state, q, page }: Wish,
  size: number,
): Promise<{ lines: Line[]; count: number }> {
  const wished = db
    .selectFrom('mail')
    .$if(state !== null, (all) => all.where('state', '=', state as State))
    .$if(q !== '', (all) =>
      all.where(
        ({ or, eb }): Expression<SqlBool> =>
          or([
            eb('address', 'ilike', like(q)),
            eb('name', 'ilike', like(q)),
            eb('subject', 'ilike', like(q)),
          ]),
      ),
    )
  const { count } = await wished
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  const lines = await wished
    .select([...LINE])
    .orderBy('keptAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { lines, count }
}

/** How many letters are in each state. */
export async function countsOf(db: Reading): Promise<Record<State, number>> {
  const rows = await db
    .selectFrom('mail')
    .select(['state', sql<number>`count(*)::int`.as('count')])
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, sent: 0, failed: 0 }
  for (const { state, count } of rows) counts[state] = count
  return counts
}

/** A letter with everything that is known of it, and its papers. */
export async function letterWithPapers(
  db: Reading,
  id: LetterId,
): Promise<{ letter: Row; papers: Paper[] } | null> {
  const letter = await db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirst()
  if (!letter) return null
  const papers = await db
    .selectFrom('mailAttachment')
    .innerJoin('mailPaper', 'mailPaper.digest', 'mailAttachment.digest')
    .select(['position', 'name', 'type', sql<number>`length(bytes)`.as('size')])
    .where('mail', '=', id)
    .orderBy('position')
    .execute()
  return { letter, papers }
}

/** A paper with its bytes. */
export async function paperOf(
  db: Reading,
  id: LetterId,
  position: number,
): Promise<{ name: string; type: string; bytes: Uint8Array } | null> {
  const paper = await db
    .selectFrom('mailAttachment')
    .innerJoin('mailPaper', 'mailPaper.digest', 'mailAttachment.digest')
    .select(['name', 'type', 'bytes'])
    .where('mail', '=', id)
    .where('position', '=', position)
    .executeTakeFirst()
  return paper ?? null
}

/** What decides whether a letter may leave again. */
export async function sendableOf(db: Reading, id: LetterId): Promise<Sendable | undefined> {
  return db
    .selectFrom('mail')
    .select(['state', 'trouble', sql<boolean>`text is not null`.as('hasText')])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The letters that were given up because of a server, and can still leave. */
export async function givenUp(db: Reading): Promise<string[]> {
  const rows = await db
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'failed')
    .where('trouble', 'in', [...SERVER_TROUBLES])
    .where('text', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
