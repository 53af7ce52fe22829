import type { Generated } from 'kysely'
import { canonical, sha256 } from './canonical.ts'
import { leafOf } from './merkle.ts'

/** One deed, as the journal keeps it: no values, only their salted digest. */
export interface Entry {
  seq: number
  id: string
  at: Temporal.Instant
  action: string
  subject: string
  conference: string | null
  /** Kind and identifier: `account/0190…`, `system/loader`. */
  actor: string
  digest: string
}

/** What closes a number of entries. `hash` covers all the rest, and the next seal holds it as `previous`. */
export interface Seal {
  number: number
  at: Temporal.Instant
  entries: number
  root: string
  previous: string
  hash: string
}

declare module '../database/tables.ts' {
  interface Tables {
    journal: Omit<Entry, 'seq'> & { seq: Generated<number>; xid: Generated<string | null> }
    journalSalt: { seq: number; salt: string }
    journalUnsealed: { seq: number }
    journalSeal: Seal
    journalSealed: { seq: number; seal: number; leaf: string }
  }
}

/** What the first seal holds in place of the one before it. */
export const BEGINNING = sha256('')

/** An entry's leaf in the tree: every column but the transaction's number, which a restored entry lacks. */
export const leafOfEntry = ({ seq, id, at, action, subject, conference, actor, digest }: Entry) =>
  leafOf(canonical([seq, id, at, action, subject, conference, actor, digest]))

/** The hash of a seal over everything else in it. */
export const hashOfSeal = ({ number, at, entries, root, previous }: Omit<Seal, 'hash'>): string =>
  sha256(canonical([number, at, entries, root, previous]))
