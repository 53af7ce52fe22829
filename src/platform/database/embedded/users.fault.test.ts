import { chmodSync, chownSync, existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { endProcesses, type StartOptions, startProcess } from '../../../testing/processes.ts'
import { canEnter, identityFor } from './identity.ts'
import { placeOf } from './place.ts'

const WRITER = 'src/testing/faults/writer.ts'
const isRoot = process.getuid?.() === 0
const unprivileged = isRoot ? identityFor('/nowhere') : {}
/** A user whom root lends must reach this tree; below a closed home nobody can. */
const openTree = canEnter(unprivileged, import.meta.dirname)

const homes: string[] = []

async function freshHome(mode: number, owner = unprivileged) {
  const home = await mkdtemp(join(tmpdir(), 'plenum-user-'))
  if (owner.uid !== undefined) chownSync(home, owner.uid, owner.gid as number)
  chmodSync(home, mode)
  homes.push(home)
  return home
}

async function serveOnce(home: string, options: StartOptions = {}) {
  const writer = startProcess([WRITER, home], options)
  await writer.said(/^wrote /)
  writer.kill('SIGTERM')
  expect(await writer.ended()).toBe(0)
  return writer.lines.filter((line) => !/^(found|wrote) /.test(line))
}

const asUnprivileged: StartOptions = { uid: unprivileged.uid, gid: unprivileged.gid }

afterEach(() => {
  endProcesses()
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true })
})

describe.runIf(isRoot)('started by root', () => {
  it('runs PostgreSQL as another user, in the home folder where that user can enter', async () => {
    const home = await freshHome(0o755, {})
    expect(await serveOnce(home)).toEqual(['Making the database, once.'])
    expect(statSync(join(home, 'postgres/data')).uid).toBe(unprivileged.uid)
    expect(statSync(join(home, 'database.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(home, 'database.json')).uid).toBe(0)
  })

  it('keeps data elsewhere, and says so, where the home is closed to that user', async () => {
    const home = await freshHome(0o700, {})
    const { folder } = placeOf(home)
    try {
      const moved = `PostgreSQL runs as another user than root, who cannot enter ${home}: its data are in ${folder}.`
      expect(folder).toMatch(/^\/var\/lib\/plenum\/[0-9a-f]{16}\/postgres$/)
      expect(await serveOnce(home)).toEqual([moved, 'Making the database, once.'])
      expect(existsSync(join(home, 'postgres'))).toBe(false)
      chmodSync(home, 0o755)
      expect(await serveOnce(home)).toEqual([moved])
    } finally {
      rmSync(join(folder, '..'), { recursive: true, force: true })
    }
  })
})

describe.runIf(openTree)('started by a user without rights', () => {
  it('serves from a home of mode 0700', async () => {
    const home = await freshHome(0o700)
    expect(await serveOnce(home, asUnprivileged)).toEqual(['Making the database, once.'])
    expect(await serveOnce(home, asUnprivileged)).toEqual([])
  })

  it('is not stopped by the note of a dead server whose number another process has now', async () => {
    const home = await freshHome(0o700)
    await serveOnce(home, asUnprivileged)
    const stranger = startProcess(['-e', 'setInterval(() => {}, 1000)'], asUnprivileged)
    const note = join(home, 'postgres/data/postmaster.pid')
    writeFileSync(note, `${stranger.child.pid}\n${join(home, 'postgres/data')}\n`)
    expect(await serveOnce(home, asUnprivileged)).toEqual([])
  })

  it('is told in a sentence when the home cannot be written', async () => {
    const home = await freshHome(0o555)
    const inside = join(home, 'plenum')
    const writer = startProcess([WRITER, inside], asUnprivileged)
    expect(await writer.ended()).toBe(1)
    expect(writer.lines).toEqual([
      `CannotStart: The folder ${inside} cannot be written (EACCES): let this user write to it, or name another by PLENUM_HOME.`,
    ])
  })
})
