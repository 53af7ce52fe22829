import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import type { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Audience } from '../../kernel/people/audience.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Party } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { namesakesOf, recordOf } from '../pledges/queries.ts'
import { partiesOf as partiesIn } from '../pledges/shares.model.ts'
import type { Namesake } from '../pledges/terms/public.ts'
import type { Assessment } from './assessments/model.ts'
import { assessmentsOf } from './assessments/queries.ts'
import { audiencesOf } from './known.queries.ts'
import type { Observation } from './observations/model.ts'
import { observationsOf, observationsOn, statementsOn } from './observations/queries.ts'
import { readerOf } from './reader.ts'
import type { Reply } from './replies/model.ts'
import { repliesTo } from './replies/queries.ts'
import { repliesShown } from './replies/shown.ts'
import type { Report, ReportFile } from './reports/model.ts'
import { filesSeenBy, reportsBy, reportsOf } from './reports/queries.ts'

/** What a section shows, and all that it calls by name. */
export interface Heard {
  observations: Observation[]
  reports: Report[]
  /** Files that came with the reports. */
  files: ReportFile[]
  assessments: Assessment[]
  replies: Reply[]
  parties: ReadonlyMap<PartyCode, Party>
  pledges: ReadonlyMap<PledgeId, Namesake>
}

type Said = Omit<Heard, 'parties' | 'pledges'>

const named = ({ observations, reports, assessments, replies }: Said): PartyCode[] => [
  ...observations.flatMap(({ by, parties }) => [...by, ...parties]),
  ...reports.map(({ party }) => party),
  ...assessments.flatMap(({ party }) => party ?? []),
  ...replies.map(({ party }) => party),
]

const withNames = async (db: Reading, said: Said, pledges: Heard['pledges']): Promise<Heard> => ({
  ...said,
  pledges,
  parties: await partiesOf(db, [...new Set(named(said))]),
})

/** To which audience of a pledge somebody belongs; whoever has no rights is not looked up. */
async function readerOfPledge(db: Reading, actor: Actor, id: PledgeId): Promise<Audience> {
  if (actor.grants.length === 0 || actor === ANONYMOUS) return 'public'
  const record = await recordOf(db, id)
  if (!record) return 'public'
  return readerOf(actor, {
    conference: record.conference,
    parties: partiesIn(record.terms.shares),
  })
}

/** Everybody who says something of a pledge, as far as the reader may know. */
export const voicesOf = async (db: Reading, pledge: PledgeId, actor: Actor): Promise<Heard> =>
  voicesFor(db, pledge, await readerOfPledge(db, actor, pledge))

/** The same for whoever belongs to an audience of the pledge. */
export async function voicesFor(db: Reading, pledge: PledgeId, reader: Audience): Promise<Heard> {
  const observations = await observationsOf(db, pledge, reader)
  const reports = await reportsOf(db, pledge, reader)
  const files = reports.length === 0 ? [] : await filesSeenBy(db, pledge, reader)
  const assessments = await assessmentsOf(db, pledge, reader)
  const replies = await repliesTo(
    db,
    { pledge, observations: observations.map(({ id }) => id) },
    reader,
  )
  const events = replies.some(({ subject }) => subject.kind === 'event')
    ? await eventsOf(db, pledge, reader)
    : new Set<string>()
  const said = {
    observations,
    reports,
    files,
    assessments,
    replies: repliesShown(replies, { observations, assessments, events }),
  }
  const others = observations.flatMap(({ pledges }) => pledges).filter((id) => id !== pledge)
  return withNames(db, said, await pledgesNamed(db, others))
}

const pledgesNamed = async (db: Reading, ids: readonly PledgeId[]): Promise<Heard['pledges']> =>
  new Map((await namesakesOf(db, [...new Set(ids)])).map((one) => [one.id, one]))

/** The identifiers of what was reported of a pledge, as far as a reader may see it. */
async function eventsOf(db: Reading, pledge: PledgeId, reader: Audience): Promise<Set<string>> {
  const rows = await db
    .selectFrom('pledgeEvent')
    .select(['axis', 'position'])
    .where('pledge', '=', pledge)
    .where('audience', 'in', audiencesOf(reader))
    .execute()
  return new Set(rows.map(({ axis, position }) => `${pledge}/${axis}/${position}`))
}

/** What is said by and of a party; null where nothing is. */
export async function statementsOf(db: Reading, party: PartyCode): Promise<Heard | null> {
  const { statements, pledges } = await statementsOn(db, party)
  const reports = await reportsBy(db, party)
  if (statements.length === 0 && reports.length === 0) return null
  const unnamed = reports.map(({ pledge }) => pledge).filter((id) => !pledges.has(id))
  const said = {
    observations: statements,
    reports,
    files: [],
    assessments: [],
    replies: await repliesTo(db, { observations: statements.map(({ id }) => id) }),
  }
  return withNames(db, said, new Map([...pledges, ...(await pledgesNamed(db, unnamed))]))
}

/** What is said of an edition as a whole, or of a state at it; null where nothing is. */
export async function statementsAt(db: Reading, conference: ConferenceId): Promise<Heard | null> {
  const observations = await observationsOn(db, conference)
  if (observations.length === 0) return null
  const replies = await repliesTo(db, { observations: observations.map(({ id }) => id) })
  return withNames(
    db,
    { observations, reports: [], files: [], assessments: [], replies },
    new Map(),
  )
}
