import { z } from 'zod'
import { type Actor, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import { UNITS } from '../../kernel/quantity.ts'
import { Text } from '../../kernel/text.ts'
import { Day } from '../../kernel/time.ts'
import { CapabilityCode } from '../capabilities/model.ts'
import { OFFER_UNITS, OFFERED } from '../offers/units.model.ts'
import type { RunId } from '../partnerships/runs/model.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'

export const ProposalId = z.uuid().brand<'ProposalId'>()
export type ProposalId = z.infer<typeof ProposalId>

/** Any set of parties; or three that stand in the three parts of a triangular partnership. */
export const FORMS = ['joint', 'triangular'] as const
export type Form = (typeof FORMS)[number]

/**
 * The parts of a triangular partnership: who gives equipment, money or training; the organisation that carries or
 * trains; the state that is trained, and then deploys.
 */
export const PARTS = ['donor', 'organisation', 'state'] as const
export const Part = z.enum(PARTS)
export type Part = z.infer<typeof Part>

/** What a party may be asked to give: what can be offered, and what a plan does not calculate with. */
export const GIFTS = [...OFFERED, 'refurbishment', 'host'] as const
export const Gift = z.enum(GIFTS)
export type Gift = z.infer<typeof Gift>

/** In what a share is counted: as offers are, or as pledges are; money is counted in thousands of dollars. */
export const SHARE_UNITS = [
  ...new Set([...OFFER_UNITS, ...UNITS.filter((unit) => unit !== 'money')]),
]
export const ShareUnit = z.enum(SHARE_UNITS)
export type ShareUnit = z.infer<typeof ShareUnit>

const MOST = 1_000_000
export const LONGEST = 2000
const ENDS_BEFORE = { path: ['until'], error: 'brokering.ends-before' }

/** What one party is asked to give. */
export const Share = z
  .strictObject({
    party: PartyCode,
    part: Part.nullable().default(null),
    gift: Gift,
    amount: z.int().min(1).max(MOST).nullable().default(null),
    unit: ShareUnit.nullable().default(null),
    from: Day.nullable().default(null),
    until: Day.nullable().default(null),
    words: z.string().trim().max(400).nullable().default(null),
  })
  .refine(({ from, until }) => from === null || until === null || from <= until, ENDS_BEFORE)
export type Share = z.infer<typeof Share>

/** Who of those whom a proposal names reads for which mission it is: all of them, or nobody but the secretariat. */
export const MISSION_READERS = ['named', 'secretariat'] as const

const Words = Text.refine(
  (text) => Object.values(text.in).every(({ value }) => value.length <= LONGEST),
  'brokering.too-long',
)

/** What is proposed: the need, and who gives what for it. All consents are to one wording. */
export const Wording = z
  .strictObject({
    form: z.enum(FORMS).default('joint'),
    capability: CapabilityCode,
    /** Whole units that it would make. */
    units: z.int().min(1).max(10_000).nullable().default(null),
    mission: z.string().min(1).max(40).nullable().default(null),
    missionFor: z.enum(MISSION_READERS).default('named'),
    from: Day,
    until: Day,
    /** What it is for, in the words of whoever proposes it. */
    words: Words.nullable().default(null),
    shares: z.array(Share).min(1).max(40),
  })
  .refine(({ from, until }) => from <= until, ENDS_BEFORE)
export type Wording = z.infer<typeof Wording>

export const STATES = ['suggested', 'contacted', 'agreed', 'running', 'ended'] as const
export type State = (typeof STATES)[number]

/** Why it ended: nobody agreed, the secretariat took it back, it is done, or it was broken off. */
export const ENDINGS = ['no-agreement', 'withdrawn', 'done', 'broken-off'] as const
export const Ending = z.enum(ENDINGS)
export type Ending = z.infer<typeof Ending>

export interface Proposal {
  id: ProposalId
  conference: ConferenceId
  state: State
  wording: Wording
  /** Of the wording. */
  version: number
  run: RunId | null
  /** The need of the calculation from which it comes. */
  requirement: string | null
  /** The party that suggested it; null: the secretariat. */
  suggestedBy: PartyCode | null
  suggestedAt: Temporal.Instant
  contactedAt: Temporal.Instant | null
  agreedAt: Temporal.Instant | null
  endedAt: Temporal.Instant | null
  ending: Ending | null
  pledge: PledgeId | null
}

/** What a party may answer: it consents to its share as worded, asks for another wording, or takes no part. */
export const ANSWERS = ['consents', 'change', 'declines'] as const
export type Answer = (typeof ANSWERS)[number]

/** A party that was asked, and what it said last. */
export interface Asked {
  party: PartyCode
  askedAt: Temporal.Instant
  remindedAt: Temporal.Instant | null
  answer: Answer | null
  /** The wording that it answered. */
  version: number | null
  /** For the secretariat alone. */
  words: string | null
  answeredAt: Temporal.Instant | null
  answeredBy: string | null
}

export const DEEDS = [
  ...(['suggest', 'contact', 'alter', 'consent', 'ask-change', 'decline'] as const),
  ...(['agree', 'begin', 'end', 'remind'] as const),
] as const
export type Deed = (typeof DEEDS)[number]

/** After how many days without an answer parties are reminded, where nobody said otherwise. */
export const USUAL_DAYS = 7
export const Days = z.int().min(1).max(90)

export const OfConference = z.strictObject({ conference: ConferenceId })
export const OfProposal = OfConference.extend({ proposal: ProposalId })

/** Every party that a wording names, each once, in the order of its shares. */
export const partiesIn = ({ shares }: Pick<Wording, 'shares'>): PartyCode[] => [
  ...new Set(shares.map(({ party }) => party)),
]

/** Who proposes, asks and alters. */
export const brokers = (actor: Actor, conference: string): boolean =>
  isSecretariat(actor, conference)

/**
 * The parties that may know of a proposal: those whom it names, once it was brought before them, and who suggested it.
 * To everybody else it is not there (DIPLOMACY 18, 19).
 */
export const readersOf = ({ wording, contactedAt, suggestedBy }: Proposal): PartyCode[] => [
  ...new Set([
    ...(contactedAt === null ? [] : partiesIn(wording)),
    ...(suggestedBy === null ? [] : [suggestedBy]),
  ]),
]

/** Whether somebody speaks for a party that may know of a proposal. */
export const readsFor = (actor: Actor, proposal: Proposal, party: PartyCode): boolean =>
  readersOf(proposal).includes(party) && speaksFor(actor, proposal.conference, party)

/** Where things are, without a language. */
export const addressOfDesk = (conference: string): string => `/${conference}/desk/proposals`
export const addressOfOwn = (conference: string, party: string): string =>
  `/${conference}/delegation/${party}/proposals`
