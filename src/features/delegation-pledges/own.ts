import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Done } from '../pledges/history/done.ts'
import type { State } from '../pledges/life.model.ts'
import type { Alike } from '../pledges/likeness/alike.ts'
import type { Element, PledgeId, Terms } from '../pledges/model.ts'
import type { Difference } from '../pledges/terms/versions.ts'
import type { Hand, Problem } from '../pledges/writing/sketch.model.ts'

/** A partner's answer, as far as there is one. */
export interface Asked {
  party: PartyCode
  declined: boolean
  words: Text | null
}

/** What the page of a pledge shows beside what it says. */
export interface OwnFacts {
  id: PledgeId
  state: State
  lead: PartyCode | null
  isPublic: boolean
  isAuthor: boolean
  /** With whose hand the reader writes. */
  hand: Hand | null
  version: string
  /** The version of what is written, where the reader writes it. */
  written: string | null
  isWritten: boolean
  problems: readonly { path: Problem['path']; message: string }[]
  /** Of the record, as partners were shown it. */
  shares: Terms['shares']
  asked: readonly Asked[]
  returned: Text | null
  deeds: readonly Done[]
  differences: readonly Difference[]
  /** What stood before the differences. */
  before: Terms
  elements: readonly Element[]
  alike: readonly (Alike & { title: Text; isPublic: boolean })[]
}
