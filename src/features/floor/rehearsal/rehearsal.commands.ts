import { z } from 'zod'
import { SessionId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { draftOf } from '../../programme/queries.ts'
import { columnsOf, floorKnown, standing, topicsOf } from '../deeds/keep.commands.ts'
import { isDesk, OfList } from '../model.ts'
import { foldedOf, presetsOfUse } from '../queries.ts'
import { type Act, type Deed, SpeechId } from '../queue/deeds.ts'
import type { Floor } from '../queue/floor.ts'
import { withoutInstants } from '../queue/presets.ts'
import { replayed } from '../queue/queue.ts'
import type { Settings } from '../queue/settings.ts'
import { askingOf, castOf, nextOf, type Plan } from './play.ts'
import {
  AUDIENCES,
  Pace,
  type Rehearsal,
  settingsAt,
  slugOf,
  workingSessions,
} from './rehearsal.model.ts'
import { playsNow, rehearsalOf, rehearsalsAt } from './rehearsals.queries.ts'

/** The job that goes on with a play. */
export const PLAY_JOB = 'floor.rehearse'

/** How long whoever starts a rehearsal has to open the screens, in seconds. */
const UNTIL_IT_BEGINS = 20

/** What a play is drawn from, as everybody who knows the rehearsal can work it out. */
export const planOf = ({ of, pace, begins }: Rehearsal): Plan => ({
  seed: Number.parseInt(of.session.slice(0, 8), 16) | 0,
  ...{ pace, begins: begins.epochMilliseconds },
})

/** Goes on when the next deed is due; whoever does something before then has taken it over. */
export function goingOn(rehearsal: Rehearsal, floor: Floor): Errand[] {
  const next = nextOf(planOf(rehearsal), floor, () => NOBODYS)
  if (!next) return []
  const data = { ...rehearsal.of, seq: floor.seq }
  const after = Temporal.Instant.fromEpochMilliseconds(Math.round(next.at))
  return [{ job: PLAY_JOB, data, after }]
}
/** When a deed is due does not depend on how its speech will be called. */
const NOBODYS = SpeechId.parse('00000000-0000-4000-8000-000000000000')

/** The rules of the session that is rehearsed; else those of its kind. */
async function rulesOf(db: Writing, of: OfList, kind: string): Promise<Settings | null> {
  const own = await foldedOf(db, of)
  if (own) return own.settings
  const presets = await presetsOfUse(db)
  const wanted = kind === 'pledging' ? 'pledging-session' : 'high-level-segment'
  const preset = presets.find(({ id }) => id === wanted) ?? presets[0]
  return preset ? withoutInstants(preset) : null
}

async function groundFor(db: Writing, of: OfList) {
  const sessions = workingSessions(await draftOf(db, of.conference))
  const part = sessions.findIndex(({ id }) => id === of.session)
  const session = sessions[part] ?? null
  return {
    ...{ part, session },
    rules: session && (await rulesOf(db, of, session.kind)),
    before: (await rehearsalsAt(db, of.conference)).find(
      ({ rehearses }) => rehearses === of.session,
    ),
  }
}

/** A list in which everybody has asked for the floor, at one instant. */
function inscribed(acts: readonly Act[], { actor, now }: Circumstances) {
  const deeds = acts.map(
    (act, index) =>
      ({ ...act, seq: index + 1, at: now.epochMilliseconds, hand: handIn(act) }) as Deed,
  )
  const floor = replayed(deeds)
  must(floor, 'floor.unknown')
  return { deeds, floor, by: `${actor.kind}/${actor.id}` }
}
const handIn = ({ what }: Act) => (what === 'inscribe' ? 'delegation' : 'desk')

/** Starts a rehearsal of a session, on a list of its own that holds invented delegations. */
export const startRehearsal = command('floor.start-rehearsal', {
  input: OfList.extend({
    pace: Pace.default(1),
    /** By itself, or by the hand of the desk. */
    by: z.enum(['itself', 'hand']),
    audience: z.enum(AUDIENCES).default('desk'),
  }),
  conference: ({ conference }) => conference,
  load: (db, { conference, session }) => groundFor(db, { conference, session }),
  may: (actor, _, { conference }) => isDesk(actor, conference),
  decide({ part, session, rules, before }, { conference, pace, by, audience }, circumstances) {
    must(session && rules, 'floor.not-rehearsed')
    must(!before, 'floor.rehearsed-already')
    const settings = settingsAt(rules, pace)
    const of = { conference, session: SessionId.parse(circumstances.newId()) }
    const begins = circumstances.now.add({ seconds: UNTIL_IT_BEGINS })
    const rehearsal: Rehearsal = {
      ...{ of, slug: slugOf(session), rehearses: session.id },
      ...{ pace, audience, begins, playsFrom: null },
    }
    const cast = castOf(part, planOf(rehearsal))
    const asks = cast.map((one) => askingOf(one, SpeechId.parse(circumstances.newId()), settings))
    const list = inscribed([{ what: 'set-up', settings }, ...asks], circumstances)
    return {
      rehearsal: { ...rehearsal, playsFrom: by === 'itself' ? list.floor.seq : null },
      ...list,
    }
  },
  async save(db, { rehearsal, deeds, floor, by }) {
    const { of, begins, ...columns } = rehearsal
    await db
      .insertInto('floorRehearsal')
      .values({ ...of, ...columns, begins })
      .execute()
    await db
      .insertInto('floorList')
      .values({ ...of, seq: floor.seq, meeting: floor.meeting })
      .execute()
    await db
      .insertInto('floorDeed')
      .values(deeds.map((deed) => ({ ...of, ...columnsOf(deed), by, note: null })))
      .execute()
  },
  subject: ({ rehearsal: { of } }) => `list-of-speakers/${of.session}`,
  answer: ({ rehearsal: { of, slug } }) => ({ session: of.session, slug }),
  touches: ({ rehearsal: { of } }) => topicsOf(of),
  errands: ({ rehearsal, floor }) =>
    rehearsal.playsFrom === null ? [] : goingOn(rehearsal, floor),
})

const known = async (db: Writing, of: OfList) => {
  const rehearsal = await rehearsalOf(db, of)
  return {
    ...(await floorKnown(db, of)),
    rehearsal,
    plays: rehearsal !== null && (await playsNow(db, rehearsal)),
  }
}
type Known = Awaited<ReturnType<typeof known>>

/** The rehearsal that somebody means. */
function mustBeRehearsal({ rehearsal }: Known): Rehearsal {
  must(rehearsal, 'floor.no-rehearsal')
  return rehearsal
}

/** What the deeds to a rehearsal that stands have in common. */
const OF_REHEARSAL = {
  input: OfList,
  conference: ({ conference }: OfList) => conference,
  load: (db: Writing, of: OfList) => known(db, of),
  may: (actor: Circumstances['actor'], _: Known, { conference }: OfList) =>
    isDesk(actor, conference),
  subject: (_: unknown, { session }: OfList) => `list-of-speakers/${session}`,
  touches: (_: unknown, of: OfList) => topicsOf(of),
}

const keepPlaying = async (db: Writing, { conference, session }: OfList, seq: number | null) => {
  await db
    .updateTable('floorRehearsal')
    .set({ playsFrom: seq })
    .where('conference', '=', conference)
    .where('session', '=', session)
    .execute()
}

/** Lets a rehearsal go on by itself, from where it stands. */
export const playRehearsal = command('floor.play-rehearsal', {
  ...OF_REHEARSAL,
  decide(found) {
    const rehearsal = mustBeRehearsal(found)
    const floor = standing(found)
    must(floor.meeting !== 'adjourned', 'floor.adjourned')
    return found.plays ? null : { rehearsal, floor }
  },
  save: (db, { floor }, of) => keepPlaying(db, of, floor.seq),
  errands: ({ rehearsal, floor }) => goingOn(rehearsal, floor),
})

/** Stops the play: from now on the desk does everything, as it does in earnest. */
export const stopRehearsal = command('floor.stop-rehearsal', {
  ...OF_REHEARSAL,
  decide: (found) => (mustBeRehearsal(found).playsFrom === null ? null : {}),
  save: (db, _, of) => keepPlaying(db, of, null),
})

/** Takes a rehearsal away, with everything that was done in it: nothing of it belongs to the record. */
export const clearRehearsal = command('floor.clear-rehearsal', {
  ...OF_REHEARSAL,
  decide: (found) => ({ rehearsal: mustBeRehearsal(found) }),
  async save(db, _, { conference, session }) {
    for (const table of ['floorDeed', 'floorList', 'floorRehearsal', 'floorChair'] as const) {
      await db
        .deleteFrom(table)
        .where('conference', '=', conference)
        .where('session', '=', session)
        .execute()
    }
  },
})
