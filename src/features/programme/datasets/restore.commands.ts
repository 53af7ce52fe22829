import { z } from 'zod'
import { ConferenceId, SessionId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { Zone } from '../../../kernel/time.ts'
import { command } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { madeBy } from '../draft/deeds.ts'
import { saveDraft } from '../draft/save.commands.ts'
import { inOrder, mayLoad, PublishedSession } from '../model.ts'
import { delayReportsOf, releasesWithSessions } from '../queries.ts'
import { saveRelease } from '../release.commands.ts'
import { difference, unreleased } from '../release.ts'

const At = z.iso.datetime().transform((at) => Temporal.Instant.from(at))

const Released = z.strictObject({
  number: z.int().positive(),
  at: At,
  note: Text,
  zone: Zone,
  sessions: z.array(PublishedSession.strict()),
})

const Restored = z.strictObject({
  conference: ConferenceId,
  /** Oldest first. */
  releases: z.array(Released).min(1),
  delays: z.array(
    z.strictObject({ session: SessionId, minutes: z.int().min(0).max(600), reportedAt: At }),
  ),
})

/**
 * Gives a conference the programme that an archive states: each release as it was published, with its number and its
 * date. Where a programme was released already it must be the same.
 */
export const restoreProgramme = command('programme.restore', {
  input: Restored,
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    outline: await outlineById(db, conference),
    releases: await releasesWithSessions(db, conference),
    delays: await delayReportsOf(db, conference),
  }),
  may: (actor, _, { conference }) => mayLoad(actor, conference),
  decide({ outline, releases, delays }, input, circumstances) {
    must(outline, 'programme.unknown-conference')
    const restored = input.releases.map((one) => ({ ...one, sessions: inOrder(one.sessions) }))
    const stands = asText({ releases, delays })
    if (same(stands, asText({ releases: restored, delays: input.delays.toSorted(bySession) }))) {
      return null
    }
    must(releases.length === 0, 'programme.released-otherwise')
    const known = new Set(restored.at(-1)?.sessions.map(({ id }) => id))
    must(
      input.delays.every(({ session }) => known.has(session)),
      'programme.unknown-session',
    )
    return { releases: restored, made: madeBy('programme.restore', circumstances) }
  },
  async save(db, { releases, made }, { conference, delays }) {
    const last = releases.at(-1)?.sessions ?? []
    await saveDraft(db, conference, { sessions: last.map(unreleased), made })
    for (const [place, release] of releases.entries()) {
      const before = releases[place - 1]
      await saveRelease(db, {
        conference,
        ...release,
        difference: before ? difference(release, before) : null,
      })
    }
    if (delays.length === 0) return
    await db
      .insertInto('sessionDelay')
      .values(delays.map((delay) => ({ conference, ...delay })))
      .execute()
  },
  subject: (_, { conference }) => `programme/${conference}`,
  touches: (_, { conference }) => [
    `programme/${conference}`,
    `programme/${conference}/draft`,
    'programmes',
  ],
})

const bySession = (a: { session: string }, b: { session: string }) =>
  a.session < b.session ? -1 : 1

/** As JSON has it, instants as text. */
const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
