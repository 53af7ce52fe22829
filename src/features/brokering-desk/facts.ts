import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Asked, Deed, Part, Proposal, Wording } from '../brokering/model.ts'

/** A proposal in a list, with whom it asks. */
export interface Line {
  proposal: Proposal
  asked: readonly Asked[]
}

/** What was said on a proposal, as its reader may read it. */
export interface Note {
  id: string
  at: Temporal.Instant
  /** Null: the secretariat. */
  party: PartyCode | null
  aloneWith: PartyCode | null
  words: string
}

/** What was done, as its reader may read it. */
export interface Done {
  deed: Deed
  at: Temporal.Instant
  party: PartyCode | null
  version: number
  words: string | null
  wording: Wording | null
}

/** The joint pledge that came of it, and whether everybody may read it. */
export interface Pledged {
  id: string
  isPublic: boolean
}

/** A proposal on its page. */
export interface One extends Line {
  deeds: readonly Done[]
  notes: readonly Note[]
  pledged: Pledged | null
}

/** Two parties that agreed here. */
export interface Pair {
  one: PartyCode
  other: PartyCode
  proposal: string
  at: Temporal.Instant
  kind: 'new' | 'strengthened'
}

/** Who stands in which part of a triangular partnership. */
export interface Standing {
  party: PartyCode
  part: Part
}

/** A public pledge of a party that came of a triangular partnership. */
export interface Own {
  id: string
  title: Text
  part: Part
}

/** Of what other parties did: who consented, and that it has begun; never that somebody asks for a change or hesitates. */
const TOLD: readonly Deed[] = ['suggest', 'consent', 'begin']

/** What a party reads of what was done: consents of others, and nothing from before it was asked. */
export function deedsFor(
  party: PartyCode,
  deeds: readonly Done[],
  { suggestedBy }: Pick<Proposal, 'suggestedBy'>,
): Done[] {
  const contacted = deeds.findLastIndex(({ deed }) => deed === 'contact')
  const since = contacted < 0 ? [] : deeds.slice(0, contacted + 1)
  const seen = suggestedBy === party ? deeds : since
  return seen
    .filter((one) => one.party === null || one.party === party || TOLD.includes(one.deed))
    .filter(({ deed }) => deed !== 'remind')
    .map((one) => ({
      ...one,
      words: one.party === party || one.deed === 'end' ? one.words : null,
    }))
}

/** The wording before the one that stands, where a party was asked about it; null where there was none. */
export function wordingBefore(
  party: PartyCode,
  deeds: readonly Done[],
  version: number,
): Wording | null {
  const contacted = deeds.findLast(({ deed }) => deed === 'contact')
  if (!contacted || version <= contacted.version) return null
  const before = deeds.find((one) => one.wording !== null && one.version === version - 1)?.wording
  return before?.shares.some((share) => share.party === party) ? before : null
}
