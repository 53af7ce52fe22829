import type { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Topic,
  type Writing,
} from '../../../platform/command/command.ts'
import { MAIL_JOB } from '../../../platform/mail/letter.ts'
import { chairsOf } from '../chairs/queries.ts'
import { type Chairs, type OfList, runsFloor } from '../model.ts'
import { foldedOf, type SpeakerRow } from '../queries.ts'
import type { Act, Deed, Hand, SpeechId } from '../queue/deeds.ts'
import type { Floor } from '../queue/floor.ts'
import { applied } from '../queue/queue.ts'

/** What a decision about a list looks at. */
export interface Known {
  /** Null: the session has no list. */
  floor: Floor | null
  chairs: Chairs
}

export const floorKnown = async (db: Writing, of: OfList): Promise<Known> => ({
  floor: await foldedOf(db, of),
  chairs: await chairsOf(db, of),
})

/** The list, which has been set up. */
export function standing({ floor }: Pick<Known, 'floor'>): Floor {
  must(floor, 'floor.unknown')
  return floor
}

/** The number of the last deed, as a desk has seen it: whoever saw another one has not seen what stands there now. */
export const seenOf = ({ floor }: Pick<Known, 'floor'>): string => `${floor?.seq ?? 0}`

/** What a deed leaves behind: one line more in the history of a list, and who speaks, where it says so. */
export interface Done {
  of: OfList
  deed: Deed
  by: string
  note: string | null
  floor: Floor
  speaker: SpeakerRow | null
}

/** Whose hand does something: the desk's, whoever else they are. */
export const handOf = (actor: Actor, { conference }: OfList, known: Known): Hand =>
  runsFloor(actor, conference, known) ? 'desk' : 'delegation'

/** The list after an act at this instant; a clock that goes behind the last deed stands still. */
export function done(
  known: Known,
  { conference, session, note = null }: OfList & { note?: string | null },
  act: Act,
  { actor, now }: Pick<Circumstances, 'actor' | 'now'>,
  speaker: SpeakerRow | null = null,
): Done {
  const { floor } = known
  const of = { conference, session }
  const last = floor?.standing.at(-1)?.at ?? 0
  const deed = {
    ...{ ...act, seq: (floor?.seq ?? 0) + 1 },
    ...{ at: Math.max(now.epochMilliseconds, last), hand: handOf(actor, of, known) },
  } as Deed
  return {
    ...{ of, deed, note, speaker, by: `${actor.kind}/${actor.id}` },
    floor: applied(floor, deed),
  }
}

/** A deed as the columns of its table. */
export const columnsOf = ({ seq, at, what, hand, ...data }: Deed) => ({
  ...{ seq, what, hand, data: JSON.stringify(data) },
  at: Temporal.Instant.fromEpochMilliseconds(at),
})

export async function saveSpeaker(db: Writing, { content, ...columns }: SpeakerRow): Promise<void> {
  const row = { ...columns, content: content && JSON.stringify(content) }
  await db
    .insertInto('floorSpeaker')
    .values(row)
    .onConflict((conflict) => conflict.column('speech').doUpdateSet(row))
    .execute()
}

export async function saveDone(db: Writing, { of, deed, by, note, floor, speaker }: Done) {
  const { seq, meeting } = floor
  await db
    .insertInto('floorList')
    .values({ ...of, seq, meeting })
    .onConflict((conflict) =>
      conflict.columns(['conference', 'session']).doUpdateSet({ seq, meeting }),
    )
    .execute()
  await db
    .insertInto('floorDeed')
    .values({ ...of, ...columnsOf(deed), by, note })
    .execute()
  if (speaker) await saveSpeaker(db, speaker)
}

/** What changes when something is done to a list: its own pages, and those that tell of all lists of a conference. */
export const topicsOf = ({ conference, session }: OfList): Topic[] => [
  `floor/${conference}/${session}`,
  `floor/${conference}`,
  'floor',
]

const speechOf = (deed: Deed): SpeechId | null => ('speech' in deed ? deed.speech : null)

/** A letter to the delegations that a deed concerns; the feature on whose pages they ask writes it. */
export const letter = (name: string, { of, by }: Done, about: object): readonly Errand[] => [
  { job: MAIL_JOB, data: { mail: `own-floor.${name}`, ...of, by, ...about } },
]

/** What every deed to a list has in common. */
export const OUTCOME = {
  conference: ({ conference }: OfList) => conference,
  save: (db: Writing, decision: Done) => saveDone(db, decision),
  subject({ of, deed }: Done) {
    const speech = speechOf(deed)
    return speech === null ? `list-of-speakers/${of.session}` : `speech/${speech}`
  },
  answer: ({ deed }: Done) => ({ seq: deed.seq, speech: speechOf(deed) }),
  touches: ({ of }: Done) => topicsOf(of),
}

/** A deed of the desk: what it does to a list, as one act. */
export const deskDeed = <Input extends OfList & { note?: string | null }>(
  name: string,
  input: z.ZodType<Input>,
  act: (floor: Floor, input: NoInfer<Input>, circumstances: Circumstances) => Act,
) =>
  command(`floor.${name}`, {
    ...OUTCOME,
    input,
    load: (db, of) => floorKnown(db, of),
    may: (actor, known, { conference }) => runsFloor(actor, conference, known),
    version: (known) => seenOf(known),
    decide: (known, given, circumstances) =>
      done(known, given, act(standing(known), given, circumstances), circumstances),
  })
