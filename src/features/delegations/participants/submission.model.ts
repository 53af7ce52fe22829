import { must } from '../../../kernel/refusal.ts'
import type { PartyKind } from '../../parties/model.ts'
import { type Delegation, sendsPeople } from '../invitations/model.ts'
import { isAtLeast, type Rank } from '../ranks.model.ts'
import { quotaOf, type Rules } from '../rules.model.ts'
import { counts, type State } from './life.model.ts'
import { DELEGATE } from './model.ts'

/** As much of a person as the rules of accreditation look at. */
export interface Standing {
  id: string
  kind: string
  state: State
  rank: Rank
  portrait: 'none' | 'expected' | 'ready' | 'unreadable'
}

/** What a delegation is measured by. */
export interface Measure {
  rules: Rules
  delegation: Pick<Delegation, 'reply' | 'quota'>
  kind: PartyKind
  /** Everybody of the delegation. */
  members: readonly Pick<Standing, 'id' | 'state'>[]
}

/** How much of its quota a delegation uses. */
export const usedOf = (members: readonly Pick<Standing, 'state'>[]): number =>
  members.filter(({ state }) => counts(state)).length

/** A photo is for the badge of somebody who comes; ministers and those above them are known at the door. */
export const needsPhoto = (
  rules: Pick<Rules, 'needsPhoto'>,
  { reply }: Pick<Delegation, 'reply'>,
  { rank }: Pick<Standing, 'rank'>,
): boolean =>
  rules.needsPhoto && (reply === null || reply.mode === 'in-person') && !isAtLeast(rank, 'minister')

/** Whether somebody cannot be handed in for want of a photo. */
export const lacksPhoto = (
  rules: Pick<Rules, 'needsPhoto'>,
  delegation: Pick<Delegation, 'reply'>,
  person: Pick<Standing, 'rank' | 'portrait'>,
): boolean =>
  needsPhoto(rules, delegation, person) && ['none', 'unreadable'].includes(person.portrait)

/** People of a delegation may be handed in for accreditation: within its quota, whole, and by a party that sends people. */
export function mustBeSubmittable(people: readonly Standing[], measure: Measure): void {
  const { rules, delegation, kind, members } = measure
  must(sendsPeople(delegation), 'delegations.sends-nobody')
  for (const one of people) {
    must(!lacksPhoto(rules, delegation, one), 'delegations.photo-missing')
  }
  const quota = quotaOf(rules, kind, delegation.quota)
  const others = members.filter(({ id }) => people.every((one) => one.id !== id))
  must(usedOf(others) + people.length <= quota, 'delegations.over-quota', { quota })
}

/** What must have been seen of a person before they are accredited. */
export function mustBeApprovable(
  person: Standing,
  { rules, delegation, verified }: Pick<Measure, 'rules' | 'delegation'> & { verified: boolean },
): void {
  if (person.kind !== DELEGATE) return
  must(verified || !rules.needsDocument, 'delegations.document-missing')
  must(
    !needsPhoto(rules, delegation, person) || person.portrait === 'ready',
    'delegations.photo-missing',
  )
}

/** Whether two people must agree on somebody, as the conference asks it. */
export const needsTwo = (
  { twoAgree }: Pick<Rules, 'twoAgree'>,
  { kind }: Pick<Standing, 'kind'>,
): boolean => twoAgree === 'everybody' || (twoAgree === 'others' && kind !== DELEGATE)

/** What is said of somebody by the first of two: it holds for the version that they saw. */
export interface Agreement {
  version: number
  agreedBy: string | null
  agreedVersion: number | null
}

/** Who has agreed on somebody as they stand now; null: nobody. */
export const agreedOn = ({ version, agreedBy, agreedVersion }: Agreement): string | null =>
  agreedVersion === version ? agreedBy : null
