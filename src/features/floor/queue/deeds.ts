import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import { Rank } from '../../delegations/ranks.model.ts'
import { Seconds, Settings, STATEMENTS, WAYS } from './settings.ts'

export const SpeechId = z.uuid().brand<'SpeechId'>()
export type SpeechId = z.infer<typeof SpeechId>

/** Why the desk departs from the rule. Codes, so that everybody reads them in their language, and nobody is named. */
export const REASONS = [
  'inscribed-late',
  'arrives-late',
  'leaves-early',
  'between-delegations',
  'protocol',
  'ruling-of-the-chair',
  'technical',
  'correction',
  'other',
] as const
export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

/** What a presiding officer decides of a point of order. */
export const RULINGS = ['upheld', 'not-upheld', 'noted'] as const
export type Ruling = (typeof RULINGS)[number]

/** A place in the order, from one. */
export const PlaceNumber = z.int().min(1).max(2000)

/** What the order asks of somebody who wants the floor. */
export const asking = {
  speech: SpeechId,
  party: PartyCode,
  kind: z.enum(STATEMENTS),
  way: z.enum(WAYS),
  language: Language.nullable(),
  rank: Rank,
  /** The order class of the party on the day, from 1. */
  class: z.int().min(1),
  /** The parts of the session that they prefer, the first preference first. */
  slots: z.array(z.int().min(1)).max(2),
}
const Asking = z.strictObject(asking)
export type Asking = z.infer<typeof Asking>

const act = <What extends string>(what: What) => z.strictObject({ what: z.literal(what) })
const toSpeech = <What extends string>(what: What) => act(what).extend({ speech: SpeechId })
const between = <What extends string>(what: What) =>
  act(what).extend({ from: SpeechId, to: SpeechId })

/** Everything that can happen to a list. Identifiers and codes only: who speaks is kept beside, and can be erased. */
export const Act = z.discriminatedUnion('what', [
  act('set-up').extend({ settings: Settings }),
  act('change-settings').extend({ settings: Settings }),
  act('open'),
  act('close'),
  act('inscribe').extend(asking),
  act('amend').extend(asking),
  toSpeech('withdraw'),
  toSpeech('confirm'),
  between('exchange-offered'),
  between('exchange-accepted'),
  between('exchange-declined'),
  act('insert').extend({ ...asking, to: PlaceNumber.nullable(), reason: Reason }),
  toSpeech('move').extend({ to: PlaceNumber, reason: Reason }),
  toSpeech('absent'),
  toSpeech('set-limit').extend({ seconds: Seconds, reason: Reason }),
  act('begin-session'),
  act('suspend'),
  act('resume-session'),
  act('adjourn'),
  toSpeech('give-floor').extend({ reason: Reason.nullable() }),
  /** Ends the speech of whoever has the floor and gives it to the next, in one stroke. */
  toSpeech('next'),
  act('pause'),
  act('resume'),
  act('end-floor'),
  toSpeech('reply-asked').extend({ party: PartyCode }),
  toSpeech('point-of-order').extend({ party: PartyCode }),
  act('rule-on-point').extend({ ruling: z.enum(RULINGS) }),
  act('undo').extend({ undone: z.int().min(2) }),
])
export type Act = z.infer<typeof Act>
export type What = Act['what']
export type ActOf<W extends What> = Extract<Act, { what: W }>

/** Whose hand it was: only the desk's can be taken back by the desk. */
export const HANDS = ['desk', 'delegation'] as const
export type Hand = (typeof HANDS)[number]

/** An act that was done: its number in the list, from 1, and its instant in milliseconds since 1970. */
export type Deed<W extends What = What> = ActOf<W> & { seq: number; at: number; hand: Hand }
