import { type Kysely, sql } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** How long a letter is kept after it has left or was given up: who wrote what to whom is nobody's business for ever. */
const KEPT_FOR = { hours: 24 * 180 }

/** Deletes letters that are done with, and papers that travel with none; answers how many letters. */
export const purgeLetters = (db: Kysely<Tables>, now: Temporal.Instant): Promise<number> =>
  db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom('mail')
      .where('state', '!=', 'waiting')
      .where('keptAt', '<', now.subtract(KEPT_FOR))
      .executeTakeFirstOrThrow()
    await transaction
      .deleteFrom('mailPaper')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('mailAttachment')
              .select('mail')
              .whereRef('mailAttachment.digest', '=', 'mailPaper.digest'),
          ),
        ),
      )
      .execute()
    return Number(numDeletedRows)
  })

/** Deletes every letter about something, `participant/0190…`, to whomever it went. */
export async function eraseLettersAbout(db: Kysely<Tables>, about: string): Promise<void> {
  await db.deleteFrom('mail').where('about', '=', about).execute()
}

/** Deletes the letters about something in which a name stands, however their lines are broken. */
export async function eraseLettersNaming(
  db: Kysely<Tables>,
  about: string,
  name: string,
): Promise<void> {
  const words = sql<string>`regexp_replace(concat_ws(' ', subject, text, html), '\\s+', ' ', 'g')`
  const wanted = name.replace(/\s+/g, ' ')
  await db
    .deleteFrom('mail')
    .where('about', '=', about)
    .where(sql<boolean>`strpos(${words}, ${wanted}) > 0`)
    .execute()
}

/** Deletes every letter to an address, whatever its state: the person is to be forgotten. */
export async function eraseLettersTo(db: Kysely<Tables>, address: string): Promise<void> {
  await db
    .deleteFrom('mail')
    .where(({ fn }) => fn('lower', ['address']), '=', address.toLowerCase())
    .execute()
}
