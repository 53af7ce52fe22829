import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { FEATURES } from '../../app.ts'
import { manualClock } from '../../testing/clock.ts'
import { cloneDatabase, emptyDatabase } from '../../testing/database/database.ts'
import { migrationsOf } from '../database/migrations.ts'
import { backUpDaily, type Daily } from './daily.ts'
import { lastBackups } from './results.ts'

const database = await cloneDatabase()
const folders: string[] = []
afterAll(async () => {
  await database.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

let daily: Daily
let clock: ReturnType<typeof manualClock>
beforeEach(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plenum-daily-'))
  folders.push(folder)
  clock = manualClock('2026-11-26T02:40:05Z')
  daily = {
    ...{ url: database.url, folder, keep: 14, passphrase: undefined, clock },
    ...{ migrations: migrationsOf(FEATURES), notes: database.write },
  }
})

const SLOT = Temporal.Instant.from('2026-11-26T02:40:00Z')
const NAME = 'plenum-20261126T024000Z.tar.zst'
const there = async () => (await readdir(daily.folder)).sort()
const put = (...names: string[]) =>
  Promise.all(names.map((name) => writeFile(join(daily.folder, name), 'x')))
const noted = async () =>
  (await lastBackups(database.write, 100)).find(({ file }) => file.startsWith(daily.folder))

describe('the daily backup', () => {
  it('is taken, read back, and noted', async () => {
    await backUpDaily(SLOT, daily)
    expect(await there()).toEqual([NAME])
    const { size, ...result } = {
      size: (await readFile(join(daily.folder, NAME))).length,
      ...(await noted()),
    }
    expect(result).toEqual({
      file: join(daily.folder, NAME),
      ...{ begunAt: clock.now(), endedAt: clock.now() },
      ...{ bytes: size, rows: expect.any(Number), encrypted: false, checked: true, trouble: null },
    })
  })

  it('makes its folder, and asked again under the same day takes no second one', async () => {
    daily = { ...daily, folder: join(daily.folder, 'deep', 'below') }
    await backUpDaily(SLOT, daily)
    const before = await readFile(join(daily.folder, NAME))
    await backUpDaily(SLOT, daily)
    expect((await readFile(join(daily.folder, NAME))).equals(before)).toBe(true)
    expect(await there()).toEqual([NAME])
  })

  it('lets go what is older than it is kept, and nothing else', async () => {
    const kept = [
      'plenum-20261112T024006Z.tar.zst',
      'plenum-20261125T024000Z.tar.zst.encrypted',
      'plenum-20261125T024000Z.tar.zst.0a1b2c3d.unfinished',
      'plenum-20261226T024000Z.tar.zst',
      'holiday-20200101T024000Z.jpg',
    ]
    await put(...kept)
    await put('plenum-20261112T024004Z.tar.zst', 'plenum-20200101T024000Z.tar.zst.encrypted')
    await put('plenum-20261124T024000Z.tar.zst.0a1b2c3e.unfinished')
    await backUpDaily(SLOT, daily)
    expect(await there()).toEqual([...kept, NAME].sort())
  })

  it('lets go nothing while no newer one is good, and says why', async () => {
    await put('plenum-20200101T024000Z.tar.zst')
    await put(NAME)
    await expect(backUpDaily(SLOT, daily)).rejects.toThrow('is no backup of Plenum')
    expect(await there()).toEqual(['plenum-20200101T024000Z.tar.zst'])
    await backUpDaily(SLOT, daily)
    expect(await there()).toEqual([NAME])
  })

  it('says why it cannot be', async () => {
    const empty = await emptyDatabase()
    const nothing = 'There is nothing of Plenum in this database that could be backed up.'
    await expect(backUpDaily(SLOT, { ...daily, url: empty.url })).rejects.toThrow(nothing)
    await empty.close()
    expect(await noted()).toMatchObject({ endedAt: clock.now(), checked: false, trouble: nothing })
    await writeFile(join(daily.folder, 'taken'), '')
    const below = { ...daily, folder: join(daily.folder, 'taken', 'below') }
    await expect(backUpDaily(SLOT, below)).rejects.toThrow(
      'of BACKUP_FOLDER cannot be made (ENOTDIR)',
    )
  })
})
