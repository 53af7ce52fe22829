import { createHash, randomUUIDv7 } from 'node:crypto'
import type { Kysely } from 'kysely'
import { isAddress, isHeading } from '../../kernel/people/address.ts'
import { notifyTopics } from '../command/notices.ts'
import type { Tables, Writing } from '../database/tables.ts'
import type { Attachment, Letter } from './letter.ts'
import { MAIL_TOPIC, type MailRow, type MailState, TRIED_FOR, type Trouble } from './mail.ts'
import { printLetter } from './printed.tsx'

/** A letter that was kept now, and whether anybody will carry it. */
export interface KeptLetter {
  id: string
  address: string
  state: MailState
}

/** For what reason letters are kept, and when. */
interface Keeping {
  key: string
  now: Temporal.Instant
  deed?: string | null
}

/** A statement takes 65,535 values; a letter has some twenty. */
const AT_ONCE = 1_000

/**
 * Keeps letters, each once for its errand, kind, matter and address; what was kept before is passed over. They leave
 * by themselves within seconds of the commit, if there is a mail server. A letter whose address is none, or whose
 * subject or names hold line breaks, is kept as not delivered, so that it holds nobody back and somebody sees it.
 *
 * @param key the errand, or another reason that is the same when the same letters are asked for again.
 * @param deed the journal's id of the deed of which they come.
 * @throws RangeError where a link is not a whole web address: a defect of the template.
 */
export async function keepLetters(
  db: Writing,
  letters: readonly Letter[],
  { key, now, deed = null }: Keeping,
): Promise<readonly KeptLetter[]> {
  const kept: KeptLetter[] = []
  for (let at = 0; at < letters.length; at += AT_ONCE) {
    kept.push(...(await keepSome(db, letters.slice(at, at + AT_ONCE), { key, now, deed })))
  }
  if (kept.length > 0) await notifyTopics(db, [MAIL_TOPIC])
  return kept
}

/** Whether the letters of an errand are there already. */
export async function wereKept(db: Kysely<Tables>, key: string): Promise<boolean> {
  const found = await db
    .selectFrom('mail')
    .select('id')
    .where('errand', '=', key)
    .limit(1)
    .execute()
  return found.length > 0
}

async function keepSome(db: Writing, letters: readonly Letter[], keeping: Keeping) {
  const rows = letters.map((letter) => ({ letter, row: rowOf(letter, keeping) }))
  const kept = await db
    .insertInto('mail')
    .values(rows.map(({ row }) => ({ ...row, replyTo: asJson(row.replyTo) })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['id', 'address', 'state'])
    .execute()
  const ids = new Set(kept.map(({ id }) => id))
  for (const { letter, row } of rows) {
    if (ids.has(row.id) && letter.attachments) await attach(db, row.id, letter.attachments)
  }
  return kept
}

/** `pg` would send an object as JSON, but an array as PostgreSQL's own; text is always right. */
const asJson = (value: MailRow['replyTo']) =>
  (value === null ? null : JSON.stringify(value)) as unknown as MailRow['replyTo']

/** PostgreSQL takes no NUL in a text. */
const clean = (text: string) => text.replaceAll('\0', '\uFFFD')

/** Longer than any address, and short enough for an index. */
const LONGEST_KEPT = 320

function rowOf(letter: Letter, { key: errand, now, deed = null }: Keeping): MailRow {
  const { to, replyTo } = letter
  const { text, html } = printLetter(letter)
  const trouble = troubleOf(letter)
  return {
    ...{ id: randomUUIDv7(), errand, kind: letter.kind, about: letter.about ?? '', deed },
    ...{ address: clean(to.address.slice(0, LONGEST_KEPT)), name: to.name ? clean(to.name) : null },
    ...{ language: to.language, zone: to.zone ?? null },
    ...{ subject: clean(letter.subject), text: clean(text), html: clean(html) },
    replyTo: replyTo
      ? { address: replyTo.address, ...(replyTo.name && { name: replyTo.name }) }
      : null,
    ...{ unsubscribe: letter.unsubscribe ?? null, confidential: letter.confidential ?? false },
    ...{ state: trouble ? 'failed' : 'waiting', trouble, said: null, attempts: 0 },
    ...{ keptAt: now, due: trouble ? null : now, giveUp: now.add(TRIED_FOR) },
    ...{ sentAt: null, messageId: null },
  }
}

function troubleOf({ to, subject, replyTo, attachments = [] }: Letter): Trouble | null {
  const addresses = [to.address, ...(replyTo ? [replyTo.address] : [])]
  if (!addresses.every(isAddress)) return 'not-an-address'
  const headings = [subject, to.name ?? '', replyTo?.name ?? '']
  const names = attachments.flatMap(({ name, type }) => [name, type])
  return [...headings, ...names].every(isHeading) ? null : 'unsafe-heading'
}

async function attach(db: Writing, mail: string, attachments: readonly Attachment[]) {
  for (const [position, { name, type, bytes }] of attachments.entries()) {
    const digest = createHash('sha256').update(bytes).digest('hex')
    await db
      .insertInto('mailPaper')
      .values({ digest, bytes: Buffer.from(bytes) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await db.insertInto('mailAttachment').values({ mail, position, name, type, digest }).execute()
  }
}
