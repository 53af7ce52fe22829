import { type Kysely, sql } from 'kysely'
import type { Clock } from '../clock.ts'
import { notifyTopics } from '../command/notices.ts'
import type { Settings } from '../config/settings.ts'
import type { Database } from '../database/database.ts'
import type { Tables } from '../database/tables.ts'
import { mishapOf, pauseAfter } from './delivery.ts'
import { heldSince } from './held.ts'
import type { Attachment } from './letter.ts'
import { MAIL_TOPIC, type MailRow } from './mail.ts'
import { CONNECTIONS, openPost, type Post } from './smtp.ts'

/** What letters are sent with. */
export interface Sending {
  database: Pick<Database, 'write'>
  clock: Clock
  settings: Pick<Settings, 'smtpUrl' | 'mailFrom' | 'publicUrl'>
  /** Hears of every attempt that did not succeed, without a word of the person or the letter. */
  onMishap?: (mishap: { mail: string; trouble: string; attempts: number }) => void
  /** Hears that the database was away; it is asked again. */
  onError?: (error: unknown) => void
}

/** How often it is looked whether a letter is due. */
const EVERY = { seconds: 1 }
/** How long a letter is nobody else's business: longer than a server may take over it. */
const LEASE = { minutes: 5 }
/** How long letters under way may take when the process stops, in milliseconds. */
const FINISH_WITHIN = 2_000

/** Takes one letter that is due, so that no other process does, and puts it off in case this one dies. */
async function takeDue(db: Kysely<Tables>, now: Temporal.Instant, host: string) {
  const { rows } = await sql<MailRow & { messageId: string }>`
    update mail set
      attempts = attempts + 1,
      due = ${now.add(LEASE).toString()},
      message_id = coalesce(message_id, '<' || id || '.' || attempts + 1 || '@' || ${host}::text || '>')
    where id = (
      select id from mail where state = 'waiting' and due <= ${now.toString()}
      order by due limit 1 for update skip locked
    )
    returning *`.execute(db)
  return rows[0]
}

const papersOf = (db: Kysely<Tables>, mail: string): Promise<Attachment[]> =>
  db
    .selectFrom('mailAttachment')
    .innerJoin('mailPaper', 'mailPaper.digest', 'mailAttachment.digest')
    .select(['mailAttachment.name', 'mailAttachment.type', 'mailPaper.bytes'])
    .where('mail', '=', mail)
    .orderBy('position')
    .execute()

/** Writes down how it went, and tells whoever watches. */
const note = (db: Kysely<Tables>, id: string, went: Partial<MailRow>) =>
  db.transaction().execute(async (transaction) => {
    await transaction.updateTable('mail').set(went).where('id', '=', id).execute()
    await notifyTopics(transaction, [MAIL_TOPIC])
  })

/**
 * Sends what is due, several letters at once, until nothing is; answers how many have left, none while they are held. A letter that the server
 * has taken and of which the process dies before it is written down is sent again, under the same Message-ID, by which
 * mail programs know it for the same.
 */
export async function sendDue(sending: Sending, post: Post, asked: AbortSignal): Promise<number> {
  const { database, clock, settings, onMishap = () => undefined } = sending
  if ((await heldSince(database.write)) !== null) return 0
  const { hostname } = new URL(settings.publicUrl)
  let sent = 0

  const sendOne = async (letter: MailRow & { messageId: string }) => {
    const { id, attempts, giveUp, confidential, messageId } = letter
    const attachments = await papersOf(database.write, id)
    const error = await post.carry({ letter, messageId, attachments }).then(
      () => null,
      (error: unknown) => ({ error }),
    )
    const now = clock.now()
    if (error === null) {
      sent += 1
      const wiped = confidential ? { text: null, html: null } : {}
      await note(database.write, id, {
        ...{ state: 'sent', sentAt: now, due: null, trouble: null, said: null },
        ...wiped,
      })
      return
    }
    const { trouble, final, said } = mishapOf(error.error)
    const next = now.add(pauseAfter(attempts, trouble))
    const over = final || Temporal.Instant.compare(next, giveUp) > 0
    await note(database.write, id, {
      ...{ trouble, said },
      ...(over ? { state: 'failed', due: null } : { due: next }),
    })
    onMishap({ mail: id, trouble, attempts })
  }
  const one = async () => {
    while (!asked.aborted) {
      const letter = await takeDue(database.write, clock.now(), hostname)
      if (!letter) return
      await sendOne(letter)
    }
  }
  const lanes = await Promise.allSettled(Array.from({ length: CONNECTIONS }, one))
  const broken = lanes.find((lane) => lane.status === 'rejected')
  if (broken) throw broken.reason
  return sent
}

/**
 * Sends letters as they come, in any number of processes; without a mail server they stay where they are. The answer
 * stops it: letters under way are waited for a moment, then another process takes them up.
 */
export function keepSending(sending: Sending): () => Promise<void> {
  const { clock, settings, onError = () => undefined } = sending
  if (settings.smtpUrl === undefined) return async () => undefined
  const post = openPost(settings.smtpUrl, settings.mailFrom)
  const stopping = new AbortController()
  let underWay: Promise<unknown> = Promise.resolve()
  let cancel: () => void = () => undefined

  const wait = () => {
    if (!stopping.signal.aborted) cancel = clock.at(clock.now().add(EVERY), send)
  }
  const send = () => {
    underWay = sendDue(sending, post, stopping.signal).catch(onError).then(wait)
  }
  send()
  return async () => {
    stopping.abort()
    cancel()
    const patience = setTimeout(() => post.close(), FINISH_WITHIN)
    await underWay
    clearTimeout(patience)
    post.close()
  }
}
