import type { Role } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Text } from '../../kernel/text.ts'
import type { Form, Part } from '../brokering/model.ts'
import type { Labels, Party } from '../parties/model.ts'

/** What a notice names. Never content: a title of a draft is none of it. */
export interface Facts {
  conference?: string
  pledge?: string
  party?: string
  /** The form of a partnership, where it is not any set of parties; and the part in which the reader's party stands. */
  form?: Form
  part?: Part
  /** A code of the taxonomy. */
  capability?: string
  release?: number
  /** Identifiers of sessions of the published programme. */
  sessions?: readonly string[]
  /** How late a session runs; 0: to plan again. */
  minutes?: number
  role?: Role
  round?: string
  /** The last day of something. */
  day?: string
  answer?: 'consents' | 'declines'
  /** The page of which somebody says that it is wrong. */
  page?: string
  endpoint?: string
  /** An outcome document, by its place in the address. */
  document?: string
  draft?: number
  languages?: readonly Language[]
  /** How many texts or people it is about. */
  count?: number
}

/** How what notices name is called. */
export interface Names {
  conferences: ReadonlyMap<string, { shortName: Text }>
  parties: ReadonlyMap<PartyCode, Party>
  capabilities: ReadonlyMap<string, Labels>
  /** Sessions of published programmes, by identifier. */
  sessions: ReadonlyMap<string, Text>
  rounds: ReadonlyMap<string, { name: Text; due: string }>
  /** Outcome documents, by conference and document: `seoul2021/communique`. */
  documents: ReadonlyMap<string, Text>
}
