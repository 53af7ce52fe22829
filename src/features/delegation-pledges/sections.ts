import type { PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Labels, Party } from '../parties/model.ts'
import type { State } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'

/** By what is to be done, in the order of the page. */
export const SECTIONS = [
  'asked',
  'returned',
  'due',
  'drafts',
  'handed-in',
  'announced',
  'partner',
  'withdrawn',
] as const
export type SectionName = (typeof SECTIONS)[number]

/** A pledge of a delegation, as a line of its list. */
export interface Line {
  id: PledgeId
  state: State
  title: Text
  lead: PartyCode | null
  isPublic: boolean
  isAsked: boolean
  isWritten: boolean
  /** The day until which a report on the own share is asked for; null where none is. */
  due: string | null
  /** Until when an assessment of it waits for the party's comment; null where none does. */
  comment: Temporal.Instant | null
}

export interface List {
  sections: ReadonlyMap<SectionName, readonly Line[]>
  names: {
    parties: ReadonlyMap<PartyCode, Party>
    editions: ReadonlyMap<string, Outline>
    capabilities: ReadonlyMap<string, Labels>
  }
  today: string
}

/** Where a pledge stands in the list of a delegation: at the first place that calls for something. */
export function sectionOf(
  { state, lead, isAsked, due, isPublic }: Line,
  party: PartyCode,
): SectionName {
  if (isAsked) return 'asked'
  if (state === 'returned' && lead === party) return 'returned'
  if (due !== null) return 'due'
  if (state === 'withdrawn') return 'withdrawn'
  if (lead !== null && lead !== party) return 'partner'
  if (state === 'draft' || state === 'returned') return 'drafts'
  return isPublic ? 'announced' : 'handed-in'
}
