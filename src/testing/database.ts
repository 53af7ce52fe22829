import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../platform/database/database.ts'

/** A database of one test file's own. */
export interface ClonedDatabase extends Database {
  /** Its address, for a second process or connection. */
  readonly url: string
}

/** Clones the migrated template: every table stands, and nothing is in it. */
export async function cloneDatabase(): Promise<ClonedDatabase> {
  const template = new URL(inject('template'))
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(new URL('/postgres', template).href)
  await client.connect()
  try {
    await client.query(`create database ${name} template ${template.pathname.slice(1)}`)
  } finally {
    await client.end()
  }
  const url = new URL(`/${name}`, template).href
  return { ...openDatabase({ url }), url }
}
