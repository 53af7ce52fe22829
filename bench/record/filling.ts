import pg from 'pg'
import { indexed } from '../../src/features/pledges/keeping/save.commands.ts'
import { CHANNEL } from '../../src/platform/command/notices.ts'
import { readKeys } from '../../src/platform/database/embedded/cluster.ts'
import { placeOf } from '../../src/platform/database/embedded/place.ts'
import { addressOf } from '../../src/platform/database/embedded/server.ts'
import { type Invented, inventedPledges } from './invented.ts'

/** Pledges that are written in one statement. */
const AT_ONCE = 1000

/** The address of the database of a Plenum that runs in a home folder. */
export const addressOfDatabase = (home: string): string =>
  addressOf(readKeys(placeOf(home)), 'plenum')

/** Connects to it as its owner. */
export async function connectTo(home: string): Promise<pg.Client> {
  const client = new pg.Client(addressOfDatabase(home))
  await client.connect()
  return client
}

/** The pledges that everybody may see: those that lists, counts and files are made of. */
export async function countListed(home: string): Promise<number> {
  const client = await connectTo(home)
  try {
    const { rows } = await client.query('select count(*)::int as pledges from pledge where listed')
    return rows[0].pledges
  } finally {
    await client.end()
  }
}

/**
 * Writes that many invented pledges beside those that ship, and everything that is worked out from them by the very
 * functions that work it out when a pledge is saved. It goes past the commands, for a hundred thousand of them would
 * take minutes (that way is measured by itself): the tables are as the importer would leave them, vacuumed.
 */
export async function fill(home: string, count: number): Promise<void> {
  const client = await connectTo(home)
  try {
    const { rows } = await client.query(`select indexdef, indexrelid::regclass as name
      from pg_index join pg_indexes on indexname = indexrelid::regclass::text
      where indrelid = 'pledge'::regclass and not indisunique`)
    for (const { name } of rows) await client.query(`drop index ${name}`)
    for (const pledges of batchesOf(inventedPledges(count))) await write(client, pledges)
    for (const { indexdef } of rows) await client.query(indexdef)
    await client.query(`insert into pledge_facet (facet, pledges)
      select facet, count(*) from pledge, unnest(facets) as facet group by facet
      on conflict (facet) do update set pledges = excluded.pledges`)
    for (const table of ['pledge', 'pledge_event', 'pledge_version', 'pledge_facet']) {
      await client.query(`vacuum (analyze) ${table}`)
    }
    await client.query('select pg_notify($1, $2)', [CHANNEL, '{"topics":["pledges"]}'])
  } finally {
    await client.end()
  }
}

function* batchesOf<One>(all: Iterable<One>): Generator<One[]> {
  let batch: One[] = []
  for (const one of all) {
    batch.push(one)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** Columns of JSON, each row of them a record. */
const rowsOf = (rows: readonly object[]) => [JSON.stringify(rows)]

async function write(client: pg.Client, pledges: readonly Invented[]): Promise<void> {
  await client.query(
    `with next as (update pledge_ledger set change = change + 1 returning change)
    insert into pledge (id, conference, lead, state, audience, announced_on, as_of, version, terms, facets, words,
      reported_on, change)
    select id, conference, lead, state, audience, "announcedOn", "asOf", version, terms, facets,
      array_to_tsvector(words), "reportedOn", (select change from next)
    from jsonb_to_recordset($1) as (id text, conference text, lead text, state text, audience text,
      "announcedOn" text, "asOf" date, version int, terms jsonb, facets text[], words text[], "reportedOn" date)`,
    rowsOf(
      pledges.map(({ entry, before }) => {
        const { conference, lead } = entry.terms
        const record = { ...entry, conference, lead, version: before ? 2 : 1 }
        return { ...record, ...indexed(record, entry) }
      }),
    ),
  )
  await client.query(
    `insert into pledge_event (pledge, axis, position, "on", audience, content, recorded_at, recorded_by)
    select pledge, axis, position, "on", audience, content, now(), 'system/bench'
    from jsonb_to_recordset($1) as (pledge text, axis text, position int, "on" text, audience text, content jsonb)`,
    rowsOf(
      pledges.flatMap(({ entry }) =>
        (['delivery', 'readiness'] as const).flatMap((axis) =>
          entry[axis].map((content, at) => ({
            ...content,
            pledge: entry.id,
            axis,
            position: at + 1,
            content,
          })),
        ),
      ),
    ),
  )
  await client.query(
    `insert into pledge_version (pledge, version, replaced_at, replaced_by, why, content)
    select pledge, 1, now(), 'system/bench', why, content
    from jsonb_to_recordset($1) as (pledge text, why jsonb, content jsonb)`,
    rowsOf(
      pledges.flatMap(({ entry: { id, delivery, readiness }, before }) =>
        before ? [{ pledge: id, why: WHY, content: { terms: before, delivery, readiness } }] : [],
      ),
    ),
  )
}

const WHY = { original: 'en', in: { en: { value: 'Another amount', status: 'authentic' } } }
