import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import { type Audience, reaches } from '../../kernel/people/audience.ts'
import {
  isCoChair,
  isPublic,
  isSecretariat,
  mayWrite,
  type State,
  type Whose,
} from './life.model.ts'

/** What decides who may know of a record. */
export interface Sighted extends Whose {
  state: State
  announcedOn: string | null
  audience: Audience
  /** Everybody who has a part in it, recipients too. */
  parties: readonly PartyCode[]
  /** Those of them to whom its author has shown it. */
  invited: readonly PartyCode[]
  /** Whether it was ever handed in. */
  handedIn: boolean
}

/**
 * To which audience somebody belongs before a record; null: for them there is none. Before it is handed in, a pledge is
 * its author's, and theirs to whom the author has shown it.
 */
export function sightOf(actor: Actor, record: Sighted): Audience | null {
  const { conference, onBehalf, handedIn } = record
  if (isSecretariat(actor, conference) && (handedIn || onBehalf || isPublic(record))) {
    return 'secretariat'
  }
  if (mayWrite(actor, record)) return 'parties'
  const shown = isPublic(record) ? record.parties : record.invited
  if (shown.some((party) => speaksFor(actor, conference, party))) return 'parties'
  const isUnderReview = record.state === 'submitted' || record.state === 'accepted'
  if (isUnderReview && isCoChair(actor, conference)) return 'participants'
  if (!isPublic(record)) return null
  const reader = takesPart(actor, conference) ? 'participants' : 'public'
  return reaches(reader, record.audience) ? reader : null
}

const takesPart = (actor: Actor, conference: string | null): boolean =>
  conference !== null && holds(actor, conference, 'co-chair', 'focal-point', 'delegate')
