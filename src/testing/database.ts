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
export const cloneDatabase = (): Promise<ClonedDatabase> =>
  createFrom(new URL(inject('template')).pathname.slice(1))

/** A database without any table of ours. */
export const emptyDatabase = (): Promise<ClonedDatabase> => createFrom('template1')

async function createFrom(template: string): Promise<ClonedDatabase> {
  const address = inject('template')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(new URL('/postgres', address).href)
  await client.connect()
  try {
    await client.query(`create database ${name} template ${template}`)
  } finally {
    await client.end()
  }
  const url = new URL(`/${name}`, address).href
  return { ...openDatabase({ url }), url }
}
