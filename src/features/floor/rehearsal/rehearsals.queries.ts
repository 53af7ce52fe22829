import type { ConferenceId, PartyCode, SessionId } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { outlineById } from '../../conferences/queries.ts'
import type { Party } from '../../parties/model.ts'
import { partyOf } from '../../parties/queries.ts'
import type { Session } from '../../programme/model.ts'
import type { OfList } from '../model.ts'
import { sessionCalled, sessionOf } from '../queries.ts'
import { INVENTED, isInvented } from './cast.ts'
import { type Audience, isPlayed, type Pace, type Rehearsal, sessionIn } from './rehearsal.model.ts'

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    floorRehearsal: {
      conference: ConferenceId
      session: SessionId
      slug: string
      rehearses: SessionId
      pace: Pace
      audience: Audience
      begins: Temporal.Instant
      playsFrom: number | null
    }
  }
}

type Db = Reading | Writing
type Row = Omit<Rehearsal, 'of'> & OfList

const from = ({ conference, session, ...rest }: Row): Rehearsal => ({
  of: { conference, session },
  ...rest,
})

/** The rehearsals of a conference, in no order of theirs. */
export const rehearsalsAt = (db: Db, conference: ConferenceId): Promise<Rehearsal[]> =>
  db
    .selectFrom('floorRehearsal')
    .selectAll()
    .where('conference', '=', conference)
    .orderBy('slug')
    .execute()
    .then((rows) => rows.map(from))

/** A rehearsal by its own session; null: it is none. */
export const rehearsalOf = (db: Db, { conference, session }: OfList): Promise<Rehearsal | null> =>
  db
    .selectFrom('floorRehearsal')
    .selectAll()
    .where('conference', '=', conference)
    .where('session', '=', session)
    .executeTakeFirst()
    .then((row) => (row ? from(row) : null))

/** A session that has a list, or may have one: of the programme, or of a rehearsal. */
export interface Held {
  session: Session
  rehearsal: Rehearsal | null
  /** What is rehearsed; without a rehearsal the session itself. */
  programmed: Session
}

async function rehearsed(db: Db, rehearsal: Rehearsal | null): Promise<Held | null> {
  if (!rehearsal) return null
  const { of, rehearses } = rehearsal
  const programmed = await sessionOf(db, { ...of, session: rehearses })
  const zone = (await outlineById(db, of.conference))?.zone ?? 'UTC'
  return programmed && { session: sessionIn(programmed, rehearsal, zone), rehearsal, programmed }
}

const real = (session: Session): Held => ({ session, rehearsal: null, programmed: session })

/** The session of a list. Only where the programme has none is it looked for among rehearsals. */
export async function heldOf(db: Db, of: OfList): Promise<Held | null> {
  const session = await sessionOf(db, of)
  return session ? real(session) : rehearsed(db, await rehearsalOf(db, of))
}

/** The same by how an address calls it, `session-1` or `rehearsal-session-1`. */
export async function heldCalled(
  db: Db,
  conference: ConferenceId,
  slug: string,
): Promise<Held | null> {
  const session = await sessionCalled(db, conference, slug)
  if (session) return real(session)
  const all = await rehearsalsAt(db, conference)
  return rehearsed(db, all.find((one) => one.slug === slug) ?? null)
}

/** A party that may stand in a list: an invented one in that of a rehearsal, and no other there. */
export async function partyIn(
  db: Db,
  rehearsal: Rehearsal | null,
  code: PartyCode,
): Promise<Party | null> {
  if (isInvented(code)) return rehearsal && (INVENTED.get(code) ?? null)
  return rehearsal ? null : partyOf(db, code)
}

/** What was done to a list after a number, as far as it says whether somebody has taken a play over. */
export const handsSince = (db: Db, { conference, session }: OfList, seq: number) =>
  db
    .selectFrom('floorDeed')
    .select(['seq', 'by'])
    .where('conference', '=', conference)
    .where('session', '=', session)
    .where('seq', '>', seq)
    .execute()

/** Whether a rehearsal goes on by itself. */
export const playsNow = async (db: Db, { of, playsFrom }: Rehearsal): Promise<boolean> =>
  playsFrom !== null && isPlayed({ playsFrom }, await handsSince(db, of, playsFrom))
