import { z } from 'zod'
import { type Actor, holds, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Needed, type Side } from '../conferences/settings.model.ts'

export const OUTCOME_KINDS = [
  'communique',
  'declaration',
  'statement',
  'principles',
  'chair-summary',
  'initiative',
] as const

/** Its place in the address, `communique`; it never changes. */
export const Slug = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** One outcome document of a conference. */
export const OfDocument = z.strictObject({ conference: ConferenceId, document: Slug })
export type OfDocument = z.infer<typeof OfDocument>

/** What a secretariat sets for a document. */
export const Settings = z.strictObject({
  name: Text,
  kind: z.enum(OUTCOME_KINDS),
  /** The languages whose texts count; it is drafted in the first. */
  authentic: z
    .array(Language)
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'outcome-documents.language-twice'),
  /** Who reads what delegations propose: all of them, or the author and the secretariat. */
  proposalsSeenBy: z.enum(['delegations', 'secretariat']).default('secretariat'),
  /** Who must agree before it is adopted. */
  signOffs: Needed.prefault({}),
  /** The document of the conference's own list that it is, where it stands there. */
  listed: z.string().max(80).nullable().default(null),
})
export type Settings = z.infer<typeof Settings>

/**
 * The life of a document. Where a silence procedure has run out without an objection it is `agreed`: time alone says
 * so, and nobody has to be awake for it.
 */
export const STATES = [
  'drafting',
  'circulated',
  'silence',
  'objected',
  'agreed',
  'adopted',
  'closed',
] as const
export type State = (typeof STATES)[number]

export const DEEDS = [
  'draft',
  'circulate',
  'begin-silence',
  'object',
  'stop-silence',
  'adopt',
  'close',
  'reopen',
] as const
export type Deed = (typeof DEEDS)[number]

/** Every move that a document can make, and no other. */
export const MOVES: Readonly<Record<State, Partial<Record<Deed, State>>>> = {
  drafting: { draft: 'drafting', circulate: 'circulated' },
  circulated: {
    draft: 'circulated',
    circulate: 'circulated',
    'begin-silence': 'silence',
    adopt: 'adopted',
  },
  silence: { object: 'objected', 'stop-silence': 'circulated' },
  objected: { draft: 'objected', circulate: 'circulated', 'begin-silence': 'silence' },
  agreed: {
    draft: 'agreed',
    circulate: 'circulated',
    'begin-silence': 'silence',
    adopt: 'adopted',
  },
  adopted: { close: 'closed' },
  closed: { reopen: 'adopted' },
}

interface Timed {
  state: State
  /** When the silence procedure ends, where one was begun. */
  deadline: Temporal.Instant | null
}

/** How a document stands at an instant: at its deadline a silence procedure is over, to the millisecond. */
export const stateAt = ({ state, deadline }: Timed, now: Temporal.Instant): State =>
  state === 'silence' && deadline && Temporal.Instant.compare(deadline, now) <= 0 ? 'agreed' : state

/** The state after a move. */
export function move(state: State, deed: Deed): State {
  const next = MOVES[state][deed]
  must(next, `outcome-documents.no-${deed}`)
  return next
}

export const canMove = (state: State, deed: Deed): boolean => MOVES[state][deed] !== undefined

/** What everybody may read. */
export const isPublic = (state: State): boolean => state === 'adopted' || state === 'closed'

/** Drafts a document, leads its procedures and records what comes in by note. */
export const isSecretariat = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'host-secretariat', 'un-secretariat', 'administrator')

/** Reads what was circulated: delegations, co-chairs and the secretariat; nobody else. */
export const readsDrafts = (actor: Actor, conference: string): boolean =>
  isSecretariat(actor, conference) ||
  holds(actor, conference, 'focal-point', 'delegate', 'co-chair')

/** Speaks for a delegation: proposes, objects, endorses. */
export const speaksForDelegation = (actor: Actor, conference: string, party: string): boolean =>
  speaksFor(actor, conference, party)

/** Reads what a delegation sees of itself. */
export const seesDelegation = (actor: Actor, conference: string, party: string): boolean =>
  isSecretariat(actor, conference) ||
  actor.grants.some(
    (grant) =>
      (grant.role === 'focal-point' || grant.role === 'delegate' || grant.role === 'co-chair') &&
      grant.party === party &&
      (grant.conference === '*' || grant.conference === conference),
  )

/** Signs off for the host or for the United Nations. */
export const maySign = (actor: Actor, conference: string, side: Side): boolean =>
  holds(actor, conference, side === 'host' ? 'host-secretariat' : 'un-secretariat')

/** For which parties somebody speaks or works at a conference, by code. */
export const partiesOfActor = (actor: Actor, conference: string): PartyCode[] => [
  ...new Set(
    actor.grants.flatMap(({ role, party, conference: where }) =>
      party !== undefined &&
      (where === '*' || where === conference) &&
      (role === 'focal-point' || role === 'delegate' || role === 'co-chair')
        ? [party as PartyCode]
        : [],
    ),
  ),
]
