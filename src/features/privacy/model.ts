import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { MailAddress } from '../../kernel/people/address.ts'
import { Text } from '../../kernel/text.ts'

/** Kinds of personal data, by how long they are needed. */
export const CLASSES = [
  'identity',
  'access',
  'travel',
  'photo',
  'badge',
  'contact',
  'press',
  'record',
] as const
export const RetentionClass = z.enum(CLASSES)
export type RetentionClass = z.infer<typeof RetentionClass>

/** Days after the last day of a conference; null: until the person asks for erasure. */
export type Days = Readonly<Record<RetentionClass, number | null>>

/** What holds where a conference says nothing else. The record is what a list of participants prints. */
export const USUAL_DAYS: Days = {
  identity: 30,
  access: 30,
  travel: 30,
  photo: 90,
  badge: 90,
  contact: 180,
  press: 180,
  record: null,
}

const LONGEST = 3650

/** Who is responsible for the personal data of a conference, where they are kept, and for how long. */
export const Notice = z.strictObject({
  conference: ConferenceId,
  /** The authority that decides why and how data are used. */
  controller: Text,
  /** Where a person writes who wants to know, correct or erase. */
  contact: MailAddress,
  /** Where the data are kept: the country, the house, whoever runs it for the controller. */
  storage: Text,
  note: Text.nullable().default(null),
  days: z.partialRecord(RetentionClass, z.int().min(0).max(LONGEST).nullable()).default({}),
})
export type Notice = z.infer<typeof Notice>

/** For how long a conference keeps each class. */
export const daysOf = (notice: Pick<Notice, 'days'> | null): Days => ({
  ...USUAL_DAYS,
  ...notice?.days,
})

/** The last day on which something is kept; null: it is kept until the person asks, or the conference has no last day yet. */
export function keptUntil(days: Days, of: RetentionClass, lastDay: string | null): string | null {
  const kept = days[of]
  if (kept === null || lastDay === null) return null
  return Temporal.PlainDate.from(lastDay).add({ days: kept }).toString()
}

/**
 * How many days a change of a conference's dates leaves before anything is deleted because of it: a slip of the keyboard
 * that nobody saw by the evening must not cost anybody their data.
 */
export const GRACE = 7

/** The day after which time runs, of all that were said to be the last one lately; null: some time nobody knew it. */
export const latestOf = (lastDays: readonly (string | null)[]): string | null =>
  lastDays.includes(null) ? null : (lastDays.toSorted().at(-1) ?? null)

/** The classes whose time is over on a day. */
export const overdueOn = (
  days: Days,
  lastDay: string | null,
  today: string,
): readonly RetentionClass[] =>
  CLASSES.filter((one) => {
    const until = keptUntil(days, one, lastDay)
    return until !== null && today > until
  })

/** Whoever ends the time of personal data every night. */
export const KEEPER: Actor = { kind: 'system', id: 'retention', grants: [] }
export const isKeeper = ({ kind, id }: Actor): boolean => kind === KEEPER.kind && id === KEEPER.id

/** Who answers for the personal data of a conference. */
export const maySetNotice = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'administrator', 'host-secretariat')
