import type { PartyCode } from '../../kernel/ids.ts'
import {
  type Gift,
  type Part,
  type Proposal,
  partiesIn,
  type Share,
  type Wording,
} from './model.ts'

/** Another party of a proposal: who, in which part, and what kind of thing it is asked for; how much only once agreed. */
export interface Other {
  party: PartyCode
  part: Part | null
  gifts: readonly Gift[]
  shares: readonly Share[]
}

/** A wording as one of its parties reads it. */
export interface Seen extends Omit<Wording, 'shares' | 'missionFor'> {
  own: readonly Share[]
  others: readonly Other[]
}

const distinct = <One>(all: readonly One[]): One[] => [...new Set(all)]

/**
 * What a party reads: the need, its own share, and who the others are. Never another's amounts before all have agreed,
 * and the mission only where it is meant for those who are named (DIPLOMACY 18, 19).
 */
export function seenBy(
  party: PartyCode,
  wording: Wording,
  { agreedAt }: Pick<Proposal, 'agreedAt'>,
): Seen {
  const { shares, missionFor, mission, ...need } = wording
  const of = (code: PartyCode) => shares.filter((share) => share.party === code)
  return {
    ...need,
    mission: missionFor === 'named' ? mission : null,
    own: of(party),
    others: partiesIn(wording)
      .filter((code) => code !== party)
      .map((code) => ({
        party: code,
        part: of(code)[0]?.part ?? null,
        gifts: distinct(of(code).map(({ gift }) => gift)),
        shares: agreedAt === null ? [] : of(code),
      })),
  }
}

/** What differs for a party between two wordings, as the names of what it reads. */
export const SEEN_FIELDS = [
  'capability',
  'units',
  'mission',
  'dates',
  'words',
  'own',
  'others',
] as const
export type SeenField = (typeof SEEN_FIELDS)[number]

export const fieldOf = (seen: Seen, field: SeenField): unknown =>
  field === 'dates' ? [seen.from, seen.until] : seen[field]
