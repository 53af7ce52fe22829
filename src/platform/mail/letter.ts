import type { Language } from '../../kernel/language.ts'
import type { Writing } from '../database/tables.ts'

/** The job that writes letters: `{ job: 'platform.mail', data: { mail: 'delegations.invitation', … } }`. */
export const MAIL_JOB = 'platform.mail'

/** To whom a letter goes, and how they read it. */
export interface Recipient {
  address: string
  name?: string | undefined
  language: Language
  /** The zone in which the template tells them times; without it the conference's. */
  zone?: string | undefined
}

/** A fact as a letter lists it: «Room: Grand Ballroom». */
export interface Fact {
  label: string
  value: string
}

/** What a letter says, in the recipient's language; every letter is printed from these parts, so that all look the same. */
export type Part =
  | { part: 'paragraph'; text: string }
  | { part: 'heading'; text: string }
  | { part: 'facts'; facts: readonly Fact[] }
  | { part: 'list'; items: readonly { text: string; href?: string | undefined }[] }
  | { part: 'quotation'; text: string; language: Language }
  | { part: 'link'; label: string; href: string }

/** A paragraph; a line break inside it stays one. Names and times inside Arabic want `isolateIn` of `i18n/isolate.ts`. */
export const paragraph = (text: string): Part => ({ part: 'paragraph', text })

/** A line above a part of a longer letter. */
export const heading = (text: string): Part => ({ part: 'heading', text })

/** Labels and values, one a line; the values are isolated where the language runs from right to left. */
export const facts = (...given: readonly Fact[]): Part => ({ part: 'facts', facts: given })

/** Lines with a mark before each; an `href` makes a line a link. */
export const list = (...items: readonly { text: string; href?: string | undefined }[]): Part => ({
  part: 'list',
  items,
})

/** What somebody wrote, in the language in which they did. */
export const quotation = (text: string, language: Language): Part => ({
  part: 'quotation',
  text,
  language,
})

/** The one thing to do, as a button. `href` is a whole address, `https://…`. */
export const link = (label: string, href: string): Part => ({ part: 'link', label, href })

/** A file that travels with a letter. */
export interface Attachment {
  /** With its ending: `badge.pdf`. */
  name: string
  type: string
  bytes: Uint8Array
}

/**
 * Of some letters those that their recipients want, each with the address at which it can be switched off; asked in the
 * transaction that keeps them.
 */
export type Wanted = (
  db: Writing,
  letters: readonly Letter[],
  world: { origin: string },
) => Promise<readonly Letter[]>

/** A letter to one person, in their language. */
export interface Letter {
  to: Recipient
  subject: string
  text: readonly Part[]
  /** What kind it is: `delegations.invitation`, the name of its template. */
  kind: string
  /** What it is about, as the journal names subjects: `delegation/0190…`. Two letters to one address differ by it. */
  about?: string | undefined
  attachments?: readonly Attachment[] | undefined
  /** Who answers when it is replied to; without it replies go to the sender of all letters. */
  replyTo?: { address: string; name?: string | undefined } | undefined
  /**
   * The whole address of the page on which this kind is switched off, for kinds that can be: mail programs switch it
   * off there by one click of their own (RFC 8058), so the page names a deed for it, `oneClick`.
   */
  unsubscribe?: string | undefined
  /** What must not be read later (a link that signs somebody in): what it says is deleted once it has left. */
  confidential?: boolean | undefined
}
