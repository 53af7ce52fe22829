import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inSnapshot } from '../../platform/database/snapshot.ts'
import { aboutOf } from '../../platform/dataset/about.ts'
import { printArchive } from '../../platform/dataset/archive/archive.ts'
import { json } from '../../platform/dataset/forms/json.ts'
import type { Complaint } from '../../platform/dataset/import/complaints.ts'
import { importFiles } from '../../platform/dataset/import/import.ts'
import { sourcesOf } from '../../platform/dataset/import/sources.ts'
import { everything, pagesOf } from '../../platform/dataset/pages.ts'
import { datasetsOf } from '../../platform/dataset/registry.ts'
import { loadShipped } from '../../platform/shipped/load.ts'
import { type World, world } from '../../testing/world.ts'

const DAY = '2026-11-26'
const NOW = Temporal.Instant.from(`${DAY}T12:00:00Z`)
const LANGUAGE = 'fr'

let folder: string
let first: World
let files: Map<string, Buffer>

async function gathered(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts)
}

/** Everything that is public: each file of the archive by its path, and each dataset as JSON. */
async function everythingOf({ read, features }: World): Promise<[Map<string, Buffer>, Buffer]> {
  const datasets = datasetsOf(features)
  return inSnapshot(read, async (snapshot) => {
    const archive = await gathered(
      printArchive(snapshot, datasets, {
        ...{ language: LANGUAGE, day: DAY, now: NOW, origin: 'http://plenum.test' },
      }),
    )
    const entries = await new ZipReader(new Uint8ArrayReader(archive)).getEntries()
    const found = new Map<string, Buffer>()
    for (const entry of entries) {
      if (entry.directory) continue
      const name = entry.filename.replace('plenum/', '')
      found.set(name, Buffer.from(await entry.getData(new Uint8ArrayWriter())))
    }
    for (const dataset of datasets.values()) {
      const wish = { ...everything(DAY), language: LANGUAGE } as const
      const total = await dataset.count(snapshot, wish)
      const about = aboutOf(dataset, wish, { address: 'http://plenum.test', total, now: NOW })
      const pages = pagesOf(snapshot, dataset, wish)
      found.set(`json/${dataset.name}.json`, await gathered(json.print({ dataset, about, pages })))
    }
    return [found, archive]
  })
}

async function take(w: World, ...paths: string[]) {
  await using ends = new AsyncDisposableStack()
  const complaints: Complaint[] = []
  const imported = await importFiles(await sourcesOf(paths, ends), {
    ...{ db: w.database.write, performAll: w.performAll, clock: w.clock, features: w.features },
    complain: (complaint) => void complaints.push(complaint),
    onRead: () => undefined,
    onRecorded: () => undefined,
  })
  expect(complaints).toEqual([])
  return imported
}

const digests = (all: Map<string, Buffer>) =>
  Object.fromEntries(
    [...all].map(([name, bytes]) => [name, createHash('sha256').update(bytes).digest('hex')]),
  )

/** Every file of one form, in a folder. */
async function laidOut(ending: string): Promise<string[]> {
  const paths: string[] = []
  for (const [name, bytes] of files) {
    if (!name.endsWith(`.${ending}`) || name === 'datapackage.json') continue
    const path = join(folder, basename(name))
    await writeFile(path, bytes)
    paths.push(path)
  }
  return paths
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-data-'))
  first = await world()
  first.clock.turnTo(NOW)
  await loadShipped({ ...first, folder: 'data' })
  let archive: Buffer
  ;[files, archive] = await everythingOf(first)
  await writeFile(join(folder, 'archive.zip'), archive)
}, 180_000)
afterAll(async () => {
  await first.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the whole archive', () => {
  it('holds every dataset with rows, twice', () => {
    for (const name of datasetsOf(first.features).keys()) {
      const lines = (ending: string) =>
        (files.get(`data/${name}.${ending}`)?.toString() ?? '').split('\n').length - 1
      expect(lines('ndjson'), name).toBeGreaterThan(0)
      expect(lines('csv'), name).toBeGreaterThan(lines('ndjson'))
    }
  })

  it.each(['zip', 'csv', 'ndjson', 'json'])(
    'given back to an empty database as %s is given out again byte by byte',
    async (ending) => {
      const second = await world()
      try {
        second.clock.turnTo(NOW)
        const paths = ending === 'zip' ? [join(folder, 'archive.zip')] : await laidOut(ending)
        const began = performance.now()
        const { read, done } = await take(second, ...paths)
        const seconds = (performance.now() - began) / 1000
        process.stdout.write(`${read} rows of ${ending} taken back in ${seconds.toFixed(1)} s\n`)
        expect(done).toBeGreaterThan(250)
        const [again] = await everythingOf(second)
        expect(digests(again)).toEqual(digests(files))
        // Nothing of it is news to a start that loads the facts that ship.
        const journal = await second.read.selectFrom('journal').select('seq').execute()
        expect(await take(second, ...paths)).toMatchObject({ done: 0 })
        expect(await second.read.selectFrom('journal').select('seq').execute()).toEqual(journal)
        await loadShipped({ ...second, folder: 'data' })
        expect(digests((await everythingOf(second))[0])).toEqual(digests(files))
      } finally {
        await second.close()
      }
    },
    180_000,
  )
})
