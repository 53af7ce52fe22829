import type { Actor } from '../../../kernel/actor.ts'
import type { FileId, PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revised } from '../../../kernel/wording/texts.ts'
import type { Topic, Writing } from '../../../platform/command/command.ts'
import { claimFiles } from '../../../platform/files/uploads.ts'
import { type Conference, mustBeSound, PAPER_KINDS, partiesOf, type Series } from '../model.ts'
import { outlineOf } from '../outline.ts'
import { conferenceWithSeries, seriesById } from '../queries.ts'
import type { Made } from './made.ts'

/** What a decision about a conference looks at. */
export interface Known {
  stored: Awaited<ReturnType<typeof conferenceWithSeries>>
  series: Series | null
  parties: ReadonlySet<PartyCode>
}

/** A record as it is from now on, and what it replaces. */
export interface Change {
  record: Conference
  replaces: Known['stored']
  made: Made
  /** The version that an archive states. */
  version?: number | null
  /** What the shipped file says, where it was loaded. */
  loaded?: Conference
  /** Whether the record is another than before; else only what was loaded is noted. */
  isNews?: boolean
  /** Files that the deed makes a part of the record, and who handed them in. */
  claims?: { by: Actor; files: readonly FileId[] }
}

/** Reads what is known of a conference, of its series, and which of some parties there are. */
export async function conferenceKnown(
  db: Writing,
  { id, series }: { id: string; series?: string },
  parties: readonly PartyCode[],
): Promise<Known> {
  const stored = await conferenceWithSeries(db, id)
  const named = [...parties, ...(stored ? partiesOf(stored.conference) : [])]
  return {
    stored,
    series: series === undefined ? (stored?.series ?? null) : await seriesById(db, series),
    parties: await knownParties(db, [...new Set(named)]),
  }
}

/** A record that is sound and says something new; null where everything is as it was. */
export function changed(
  { stored, series, parties }: Known,
  given: Conference,
  made: Made,
): Change | null {
  const record = revised(stored?.conference, given)
  must(series, 'conferences.unknown-series')
  for (const party of partiesOf(record)) {
    must(parties.has(party), 'conferences.unknown-party', { code: party })
  }
  mustBeSound(record, series)
  return same(stored?.conference, record) ? null : { record, replaces: stored, made }
}

/** The new record takes the place of the old one, which is kept as a version. */
export async function saveRecord(db: Writing, change: Change): Promise<void> {
  const { record, replaces, made, version, loaded, isNews = true, claims } = change
  const noted = loaded && { loaded: JSON.stringify(loaded) }
  if (!isNews && noted) {
    await db.updateTable('conference').set(noted).where('id', '=', record.id).execute()
    return
  }
  const outline = outlineOf(record)
  const { id, series, parent, zone, dates } = outline
  const row = {
    ...{ series, parent, zone },
    starts: dates?.first ?? null,
    ends: dates?.last ?? dates?.first ?? null,
    outline: JSON.stringify(outline),
    record: JSON.stringify(record),
    version: version ?? (replaces?.version ?? 0) + 1,
    ...{ deed: made.deed, madeBy: made.by, madeAt: made.at },
    ...noted,
  }
  if (claims) {
    const owner = `conference/${record.id}`
    await claimFiles(db, claims.files, { by: claims.by, owner, accepts: PAPER_KINDS })
  }
  if (replaces) await keepVersion(db, id, replaces.version, made.at)
  await db
    .insertInto('conference')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute()
}

async function keepVersion(db: Writing, id: string, version: number, replacedAt: Temporal.Instant) {
  const { record, deed, madeBy, madeAt } = await db
    .selectFrom('conference')
    .select(['record', 'deed', 'madeBy', 'madeAt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('conferenceVersion')
    .values({
      ...{ conference: id, version, replacedAt, deed, madeBy, madeAt },
      record: JSON.stringify(record),
    })
    .execute()
}

/** What pages show of a conference, and of the one that it prepares. */
export const touchedBy = ({ id, parent }: Pick<Conference, 'id' | 'parent'>): Topic[] => [
  'conferences',
  `conferences/${id}`,
  ...(parent ? [`conferences/${parent}`] : []),
]

async function knownParties(db: Writing, codes: readonly PartyCode[]): Promise<Set<PartyCode>> {
  if (codes.length === 0) return new Set()
  const rows = await db.selectFrom('party').select('code').where('code', 'in', codes).execute()
  return new Set(rows.map((row) => row.code))
}
