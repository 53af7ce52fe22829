import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../../platform/database/database.ts'

/** A database of one test file's own. */
export interface ClonedDatabase extends Database {
  /** Its address, for a second process or connection. */
  readonly url: string
}

/** Clones the migrated template: every table stands, and nothing is in it. */
export const cloneDatabase = (): Promise<ClonedDatabase> => cloneOf(nameOfTemplate())

/** A database without any table of ours. */
export const emptyDatabase = (): Promise<ClonedDatabase> => cloneOf('template1')

/** A copy of the database of this name, to which nobody is connected. */
export async function cloneOf(template: string): Promise<ClonedDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await asMaker((client) => client.query(`create database ${name} template ${template}`))
  const url = addressOf(name)
  return { ...openDatabase({ url }), url }
}

/** The name of the migrated template. */
export const nameOfTemplate = (): string => new URL(inject('template')).pathname.slice(1)

/** The address of the database of a name, beside the template. */
export const addressOf = (name: string): string => new URL(`/${name}`, inject('template')).href

/** Does something on a connection that may make databases. */
export async function asMaker<Answer>(deed: (client: pg.Client) => Promise<Answer>) {
  const client = new pg.Client(addressOf('postgres'))
  await client.connect()
  try {
    return await deed(client)
  } finally {
    await client.end()
  }
}
