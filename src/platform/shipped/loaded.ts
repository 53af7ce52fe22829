import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../database/tables.ts'

/** What a fact that ships said when it was last loaded. */
export const LoadedFact = z.strictObject({
  file: z.string(),
  item: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type LoadedFact = z.infer<typeof LoadedFact>

/** Every fact that was loaded: an archive takes it along, so that nothing that people changed is loaded over. */
export const loadedFacts = (db: Kysely<Tables>): Promise<LoadedFact[]> =>
  db.selectFrom('shipped').selectAll().orderBy('file').orderBy('item').execute()

/** Takes an archive's word for facts of which this database knows nothing. */
export async function rememberLoaded(
  db: Kysely<Tables>,
  facts: readonly LoadedFact[],
): Promise<void> {
  await sql`insert into shipped (file, item, digest)
    select * from unnest(
      ${facts.map(({ file }) => file)}::text[],
      ${facts.map(({ item }) => item)}::text[],
      ${facts.map(({ digest }) => digest)}::text[]
    )
    on conflict (file, item) do nothing`.execute(db)
}
