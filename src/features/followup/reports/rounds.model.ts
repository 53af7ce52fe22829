import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Text } from '../../../kernel/text.ts'
import { Day } from '../../../kernel/time.ts'
import { PledgeId } from '../../pledges/model.ts'

/** A time in which every party is asked how its pledges of some conferences stand. */
export const Round = z
  .strictObject({
    /** `seoul2021-2023`: letters, digits and hyphens. */
    id: z
      .string()
      .max(60)
      .regex(/^[a-z0-9_]+(-[a-z0-9_]+)*$/),
    name: Text,
    opens: Day,
    due: Day,
    conferences: z.array(ConferenceId).min(1),
    /** Those that are asked about; none: all that were announced at its conferences. */
    pledges: z.array(PledgeId).max(1000).default([]),
  })
  .refine(({ opens, due }) => due > opens, 'followup.due-before-it-opens')
export type Round = z.infer<typeof Round>

/** Whether a round asks about a pledge. */
export const asksAbout = (
  { conferences, pledges }: Pick<Round, 'conferences' | 'pledges'>,
  pledge: { id: PledgeId; conference: string | null },
): boolean =>
  (conferences as readonly string[]).includes(pledge.conference ?? '') &&
  (pledges.length === 0 || pledges.includes(pledge.id))

/** Whether reports are asked for on a day: from its first day until the one by which they are due. */
export const isOpenOn = ({ opens, due }: Pick<Round, 'opens' | 'due'>, day: string): boolean =>
  opens <= day && day <= due

/** The reminders that go out by themselves. */
export const OCCASIONS = ['before', 'after'] as const
export type Occasion = (typeof OCCASIONS)[number]

/** In days: how long before the last day and after it people are reminded, and when it is too late for that. */
export const RHYTHM = { before: 7, sinceOpening: 3, after: 3, until: 30 } as const

const later = (one: string, other: string) => (one > other ? one : other)
const plus = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

/**
 * The reminder that goes out on a day: one in the last week of a round, but not as soon as it has opened, and one when
 * the day has passed; each once, also where a day was missed.
 */
export function reminderOn(
  { opens, due }: Pick<Round, 'opens' | 'due'>,
  day: string,
  sent: ReadonlySet<Occasion>,
): Occasion | null {
  if (day >= plus(due, RHYTHM.after)) {
    return sent.has('after') || day > plus(due, RHYTHM.until) ? null : 'after'
  }
  const from = later(plus(due, -RHYTHM.before), plus(opens, RHYTHM.sinceOpening))
  return day >= from && day <= due && !sent.has('before') ? 'before' : null
}
