import { sql } from 'kysely'
import { accountAt } from '../../../../platform/accounts/tables.ts'
import type { Writing } from '../../../../platform/command/command.ts'
import {
  eraseLettersAbout,
  eraseLettersNaming,
  eraseLettersTo,
} from '../../../../platform/mail/purge.ts'
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

/** The names that people have and had, and what letters about their delegation are about. */
async function namesOf(db: Writing, ids: readonly ParticipantId[]) {
  const { rows } = await sql<{ about: string; name: string }>`
    select distinct 'delegation/' || conference || '/' || party as about, said ->> 'name' as name
    from (
      select conference, party, content as said from participant where id = any(${ids}::uuid[])
      union all
      select participant.conference, participant.party, past.content
      from participant_version as past join participant on participant.id = past.participant
      where participant.id = any(${ids}::uuid[])
    ) as known
    where party is not null and said ->> 'name' is not null`.execute(db)
  return rows
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

/**
 * Erases the letters about some people, those to their delegation in which they are named, and those to them; those to an
 * address of others, too, are about these.
 */
export async function eraseLetters(db: Writing, ids: readonly ParticipantId[]): Promise<void> {
  const addresses = await addressesOf(db, ids)
  for (const id of ids) await eraseLettersAbout(db, `participant/${id}`)
  for (const { about, name } of await namesOf(db, ids)) await eraseLettersNaming(db, about, name)
  for (const address of addresses) {
    if (!(await isSharedWith(db, address, ids))) await eraseLettersTo(db, address)
  }
}
