import { sql } from 'kysely'
import { accountAt } from '../../../../platform/accounts/tables.ts'
import type { Writing } from '../../../../platform/command/command.ts'
import { eraseLettersAbout, eraseLettersTo } from '../../../../platform/mail/purge.ts'
import type { ParticipantId } from '../model.ts'

/** The addresses that people have and had. */
async function addressesOf(db: Writing, ids: readonly ParticipantId[]): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select distinct lower(content ->> 'address') as address from (
      select content from participant where id = any(${ids}::uuid[])
      union all
      select content from participant_version where participant = any(${ids}::uuid[])
    ) as known
    where content ->> 'address' is not null`.execute(db)
  return rows.map(({ address }) => address)
}

/** Whether somebody else reads there, too: a delegation may have one address for all of its members. */
async function isSharedWith(db: Writing, address: string, ids: readonly ParticipantId[]) {
  const { rows } = await sql<{ shared: boolean }>`
    select exists (
      select from participant
      where lower(content ->> 'address') = ${address} and not id = any(${ids}::uuid[])
    ) or exists (
      select from delegation, jsonb_array_elements_text(invitation -> 'addresses') as invited
      where lower(invited) = ${address}
    ) as shared`.execute(db)
  return rows[0]?.shared === true || (await accountAt(db, address)) !== null
}

/** Erases the letters about some people, and those to them; those to an address of others, too, are about these. */
export async function eraseLetters(db: Writing, ids: readonly ParticipantId[]): Promise<void> {
  const addresses = await addressesOf(db, ids)
  for (const id of ids) await eraseLettersAbout(db, `participant/${id}`)
  for (const address of addresses) {
    if (!(await isSharedWith(db, address, ids))) await eraseLettersTo(db, address)
  }
}
