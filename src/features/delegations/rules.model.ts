import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Clock, Day, instantAt, isNotAfter } from '../../kernel/time.ts'
import type { PartyKind } from '../parties/model.ts'
import { Rank } from './ranks.model.ts'

const LARGEST = 500
const Quota = z.int().min(1).max(LARGEST)

/** `others`: those who come by a form of their own, not the members of delegations. */
export const TWO_AGREE = ['nobody', 'others', 'everybody'] as const

/** What a conference asks of the delegations that it invites. */
export const Rules = z.strictObject({
  conference: ConferenceId,
  /** How many people a delegation may bring, by kind of party. */
  quota: z.strictObject({ state: Quota, 'observer-state': Quota, organisation: Quota }),
  /** The rank that the head of a delegation is asked to hold. */
  headRank: Rank,
  /** The language of letters to a party of which no other is known. */
  language: Language,
  replyBy: Day.nullable(),
  /** When names can no longer be changed by the delegations, by the clock of the conference. */
  closes: z.strictObject({ day: Day, clock: Clock }).nullable(),
  /** Whether a note verbale or credentials must be verified before anybody is accredited. */
  needsDocument: z.boolean(),
  needsPhoto: z.boolean(),
  /** Of whom two different people of the secretariats must agree before they are accredited. */
  twoAgree: z.enum(TWO_AGREE).default('nobody'),
  /** In whose name invitations go out. */
  from: Text.nullable(),
  /** What a letter of invitation says above the facts of the conference. */
  letter: Text.nullable(),
})
export type Rules = z.infer<typeof Rules>

/** What holds where a conference has decided nothing: the note of 2019 asked for six people at most, led by a minister. */
export const usualRules = (conference: ConferenceId): Rules => ({
  conference,
  quota: { state: 6, 'observer-state': 6, organisation: 6 },
  headRank: 'minister',
  language: 'en',
  replyBy: null,
  closes: null,
  needsDocument: true,
  needsPhoto: true,
  twoAgree: 'nobody',
  from: null,
  letter: null,
})

/** The instant from which names are closed, in the zone of the conference. */
export const closingOf = (
  { closes }: Pick<Rules, 'closes'>,
  zone: string,
): Temporal.Instant | null => closes && instantAt(closes.day, closes.clock, zone)

/** Whether names are closed to delegations: at the very minute they are. */
export function isClosed(
  rules: Pick<Rules, 'closes'>,
  zone: string,
  now: Temporal.Instant,
): boolean {
  const closing = closingOf(rules, zone)
  return closing !== null && isNotAfter(closing, now)
}

/** How many people a delegation may bring: what was decided for it alone, else what holds for its kind. */
export const quotaOf = (
  { quota }: Pick<Rules, 'quota'>,
  kind: PartyKind,
  own: number | null,
): number => own ?? quota[kind]

/** Names are settled after replies, if both have a day. */
export function mustBeSound({ replyBy, closes }: Rules): void {
  must(!replyBy || !closes || replyBy <= closes.day, 'delegations.closes-before-replies')
}
