import type { Reading } from '../../platform/database/tables.ts'

/** The letters that went to an address. What they said is with whoever has them; it may be about others, too. */
export const lettersTo = (db: Reading, address: string) =>
  db
    .selectFrom('mail')
    .select(['kind', 'address', 'name', 'language', 'subject', 'state', 'keptAt', 'sentAt'])
    .where(({ fn }) => fn('lower', ['address']), '=', address.toLowerCase())
    .orderBy('keptAt')
    .execute()
