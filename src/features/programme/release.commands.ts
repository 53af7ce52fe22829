import { sql } from 'kysely'
import { z } from 'zod'
import { ConferenceId, SessionId } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { Text } from '../../kernel/text.ts'
import { command, type Writing } from '../../platform/command/command.ts'
import { zoneOf } from '../conferences/outline.ts'
import { conferenceWithSeries, outlineById } from '../conferences/queries.ts'
import { isAgreed, settingsOf } from '../conferences/settings.model.ts'
import { madeBy } from './draft/deeds.ts'
import { saveDraft } from './draft/save.commands.ts'
import { signaturesOf } from './draft/sign-off.queries.ts'
import { preparedFor, seenRelease } from './letters/prepared.queries.ts'
import {
  inOrder,
  mayEdit,
  mayLoad,
  mayReport,
  mustBePossible,
  ReleaseLetter,
  Session,
} from './model.ts'
import { delaysOf, draftOf, lastRelease, loadedFor } from './queries.ts'
import { isEmpty, type NextRelease, nextRelease, unreleased } from './release.ts'

const publicTopics = (conference: string) => [
  `programme/${conference}`,
  `programme/${conference}/draft`,
  'programmes',
]

/**
 * Publishes the draft: from now on the public sees it, and what it changed. What is said of it, and to whom by letter,
 * was prepared and read before; or it is given here, where nobody else must agree.
 */
export const release = command('programme.release', {
  input: z.strictObject({
    conference: ConferenceId,
    note: Text.optional(),
    letter: ReleaseLetter.nullable().optional(),
  }),
  conference: (input) => input.conference,
  async load(db, { conference }) {
    const found = await conferenceWithSeries(db, conference)
    const zone = found && zoneOf(found.conference)
    const draft = await draftOf(db, conference)
    const prepared = await preparedFor(db, conference)
    const version = seenRelease(zone ?? '', draft, prepared)
    return {
      ...{ zone, draft, prepared, version },
      needed: settingsOf(found?.conference ?? {}).signOffs.programme,
      signatures: await signaturesOf(db, conference, version),
      last: await lastRelease(db, conference),
    }
  },
  may: (actor, _, { conference }) => mayEdit(actor, conference),
  version: ({ version }) => version,
  decide(known, { conference, ...given }, { now: at }) {
    const { zone, draft, needed, signatures, last, prepared } = known
    must(zone, 'programme.unknown-conference')
    const note = given.note ?? prepared?.note
    const letter = given.note ? (given.letter ?? null) : (prepared?.letter ?? null)
    must(note, 'programme.nothing-prepared')
    const next = nextRelease(last, { conference, note, at, zone, sessions: draft })
    must(next.sessions.length > 0, 'programme.nothing-to-release')
    must(!next.difference || !isEmpty(next.difference), 'programme.nothing-to-release')
    const alone = needed.host + needed.un === 0
    must(alone || !given.note, 'programme.not-prepared')
    must(isAgreed(needed, signatures), 'programme.not-signed')
    return { ...next, letter }
  },
  async save(db, next) {
    await saveRelease(db, next)
    await db.deleteFrom('programmePrepared').where('conference', '=', next.conference).execute()
  },
  errands: ({ conference, number, letter }) =>
    letter
      ? [{ job: 'platform.mail', data: { mail: 'programme.release', conference, release: number } }]
      : [],
  subject: ({ conference, number }) => `programme/${conference}/${number}`,
  answer: ({ number }) => ({ release: number }),
  touches: (_, { conference }) => publicTopics(conference),
})

export const Loaded = z.strictObject({
  conference: ConferenceId,
  note: Text,
  sessions: z.array(Session.strict()),
})
export type Loaded = z.infer<typeof Loaded>

/**
 * Loads a programme that ships with the product and releases it. Only what the file says otherwise than when it was
 * last loaded is taken; what people changed meanwhile stays in their draft, and unpublished.
 */
export const loadProgramme = command('programme.load-programme', {
  input: Loaded,
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    zone: (await outlineById(db, conference))?.zone,
    last: await lastRelease(db, conference),
    loaded: (await loadedFor(db, conference)) as Loaded | null,
  }),
  may: (actor, _, { conference }) => mayLoad(actor, conference),
  decide({ zone, last, loaded }, input, circumstances) {
    const { now: at } = circumstances
    must(zone, 'programme.unknown-conference')
    if (same(loaded, input)) return null
    input.sessions.forEach(mustBePossible)
    const news = newIn(input.sessions, loaded?.sessions ?? [])
    const changed = new Map(news.map((session) => [session.id, session]))
    const kept = last?.sessions.map(unreleased).filter(({ id }) => !changed.has(id)) ?? []
    const { conference, note } = input
    const sessions = inOrder([...kept, ...news])
    const next = nextRelease(last, { conference, note, at, zone, sessions })
    // An archive has brought back what the file says: nothing of it is news.
    const isNews = !next.difference || !isEmpty(next.difference)
    const made = madeBy('programme.load-programme', circumstances)
    return { news, input, last, made, next: isNews ? next : null }
  },
  async save(db, { news, input, next, made }) {
    const content = JSON.stringify(input)
    await saveDraft(db, input.conference, { sessions: news, made })
    if (next) await saveRelease(db, next)
    await db
      .insertInto('programmeLoad')
      .values({ conference: input.conference, content })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet({ content }))
      .execute()
  },
  subject: ({ input, last, next }) =>
    `programme/${input.conference}/${next?.number ?? last?.number ?? 0}`,
  answer: ({ last, next }) => ({ release: next?.number ?? last?.number ?? 0 }),
  touches: (_, { conference }) => publicTopics(conference),
})

const Minutes = z.int().min(0).max(600)

const reporting = (name: string, minutes: z.ZodType<number>) =>
  command(name, {
    input: z.strictObject({ conference: ConferenceId, session: SessionId, minutes }),
    conference: (input) => input.conference,
    load: async (db, { conference }) => ({
      last: await lastRelease(db, conference),
      delays: await delaysOf(db, conference),
    }),
    may: (actor, _, { conference }) => mayReport(actor, conference),
    decide({ last, delays }, { conference, session: id, minutes }, { now }) {
      const session = last?.sessions.find((one) => one.id === id)
      must(session, 'programme.unknown-session')
      must(session.status !== 'cancelled', 'programme.already-cancelled')
      must(session.start !== null, 'programme.no-time')
      const said = delays.find((delay) => delay.session === id)?.minutes ?? null
      return said === minutes ? null : { session: id, conference, minutes, reportedAt: now }
    },
    save: async (db, row) => {
      await db.insertInto('sessionDelay').values(row).execute()
    },
    subject: ({ session }) => `session/${session}`,
    touches: (_, { conference }) => publicTopics(conference),
  })

/** Says that a session starts, or runs, late: what follows is shown as late, and the plan stays. */
export const reportDelay = reporting('programme.report-delay', Minutes.min(1))
/** Says that a session runs to plan again, and what follows it. */
export const clearDelay = reporting('programme.clear-delay', z.literal(0).default(0))

/** What a file says anew; what it no longer names was listed in error. */
function newIn(sessions: readonly Session[], before: readonly Session[]): Session[] {
  const old = new Map(before.map((session) => [session.id, session]))
  const named = new Set(sessions.map(({ id }) => id))
  return [
    ...sessions.filter((session) => !same(session, old.get(session.id))),
    ...before
      .filter(({ id }) => !named.has(id))
      .map((session) => ({ ...session, status: 'withdrawn' as const })),
  ]
}

/** Writes a release as it stands from now on. */
export async function saveRelease(
  db: Writing,
  next: NextRelease & { letter?: ReleaseLetter | null },
): Promise<void> {
  const sessions = JSON.stringify(next.sessions)
  await db
    .insertInto('programmeRelease')
    .values({
      conference: next.conference,
      number: next.number,
      at: next.at,
      note: JSON.stringify(next.note),
      zone: next.zone,
      sessions,
      digest: sql<string>`md5(${next.zone} || ${sessions})`,
      difference: next.difference && JSON.stringify(next.difference),
      letter: next.letter ? JSON.stringify(next.letter) : null,
    })
    .execute()
}
