import type { Writing } from '../../../platform/command/command.ts'
import type { Session } from '../model.ts'
import type { Drafted } from './deeds.ts'

/** Writes sessions into the draft, new ones and changed ones, and who did it: each deed is one line of its history. */
export async function saveDraft(
  db: Writing,
  conference: string,
  { sessions, removed = [], made }: Drafted,
): Promise<void> {
  const ids = [...sessions.map(({ id }) => String(id)), ...removed]
  if (ids.length === 0) return
  const before = await standing(db, conference, ids)
  if (sessions.length > 0) {
    await db
      .insertInto('session')
      .values(
        sessions.map((session) => ({
          ...{ id: session.id, conference, slug: session.slug },
          content: JSON.stringify(session),
        })),
      )
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({
          slug: row.ref('excluded.slug'),
          content: row.ref('excluded.content'),
        })),
      )
      .execute()
  }
  if (removed.length > 0) {
    await db.deleteFrom('session').where('id', 'in', removed).execute()
  }
  const after = new Map(sessions.map((session) => [String(session.id), session]))
  await remember(
    db,
    conference,
    made,
    ids.map((session) => ({ session, before: before.get(session), after: after.get(session) })),
  )
}

async function standing(db: Writing, conference: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'content'])
    .where('conference', '=', conference)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, content }) => [id, content]))
}

interface State {
  session: string
  before: Session | undefined
  after: Session | undefined
}

async function remember(
  db: Writing,
  conference: string,
  made: Drafted['made'],
  states: readonly State[],
) {
  const last = await db
    .selectFrom('programmeDeed')
    .select('number')
    .where('conference', '=', conference)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = (last?.number ?? 0) + 1
  await db
    .insertInto('programmeDeed')
    .values({
      ...{ conference, number, deed: made.deed },
      madeBy: made.by,
      madeAt: made.at,
      undoes: made.undoes ?? null,
    })
    .execute()
  await db
    .insertInto('sessionState')
    .values(
      states.map(({ session, before, after }) => ({
        ...{ conference, number, session },
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
      })),
    )
    .execute()
}
