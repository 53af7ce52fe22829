import type { Actor } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Text } from '../../kernel/text.ts'
import { versionOf } from '../../platform/command/version.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { aboutFiles } from '../../platform/files/uploads.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import type { OfList } from '../floor/model.ts'
import { foldedOf, listsAt, sessionOf } from '../floor/queries.ts'
import type { Floor, Speech } from '../floor/queue/floor.ts'
import { everySpeech } from '../floor/queue/queues.ts'
import { videoDeadline } from '../floor/queue/settings.ts'
import { partiesOf, partyOf } from '../parties/queries.ts'
import { whoAre } from '../people/queries.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import type { PledgeId } from '../pledges/model.ts'
import { recordsOf } from '../pledges/queries.ts'
import type { Session } from '../programme/model.ts'
import { announced } from '../programme/queries.ts'
import { languagesOf, readsDeposit } from '../statements/model.ts'
import { isNameable } from '../statements/nameable.ts'
import {
  heldVersions,
  namedIn,
  readingsOf,
  type Statement,
  speakersAmong,
  statementOf,
  statementsAt,
  versionsOf,
} from '../statements/queries.ts'
import { deliveredIn, isHeard, speechIn, stageOf } from '../statements/standing.ts'
import type { AtWork, HowFar, PledgeAtWork, WorkLine } from './work.ts'

interface List {
  session: Session
  /** Null: the session is in draft, and no page of ours names it. */
  title: Text | null
  floor: Floor
}

/** The lists of a conference, in the order of their sessions. */
async function listsIn(db: Reading, conference: ConferenceId): Promise<List[]> {
  const found: List[] = []
  const programme = (await announced(db, conference))?.programme?.sessions ?? []
  for (const { session: id } of await listsAt(db, conference)) {
    const session = await sessionOf(db, { conference, session: id })
    const floor = await foldedOf(db, { conference, session: id })
    const title = programme.find((one) => one.id === id)?.title ?? null
    if (session && floor) found.push({ session, title, floor })
  }
  const key = ({ session }: List) => `${session.day} ${session.start ?? ''}`
  return found.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}

const canBeDeposited = ({ kind }: Speech) => kind !== 'point-of-order'

/**
 * All speeches of a conference, of everybody or of a party, with how far their statements are; or only those of which
 * something was deposited.
 */
export async function linesAt(
  db: Reading,
  {
    conference,
    party,
    deposited = false,
  }: { conference: ConferenceId; party?: PartyCode; deposited?: boolean },
): Promise<{ outline: Outline; lines: WorkLine[] } | null> {
  const outline = await outlineById(db, conference)
  if (!outline) return null
  const lists = await listsIn(db, conference)
  const kept = new Map((await statementsAt(db, conference)).map((one) => [one.speech, one]))
  const held = await heldVersions(db, [...kept.values()])
  const named = await namedIn(db, [...kept.keys()])
  const all = lists.flatMap((list) =>
    speechesOf(list.floor, party).map((speech) => ({ ...list, speech })),
  )
  const parties = await partiesOf(db, [...new Set(all.map(({ speech }) => speech.party))])
  const lines = all.flatMap(({ session, title, floor, speech }): WorkLine[] => {
    const whose = parties.get(speech.party)
    if (!whose) return []
    const version = held.get(speech.id)
    const statement = kept.get(speech.id) ?? null
    return [
      {
        ...{ speech: speech.id, party: whose, way: speech.way },
        session: { id: session.id, title },
        stage: stageOf(statement, deliveredIn(floor, speech.id) !== null),
        languages: version ? languagesOf(version.content) : null,
        named: named.get(speech.id)?.length ?? 0,
      },
    ]
  })
  return { outline, lines: deposited ? lines.filter((one) => one.languages !== null) : lines }
}

const speechesOf = (floor: Floor, party: PartyCode | undefined) =>
  everySpeech(floor).filter(
    (speech) =>
      canBeDeposited(speech) &&
      (party === undefined || speech.party === party) &&
      !floor.withdrawn.some(({ id }) => id === speech.id),
  )

/** How far the statements of a list are, by speech: of everybody, or of a party. */
export async function statementsBeside(
  db: Reading,
  of: OfList,
  party?: PartyCode,
): Promise<ReadonlyMap<string, HowFar>> {
  const floor = await foldedOf(db, of)
  if (!floor) return new Map()
  const kept = new Map((await statementsAt(db, of.conference)).map((one) => [one.speech, one]))
  return new Map(
    speechesOf(floor, party).map(({ id }) => {
      const statement = kept.get(id) ?? null
      const stage = stageOf(statement, deliveredIn(floor, id) !== null)
      return [id, stage !== 'ahead' ? stage : statement?.number ? 'deposited' : 'none']
    }),
  )
}

/** How many statements were delivered, and wait for somebody’s word. */
export async function waitingAt(
  db: Reading,
  conference: ConferenceId,
  party: PartyCode | null,
): Promise<number> {
  const open = (await statementsAt(db, conference)).filter(
    (one) => !one.publicAt && !one.releaseAt && (party === null || one.party === party),
  )
  let count = 0
  for (const [session, statements] of Map.groupBy(open, (one) => one.session)) {
    const floor = await foldedOf(db, { conference, session })
    count += statements.filter(({ speech }) => floor && deliveredIn(floor, speech)).length
  }
  return count
}

/** Who opened a deposited text, by the names of today. */
async function readersOf(db: Reading, speech: string): Promise<AtWork['readings']> {
  const readings = await readingsOf(db, speech)
  const known = await whoAre(db, [...new Set(readings.flatMap(({ account }) => account ?? []))])
  return readings.map(({ account, number, at }) => ({
    ...{ number, at, isOver: account === null },
    name: account === null ? null : (known.get(account)?.name ?? null),
  }))
}

/** The pledges of a statement, for whoever may know of them: its delegation, the secretariats, and the desk once it hears them. */
async function pledgesIn(
  db: Reading,
  named: readonly { pledge: PledgeId; outcome: PledgeAtWork['outcome'] }[],
): Promise<PledgeAtWork[]> {
  const records = await recordsOf(
    db,
    named.map(({ pledge }) => pledge),
  )
  return named.flatMap(({ pledge, outcome }) => {
    const record = records.find(({ id }) => id === pledge)
    if (!record) return []
    const { title, summary } = record.terms
    return [{ id: pledge, title, summary, outcome, isAccepted: record.state === 'accepted' }]
  })
}

/** What a delegation, or a secretariat for it, could still name. */
async function offeredTo(db: Reading, of: { conference: ConferenceId; party: PartyCode }) {
  const rows = await db
    .selectFrom('pledge')
    .select('id')
    .where('conference', '=', of.conference)
    .where('state', 'in', ['submitted', 'accepted'])
    .execute()
  const records = await recordsOf(
    db,
    rows.map(({ id }) => id),
  )
  return records
    .filter((record) => isNameable(record, of))
    .map(({ id, terms }) => ({ id, title: terms.title }))
}

const depositedOf = (version: Awaited<ReturnType<typeof versionsOf>>[number] | undefined) =>
  version
    ? {
        at: version.at,
        languages: languagesOf(version.content),
        hasVideo: version.content.video !== null,
        ...{ check: version.content.check, use: version.content.use },
      }
    : null

/** A speech with its statement, as far as one who works on it may know; null where there is none. */
export async function atWork(
  db: Reading,
  { conference, speech: id }: { conference: ConferenceId; speech: string },
  actor: Actor,
): Promise<AtWork | null> {
  const outline = await outlineById(db, conference)
  const list = (await listsIn(db, conference)).find(({ floor }) => speechIn(floor, id))
  const speech = list && speechIn(list.floor, id)
  const party = speech && (await partyOf(db, speech.party))
  if (!outline || !list || !speech || !party) return null
  const { session, title, floor } = list
  const statement = await statementOf(db, id)
  const versions = await versionsOf(db, id)
  const named = (await namedIn(db, [id])).get(id) ?? []
  const mine = readsDeposit(actor, conference, party.code)
  const knows = mine || isSecretariat(actor, conference) || isHeard(floor, speech.id)
  const offers = mine || isSecretariat(actor, conference)
  const files = versions.flatMap(({ content }) => content.files.map(({ file }) => file))
  const speaker = (await speakersAmong(db, [speech.id])).get(speech.id)
  const delivered = deliveredIn(floor, speech.id)
  const videoBy = videoDeadline(floor.settings, outline.zone)
  const pledges = named.map(({ pledge }) => pledge)
  return {
    ...{ outline, speech, party, delivered, number: statement?.number ?? 0, named: named.length },
    sessionId: session.id,
    session: { title, day: session.day, slug: session.slug },
    ...{ speaker: speaker?.content ?? null, onBehalfOf: speaker?.onBehalfOf ?? null },
    ...{ stage: stageOf(statement, delivered !== null), releaseAt: statement?.releaseAt ?? null },
    videoBy: videoBy === null ? null : Temporal.Instant.fromEpochMilliseconds(videoBy),
    deposited: depositedOf(versions.at(-1)),
    versions: mine ? versions.toReversed() : null,
    papers: new Map(
      mine ? (await aboutFiles(db, files)).map(({ id: file, name }) => [file, name] as const) : [],
    ),
    readings: await readersOf(db, id),
    pledges: knows ? await pledgesIn(db, named) : null,
    offered: offers ? await offeredTo(db, { conference, party: party.code }) : [],
    seen: seenOf(statement, pledges),
  }
}

const seenOf = (statement: Statement | null, pledges: readonly PledgeId[]) => ({
  deposit: `${statement?.number ?? 0}`,
  pledges: pledges.join(' '),
  confirm: versionOf([statement?.number ?? 0, pledges]),
})
