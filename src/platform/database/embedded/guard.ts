import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { type Cluster, readKeys } from './cluster.ts'
import { connectAsRoot } from './server.ts'

/** Any number; whoever holds this lock of the server owns the data folder. */
const LOCK = 7_536_861_100

/** A killed owner's connection is closed by the kernel, but the server needs a moment to notice. */
const MOMENTS = 15
const MOMENT = 200

/** Who owns the folder: us, by a connection that lasts as long as we live, or another process. */
export type Guard = { client: pg.Client } | { otherProcess: string }

/**
 * Claims the data folder for this process. The claim is a session lock of the server, so it ends with the process
 * however it ends, and no stale file can keep the next start out.
 *
 * @param isPatient whether to wait for the end of an owner who may just have been killed.
 */
export async function claim(cluster: Cluster, isPatient: boolean): Promise<Guard> {
  const client = await connectAsRoot(readKeys(cluster))
  await client.query(`set application_name = 'plenum ${process.pid}'`)
  for (let moment = 1; ; moment += 1) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as ours', [LOCK])
    if (rows[0].ours) return { client }
    if (!isPatient || moment === MOMENTS) break
    await sleep(MOMENT)
  }
  const { rows } = await client.query(
    `select application_name from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and granted and (classid::int8 << 32) + objid::int8 = $1`,
    [LOCK],
  )
  await client.end()
  return { otherProcess: rows[0]?.application_name.replace(/\D/g, '') ?? 'unknown' }
}
