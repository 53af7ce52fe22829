import { canMove } from '../../delegations/participants/life.model.ts'
import type { Participant } from '../../delegations/participants/model.ts'
import type { Badge } from '../model.ts'

/** A badge or a card, and whose it is as far as that is still known. */
export interface Held {
  badge: Badge
  person: Participant | null
}

/** Accredited people who hold no badge that is good. */
export const withoutBadge = (people: readonly Participant[]): readonly Participant[] =>
  people.filter(({ state, person }) => state === 'approved' && person !== null)

/** Whether somebody can be given another badge in the place of theirs. */
export const canHaveAnother = ({ person }: Held): boolean =>
  person !== null && person.person !== null && canMove(person.state, 'issue')

const plain = (words: string) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether a badge is among those that are looked for, by its code or the name of whoever wears it. */
export function isFound({ badge, person }: Held, words: string): boolean {
  const wanted = plain(words.trim())
  if (wanted === '') return true
  const known = person?.person
  return [badge.code, badge.party, known?.name, known?.latinName, known?.sortName, person?.party]
    .flatMap((one) => (one ? [plain(one)] : []))
    .some((one) => one.includes(wanted))
}
