import type { Language } from '../../kernel/language.ts'

/** The topic of all letters: who watches the outbox hears of each. */
export const MAIL_TOPIC = 'mail'

/** How long a letter is tried, from when it was kept or from when somebody asked for it again. */
export const TRIED_FOR = { hours: 24 }

/** Why a letter has not arrived. The first two are found before anybody is asked to carry it; the last was decided when a backup had been restored. */
export const TROUBLES = [
  'not-an-address',
  'unsafe-heading',
  'refused',
  'put-off',
  'not-let-in',
  'out-of-reach',
  'held-back',
] as const
export type Trouble = (typeof TROUBLES)[number]

export const MAIL_STATES = ['waiting', 'sent', 'failed'] as const
export type MailState = (typeof MAIL_STATES)[number]

/** A letter as it is kept. */
export interface MailRow {
  id: string
  errand: string
  kind: string
  about: string
  /** The journal's id of the deed of which it comes; null where none asked for it. */
  deed: string | null
  address: string
  name: string | null
  language: Language
  zone: string | null
  subject: string
  text: string | null
  html: string | null
  replyTo: { address: string; name?: string } | null
  unsubscribe: string | null
  confidential: boolean
  state: MailState
  keptAt: Temporal.Instant
  due: Temporal.Instant | null
  giveUp: Temporal.Instant
  attempts: number
  trouble: Trouble | null
  said: string | null
  sentAt: Temporal.Instant | null
  messageId: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    mail: MailRow
    mailPaper: { digest: string; bytes: Uint8Array }
    mailAttachment: { mail: string; position: number; name: string; type: string; digest: string }
  }
}
