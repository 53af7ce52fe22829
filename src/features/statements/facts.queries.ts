import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { aboutFiles } from '../../platform/files/uploads.ts'
import type { Outline } from '../conferences/outline.ts'
import { sessionCalled } from '../floor/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { namesakesOf } from '../pledges/queries.ts'
import { announced } from '../programme/queries.ts'
import type { ProgrammeSession } from '../programme/timeline.ts'
import {
  announcing,
  heldVersions,
  type Named,
  namedIn,
  publicStatements,
  type Statement,
  speakersAmong,
  type Version,
} from './queries.ts'
import type { PledgeShown, PublicStatement, Published } from './shown.ts'

/** Titles of pledges that everybody may see, by their identifiers; whatever is not public is not in it. */
export async function titlesOf(
  db: Reading,
  pledges: readonly PledgeId[],
): Promise<ReadonlyMap<PledgeId, PledgeShown>> {
  const found = pledges.length === 0 ? [] : await namesakesOf(db, [...new Set(pledges)])
  return new Map(found.map(({ id, title }) => [id, { id, title }]))
}

/** What was handed in for everybody. */
const forEverybody = (version: Version | undefined) =>
  version?.content.use === 'publication' ? version.content : null

interface Around {
  sessions: ReadonlyMap<string, ProgrammeSession>
  versions: ReadonlyMap<string, Version>
  named: ReadonlyMap<string, readonly Named[]>
  titles: ReadonlyMap<PledgeId, PledgeShown>
  names: ReadonlyMap<string, string>
  speakers: Awaited<ReturnType<typeof speakersAmong>>
}

function shown(statement: Statement, around: Around): PublicStatement[] {
  const { speech, conference, party, delivered, publicAt } = statement
  if (!delivered || !publicAt) return []
  const content = forEverybody(around.versions.get(speech))
  const speaker = around.speakers.get(speech)
  return [
    {
      ...{ speech, conference, party, delivered, publicAt, content },
      session: around.sessions.get(statement.session) ?? null,
      papers: (content?.files ?? []).flatMap(({ file, language }) => {
        const name = around.names.get(file)
        return name ? [{ id: file, name, language }] : []
      }),
      speaker: speaker?.content ?? null,
      onBehalfOf: speaker?.onBehalfOf ?? null,
      pledges: (around.named.get(speech) ?? []).flatMap(({ pledge, outcome }) =>
        outcome === 'announced' ? (around.titles.get(pledge) ?? []) : [],
      ),
    },
  ]
}

async function aroundOf(
  db: Reading,
  statements: readonly Statement[],
  sessions: readonly ProgrammeSession[],
) {
  const speeches = statements.map(({ speech }) => speech)
  const versions = await heldVersions(db, statements)
  const named = await namedIn(db, speeches)
  const files = [...versions.values()].flatMap(({ content }) => content.files)
  const about = await aboutFiles(
    db,
    files.map(({ file }) => file),
  )
  return {
    ...{ versions, named },
    sessions: new Map(sessions.map((one) => [String(one.id), one])),
    titles: await titlesOf(
      db,
      [...named.values()].flat().map(({ pledge }) => pledge),
    ),
    names: new Map(about.map(({ id, name }) => [String(id), name])),
    speakers: await speakersAmong(db, speeches),
  }
}

/** The order of the programme, then that of delivery. */
const inOrder = (
  statements: readonly PublicStatement[],
  sessions: readonly ProgrammeSession[],
): PublicStatement[] => {
  const places = new Map(sessions.map(({ slug }, place) => [slug, place]))
  const placeOf = ({ session }: PublicStatement) =>
    (session && places.get(session.slug)) ?? sessions.length
  return statements.toSorted(
    (a, b) => placeOf(a) - placeOf(b) || a.delivered.place - b.delivered.place,
  )
}

/** What everybody reads of the statements of a conference; null where there is no such conference. */
export async function publishedAt(
  db: Reading,
  {
    conference,
    ...of
  }: { conference: ConferenceId; session?: string; party?: PartyCode; speech?: string },
): Promise<Published | null> {
  const found = await announced(db, conference)
  if (!found) return null
  const sessions = found.programme?.sessions ?? []
  const rows = (await publicStatements(db, { conference, ...of })).filter(
    ({ speech }) => of.speech === undefined || of.speech === speech,
  )
  const around = await aroundOf(db, rows, sessions)
  const statements = inOrder(
    rows.flatMap((row) => shown(row, around)),
    sessions,
  )
  const parties = await partiesOf(db, [...new Set(statements.map(({ party }) => party))])
  return { outline: found.conference, statements, parties }
}

/** The statements of a party at all conferences, the latest conference first. */
export async function publishedOf(db: Reading, party: PartyCode): Promise<Published[]> {
  const rows = await publicStatements(db, { party })
  const conferences = [...new Set(rows.map(({ conference }) => conference))]
  const all: Published[] = []
  for (const conference of conferences) {
    const found = await publishedAt(db, { conference, party })
    if (found && found.statements.length > 0) all.push(found)
  }
  return all.toSorted((a, b) => (firstDay(a.outline) < firstDay(b.outline) ? 1 : -1))
}

/** The statements of a session, by its address. */
export async function publishedIn(
  db: Reading,
  conference: ConferenceId,
  slug: string,
): Promise<Published | null> {
  const session = await sessionCalled(db, conference, slug)
  return session && publishedAt(db, { conference, session: session.id })
}

/** The statements in which a pledge was announced. */
export async function publishedAnnouncing(db: Reading, pledge: PledgeId): Promise<Published[]> {
  const all: Published[] = []
  for (const { conference, speech } of await announcing(db, pledge)) {
    const found = await publishedAt(db, { conference, speech })
    if (found && found.statements.length > 0) all.push(found)
  }
  return all
}

const firstDay = ({ dates }: Outline) => dates?.first ?? ''
