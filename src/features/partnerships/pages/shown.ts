import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Contribution, Explanation } from '../../matching/explain/explanation.ts'
import type { Instance, Requirement } from '../../matching/model/instance.ts'
import type { Solution } from '../../matching/model/plan.ts'

/** A calculation as somebody reads it. */
export interface Shown {
  language: Language
  instance: Instance
  solution: Pick<Solution, 'levels' | 'stopped'>
  /** What the reader may know of it (`seenBy`). */
  explanation: Explanation
  /** What parties are called. */
  nameOf(party: PartyCode): string
  capabilityOf(code: string): string
  /** Where more is said of a need, and of what a share is a share of; without them there is no more. */
  needHref?(requirement: string): string
  shareHref?(share: Pick<Contribution, 'offer' | 'party'>): string | null
}

/** What a requirement is called: its capability, and its mission where it is for one. */
export function labelOf({ capabilityOf }: Shown, { capability, mission }: Requirement): string {
  return mission === null ? capabilityOf(capability) : `${capabilityOf(capability)} · ${mission}`
}

export const requirementIn = ({ instance }: Shown, id: string): Requirement | undefined =>
  instance.requirements.find((one) => one.id === id)
