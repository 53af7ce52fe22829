import type pg from 'pg'
import { FEATURES } from '../../app.ts'
import { createPerformAll } from '../../platform/command/many/perform-all.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { createOutbox } from '../../platform/jobs/outbox.ts'
import { loadShipped } from '../../platform/shipped/load.ts'
import { manualClock } from '../clock.ts'
import {
  addressOf,
  asMaker,
  type ClonedDatabase,
  cloneOf,
  nameOfTemplate,
} from '../database/database.ts'

const LOADED = 'plenum_loaded'
const LOADING = 'plenum_loading'

/** Any number: of the workers of a run, only one loads at a time. */
const LOCK = 1

/**
 * Clones the template in which everything that ships is loaded, as of an instant. Whoever needs it first makes it, once
 * for all tests of a run.
 */
export async function cloneShipped(at: string): Promise<ClonedDatabase> {
  await asMaker(async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    if (!(await exists(client))) await make(client, at)
  })
  return cloneOf(LOADED)
}

async function exists(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select from pg_database where datname = $1', [LOADED])
  return rows.length > 0
}

/** Under another name until it is done, so that a template that is there is whole. */
async function make(client: pg.Client, at: string): Promise<void> {
  await client.query(`drop database if exists ${LOADING} with (force)`)
  await client.query(`create database ${LOADING} template ${nameOfTemplate()}`)
  const url = addressOf(LOADING)
  const database = openDatabase({ url })
  const outbox = createOutbox(url, FEATURES)
  try {
    const performAll = createPerformAll({
      database,
      features: FEATURES,
      clock: manualClock(at),
      outbox,
    })
    await loadShipped({ database, features: FEATURES, performAll, folder: 'data' })
  } finally {
    await outbox.stop()
    await database.close()
  }
  await client.query(`alter database ${LOADING} rename to ${LOADED}`)
}
