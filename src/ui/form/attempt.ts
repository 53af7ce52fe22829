import type { Language } from '../../kernel/language.ts'

/** What somebody sent from a form and was refused: the form shows both again, and nothing typed is lost. */
export interface Attempt {
  command: string
  /** Which form of this command, where a page has several. */
  of: string
  /** Everything that was typed, by the names of the fields. */
  values: ReadonlyMap<string, readonly string[]>
  /** The names of files that arrived and are kept, by their identifiers. */
  files: ReadonlyMap<string, string>
  /** Why it was not done, in the reader's language. */
  title: string
  /** One for each field that was refused. */
  fields: readonly { name: string; message: string }[]
  /** Somebody else changed the same thing meanwhile: fields show what stands there now beside what was typed. */
  overtaken: boolean
  /** The version that they had seen, where the form said one. */
  seen: string | null
}

/** What a form knows of its reader. */
export interface FormReader {
  language: Language
  /** The page on which the form stands, without its language, and what was asked of it. */
  address: string
  search: string
  attempt: Attempt | null
  /**
   * Under which what is sent is done once, however often it is sent; null on a page that is kept for everybody, where
   * no form may stand.
   */
  sendKey: string | null
}
