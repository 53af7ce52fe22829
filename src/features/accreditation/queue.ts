import type { Delegation } from '../delegations/invitations/model.ts'
import { canMove, type Deed, STATES, type State } from '../delegations/participants/life.model.ts'
import { DELEGATE, type Participant } from '../delegations/participants/model.ts'
import { agreedOn, needsPhoto, needsTwo } from '../delegations/participants/submission.model.ts'
import type { Rules } from '../delegations/rules.model.ts'

/** What decides on many in one act, and is told by letter. */
export const REACHING_MANY = [
  'delegations.approve',
  'delegations.return',
  'delegations.refuse',
] as const
export type ReachingMany = (typeof REACHING_MANY)[number]

/** What somebody lacks before they can be accredited. */
export const OBSTACLES = ['document', 'photo'] as const
export type Obstacle = (typeof OBSTACLES)[number]

/** Somebody in the queue, with what they lack and who has agreed. */
export interface Queued {
  person: Participant
  obstacles: readonly Obstacle[]
  /** Whether two must agree, and who is the first who did. */
  needsTwo: boolean
  agreedBy: string | null
}

/** What is known around the people of a queue. */
export interface Around {
  rules: Rules
  delegations: ReadonlyMap<string, Pick<Delegation, 'reply' | 'quota'>>
  /** The parties of which a document was verified. */
  verified: ReadonlySet<string>
}

const NO_REPLY = { reply: null, quota: null }

/** Somebody as the queue shows them. */
export function queued(person: Participant, { rules, delegations, verified }: Around): Queued {
  const { kind, party } = person
  const isDelegate = kind === DELEGATE
  const delegation = (party && delegations.get(party)) || NO_REPLY
  const lacks: Readonly<Record<Obstacle, boolean>> = {
    document: isDelegate && rules.needsDocument && !(party && verified.has(party)),
    photo: isDelegate && needsPhoto(rules, delegation, person) && person.portrait !== 'ready',
  }
  return {
    person,
    obstacles: OBSTACLES.filter((one) => lacks[one]),
    needsTwo: needsTwo(rules, person),
    agreedBy: agreedOn(person),
  }
}

/** Which people are looked at. */
export interface Wish {
  state: State | 'all'
  kind: string | null
  party: string | null
}

export const isWished = ({ person }: Queued, { state, kind, party }: Wish): boolean =>
  (state === 'all' || person.state === state) &&
  (kind === null || person.kind === kind) &&
  (party === null || person.party === party)

/** How many there are in each state, whatever else is wished. */
export const countsOf = (
  all: readonly Queued[],
  wish: Wish,
): Readonly<Record<State | 'all', number>> =>
  Object.fromEntries(
    (['all', ...STATES] as const).map((state) => [
      state,
      all.filter((one) => isWished(one, { ...wish, state })).length,
    ]),
  ) as Record<State | 'all', number>

/** What can be decided of somebody on this page. */
export const DECISIONS = ['approve', 'return', 'refuse', 'reconsider'] as const
export type Decision = (typeof DECISIONS)[number]

/** Whether a decision is open to somebody now: nobody is accredited who lacks something, or agrees twice. */
export const isOpen = (
  decision: Decision,
  { person, obstacles, needsTwo: two, agreedBy }: Queued,
  reader: string,
): boolean =>
  person.person !== null &&
  canMove(person.state, decision satisfies Deed) &&
  (decision !== 'approve' || (obstacles.length === 0 && !(two && agreedBy === reader)))
