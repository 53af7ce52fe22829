import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { PartialDay, Zone } from '../../../kernel/time.ts'
import type { Held } from '../history.ts'
import { deed } from '../keeping/deed.commands.ts'
import { Sourcing, sourcesFor } from '../keeping/sourced.ts'
import { type Conference, Dates, FORMATS, Venue } from '../model.ts'
import { zoneOf } from '../outline.ts'

/** When a change was decided and why, and who says so. */
const Decision = z.strictObject({
  conference: ConferenceId,
  /** Left out: today, where the conference is. */
  decided: PartialDay.nullable().default(null),
  about: z.boolean().default(false),
  why: Text.nullable().default(null),
  ...Sourcing,
})
type Decision = z.infer<typeof Decision>

/** What has a history: whatever is announced, and may have to be announced again. */
export const CHANGEABLE = ['dates', 'venue', 'format', 'zone'] as const
type Changeable = (typeof CHANGEABLE)[number]

/** The record with one more entry in one of its histories. A change of what was announced gives its reason. */
function announced<Of extends Changeable>(
  conference: Conference,
  of: Of,
  is: Conference[Of][number]['is'],
  { decided, about, why, ...sourcing }: Decision,
  now: Temporal.Instant,
): Partial<Conference> {
  const before: readonly Held[] = conference[of]
  must(before.length === 0 || why !== null, 'conferences.change-needs-reason')
  const today = now.toZonedDateTimeISO(zoneOf(conference)).toPlainDate().toString()
  const { keys, list } = sourcesFor(conference, sourcing)
  const day = decided ?? (before.length === 0 ? null : today)
  const entry = { is, decided: day, about, why, sources: keys }
  return { [of]: [...before, entry], sources: list }
}

const isCurrent = (history: readonly Held[], is: unknown) => same(history.at(-1)?.is, is)

/** Says on which days it takes place; days that were announced before stay in its history. */
export const moveDates = deed('conferences.move-dates', {
  input: Decision.extend({
    to: Dates,
    /** That personal data may be deleted because of it: only asked for where they would be. */
    erasing: z.boolean().default(false),
  }),
  seen: ({ dates }) => dates,
  change: (conference, { to, erasing: _, ...decision }, { now }) =>
    isCurrent(conference.dates, to) ? {} : announced(conference, 'dates', to, decision, now),
})

/** Says in which form it is held: in person, virtual … */
export const changeFormat = deed('conferences.change-format', {
  input: Decision.extend({ to: z.enum(FORMATS) }),
  seen: ({ format }) => format,
  change: (conference, { to, ...decision }, { now }) =>
    isCurrent(conference.format, to) ? {} : announced(conference, 'format', to, decision, now),
})

/** Moves a conference to another zone: 19:30 stays 19:30, in the new zone. */
export const moveToZone = deed('conferences.move-to-zone', {
  input: Decision.extend({ zone: Zone }),
  seen: ({ zone }) => zone,
  change: (conference, { zone, ...decision }, { now }) =>
    isCurrent(conference.zone, zone) ? {} : announced(conference, 'zone', zone, decision, now),
})

const Somewhere = Venue.omit({ key: true })

/** Says where it takes place; a house that was announced before stays in its history. */
export const moveVenue = deed('conferences.move-venue', {
  input: Decision.extend({ to: Somewhere.strict() }),
  parties: ({ to }) => (to.country ? [to.country] : []),
  seen: ({ venue }) => venue,
  change: (conference, { to, ...decision }, { now }) => {
    const is = { key: `venue-${conference.venue.length + 1}`, ...to }
    return announced(conference, 'venue', is, decision, now)
  },
})

/** Says in other words, or in more languages, where it takes place: the place stays the same. */
export const describeVenue = deed('conferences.describe-venue', {
  input: z.strictObject({ conference: ConferenceId, to: Somewhere.strict() }),
  parties: ({ to }) => (to.country ? [to.country] : []),
  seen: ({ venue }) => venue,
  change(conference, { to }) {
    const last = conference.venue.at(-1)
    must(last, 'conferences.unknown-entry')
    const { is } = last
    const revised = {
      ...is,
      ...to,
      name: to.name && revisedText(is.name, to.name),
      city: to.city && revisedText(is.city, to.city),
      note: to.note && revisedText(is.note, to.note),
    }
    return { venue: conference.venue.with(-1, { ...last, is: revised }) }
  },
})

/** Corrects when and why something was decided, and who says so. */
export const explainChange = deed('conferences.explain-change', {
  input: Decision.extend({ of: z.enum(CHANGEABLE), place: z.int().nonnegative() }),
  seen: (conference, { of }) => conference[of],
  change(conference, { of, place, decided, about, why, ...sourcing }) {
    const history: readonly Held[] = conference[of]
    const entry = history[place]
    must(entry, 'conferences.unknown-entry')
    const { keys, list } = sourcesFor(conference, sourcing)
    const reason = why && revisedText(entry.why, why)
    const revised = { ...entry, decided, about, why: reason, sources: keys }
    return { [of]: history.with(place, revised), sources: list }
  },
})
