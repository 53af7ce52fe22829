import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKeys } from '../platform/database/embedded/cluster.ts'
import { placeOf } from '../platform/database/embedded/place.ts'
import { addressOf } from '../platform/database/embedded/server.ts'
import { oldServer } from './faults/old-server.ts'
import { endProcesses, startProcess } from './processes.ts'
import { BUILT, freshHome, serveBuilt } from './served.ts'

let home: string
let spare: string
let running: Awaited<ReturnType<typeof serveBuilt>>
/** Another database of the running server. */
let named: (database: string) => string

beforeAll(async () => {
  home = await freshHome()
  spare = await freshHome()
  running = await serveBuilt(home)
  const keys = readKeys(placeOf(home))
  named = (database) => addressOf(keys, 'plenum', database)
  const root = new pg.Client(addressOf(keys, 'postgres'))
  await root.connect()
  await root.query('create database newer owner plenum')
  await root.query(
    'create database latin owner plenum encoding latin1 locale_provider libc locale "C" template template0',
  )
  await root.query('create database closed')
  await root.end()
})

afterAll(async () => {
  running.kill('SIGTERM')
  await running.ended()
  endProcesses()
  for (const folder of [home, spare]) await rm(folder, { recursive: true, force: true })
})

/** Starts Plenum where something stands in the way, and answers all that it said. */
async function refused(env: Readonly<Record<string, string>>) {
  const process = startProcess([BUILT], { env: { PLENUM_HOME: spare, ...env } })
  const code = await process.ended()
  return { code, said: process.lines }
}

const sentence = (said: string) => ({ code: 1, said: [said] })
const portOf = (server: Server) => (server.address() as AddressInfo).port
const freePort = async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const port = portOf(server)
  server.close()
  return String(port)
}

describe('one plain sentence, and nothing else, says', () => {
  it('which setting is wrong', async () => {
    expect(await refused({ PORT: 'http' })).toEqual(
      sentence('PORT («http») is not a whole number from 1 to 65535: write one, or leave it out.'),
    )
  })

  it('that another Plenum has the folder', async () => {
    expect(await refused({ PORT: await freePort(), PLENUM_HOME: home })).toEqual(
      sentence(
        `Plenum already runs on the folder ${home} (process ${running.child.pid}): stop that one, or set PLENUM_HOME to another folder.`,
      ),
    )
  })

  it('that the port is taken', async () => {
    const { port } = new URL(running.origin)
    expect(await refused({ PORT: port })).toEqual(
      sentence(
        `Port ${port} is taken by another program: stop that one, or set PORT to another number.`,
      ),
    )
  })

  it('that the address is not of this machine', async () => {
    expect(await refused({ PORT: await freePort(), HOST: '192.0.2.1' })).toEqual(
      sentence(
        'HOST («192.0.2.1») is no address of this machine: correct it, or leave it out to listen on all.',
      ),
    )
  })

  it('that the folder cannot be written', async () => {
    const PLENUM_HOME = `${import.meta.filename}/plenum`
    expect(await refused({ PORT: await freePort(), PLENUM_HOME })).toEqual(
      sentence(
        `The folder ${PLENUM_HOME} cannot be written (ENOTDIR): let this user write to it, or name another by PLENUM_HOME.`,
      ),
    )
  })

  it.each([
    [
      'no server answers',
      () => 'postgres://plenum:hidden@127.0.0.1:1/plenum',
      'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED): start it, or correct the address.',
    ],
    [
      'the machine has no such name',
      () => 'postgres://plenum:hidden@plenum.invalid/plenum',
      'DATABASE_URL: no machine is known by the name «plenum.invalid»: correct the address.',
    ],
    [
      'the password is wrong',
      () => named('plenum').replace(/plenum:[^@]+/, 'plenum:hidden'),
      'DATABASE_URL: the server SERVER does not let the user «plenum» in: correct the user or the password.',
    ],
    [
      'the database does not exist',
      () => named('nowhere'),
      'DATABASE_URL: the server SERVER has no database «nowhere»: create it, or correct the name.',
    ],
    [
      'the database is another’s',
      () => named('closed'),
      'The user «plenum» may not create tables in the database «closed»: make it the owner by «alter database closed owner to plenum».',
    ],
    [
      'the database cannot hold all scripts',
      () => named('latin'),
      'The database «latin» is encoded in LATIN1, which cannot hold all languages: create it with «encoding UTF8 template template0».',
    ],
  ])('that %s', async (_case, url, expected) => {
    const DATABASE_URL = url()
    const said = expected.replace('SERVER', new URL(DATABASE_URL).host)
    expect(await refused({ PORT: await freePort(), DATABASE_URL })).toEqual(sentence(said))
  })

  it('that the server is too old', async () => {
    const old = await oldServer('140012')
    const DATABASE_URL = `postgres://plenum@127.0.0.1:${portOf(old)}/plenum`
    expect(await refused({ PORT: await freePort(), DATABASE_URL })).toEqual(
      sentence(
        'DATABASE_URL names a PostgreSQL 14, which is too old: name a PostgreSQL 15 or newer.',
      ),
    )
    old.close()
  })

  it('that what answers is no PostgreSQL', async () => {
    const { port } = new URL(running.origin)
    const DATABASE_URL = `postgres://plenum@127.0.0.1:${port}/plenum`
    const { code, said } = await refused({ PORT: await freePort(), DATABASE_URL })
    expect(code).toBe(1)
    expect(said).toEqual([
      expect.stringMatching(
        `^DATABASE_URL: what answers at 127.0.0.1:${port} does not let us in as a PostgreSQL would .*: correct the address\\.$`,
      ),
    ])
  })

  it('that the database is of a newer Plenum', async () => {
    const DATABASE_URL = named('newer')
    const client = new pg.Client(DATABASE_URL)
    await client.connect()
    await client.query(`create table migration
      (name text primary key, digest text not null, at timestamptz not null default now())`)
    await client.query(`insert into migration values ('programme/29990101-holograms', 'x')`)
    await client.end()
    const { code, said } = await refused({ PORT: await freePort(), DATABASE_URL })
    expect(code).toBe(1)
    expect(said).toEqual([
      `Database: PostgreSQL at ${new URL(DATABASE_URL).host}/newer.`,
      'This is a database of a newer Plenum (it knows the step programme/29990101-holograms): start that version, or name another database by DATABASE_URL or another folder by PLENUM_HOME.',
    ])
  })
})
