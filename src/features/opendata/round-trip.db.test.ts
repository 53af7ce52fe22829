import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, OPERATOR } from '../../kernel/actor.ts'
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
import { paperBy } from '../../testing/delegations/files.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe } from '../floor/deeds/asking.commands.ts'
import { beginSession, endFloor, giveFloor } from '../floor/deeds/running.commands.ts'
import { takePreset } from '../floor/deeds/settings.commands.ts'
import {
  draftAssessment,
  publishAssessment,
  sendAssessment,
} from '../followup/assessments/commands.ts'
import { commentAssessment, reply } from '../followup/replies/commands.ts'
import { reportProgress } from '../followup/reports/commands.ts'
import { openRound } from '../followup/reports/rounds.commands.ts'
import { amendPledge, confirmPledge, withdrawPledge } from '../pledges/commands.ts'
import type { PledgeId } from '../pledges/model.ts'
import { recordsOf } from '../pledges/queries.ts'
import { changeSession } from '../programme/commands.ts'
import { draftOf } from '../programme/queries.ts'
import { release, reportDelay } from '../programme/release.commands.ts'
import { confirmStatement } from '../statements/deeds/confirm.commands.ts'
import { deposit } from '../statements/deeds/deposit.commands.ts'
import { RELEASE, releaseStatement } from '../statements/deeds/release.commands.ts'
import { statementOf } from '../statements/queries.ts'

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

/** The files whose bytes are not those of the first archive. */
const differing = (again: Map<string, Buffer>) =>
  [...new Set([...files.keys(), ...again.keys()])].filter(
    (name) => name !== 'loaded.ndjson' && !files.get(name)?.equals(again.get(name) ?? Buffer.of()),
  )

/** Every file of one form, in a folder. */
async function laidOut(ending: string): Promise<string[]> {
  const paths: string[] = []
  await mkdir(join(folder, 'files'), { recursive: true })
  for (const [name, bytes] of files) {
    if (name.startsWith('files/')) await writeFile(join(folder, name), bytes)
    if (!/^(?:data|json)\//.test(name) || !name.endsWith(`.${ending}`)) continue
    const path = join(folder, basename(name))
    await writeFile(path, bytes)
    paths.push(path)
  }
  return paths
}

/** What people did since: texts that spreadsheets run, wordings, dates and numbers that no file ships. */
async function peopleAtWork(w: World): Promise<void> {
  const { perform, read, clock } = w
  const note = {
    original: 'ar',
    in: {
      ar: { value: '=تعهد، «نص»\r\n+1\n\t@', status: 'authentic' },
      en: { value: `''-1, "quoted", 'single'\u2028;`, status: 'translated' },
    },
  } as const
  const id = 'KOR-2021-01' as PledgeId
  const [before] = await recordsOf(read, [id])
  const terms = {
    ...before?.terms,
    note,
    words: '@SUM(A1)\n"x"',
    audiences: { until: 'secretariat' },
  }
  await perform(OPERATOR, amendPledge as never, { pledge: id, terms, why: note })
  clock.advance({ hours: 3 })
  const korea = { role: 'focal-point', conference: '*', party: 'KOR' } as const
  const speaker: Actor = { kind: 'account', id: 'korea', grants: [korea] }
  await perform(speaker, confirmPledge as never, { pledge: id, party: 'KOR' })
  await sayWhatBecame({ perform, clock }, speaker)
  await perform(OPERATOR, withdrawPledge as never, { pledge: 'CAN-2017-02', note })
  const [session] = (await draftOf(read, 'seoul2021')).filter(({ slug }) => slug === 'session-1')
  const of = { conference: 'seoul2021', session: session?.id }
  await perform(OPERATOR, changeSession as never, { ...of, to: { note } })
  await perform(OPERATOR, release as never, { conference: 'seoul2021', note })
  clock.advance({ minutes: 7 })
  await perform(OPERATOR, reportDelay as never, { ...of, minutes: 12 })
  await perform(OPERATOR, takePreset as never, { ...of, preset: 'un-plenary' })
  const name = `=1+1 «${note.in.ar.value}»`.replace(/[\r\n\t]/g, ' ')
  const asking = { party: 'KOR', onBehalfOf: '-2', speaker: { name, latinName: 'Name' } }
  const file = await paperBy(w, OPERATOR, 'بيان, "1".pdf')
  const files = [{ language: 'ar', file }]
  const { answer } = await perform(OPERATOR, inscribe as never, { ...of, ...asking })
  await speak({ perform, read, clock }, { ...of, speech: String(answer.speech) }, files)
}

/** A speech, and the statement that was deposited for it, with its papers. */
async function speak(
  { perform, read, clock }: Pick<World, 'perform' | 'read' | 'clock'>,
  { speech, ...of }: { speech: string },
  files: readonly object[],
): Promise<void> {
  const text = {
    original: 'ar',
    in: { ar: { value: '=السيد الرئيس،\r\n"1"', status: 'authentic' } },
  }
  await perform(OPERATOR, deposit as never, { ...of, speech, text, files })
  await perform(OPERATOR, beginSession as never, of)
  await perform(OPERATOR, giveFloor as never, of)
  clock.advance({ seconds: 90 })
  await perform(OPERATOR, endFloor as never, of)
  await perform(OPERATOR, confirmStatement as never, { ...of, speech, pledges: [] })
  const at = (await statementOf(read, speech as never))?.releaseAt
  clock.advance({ minutes: 2 })
  await perform(RELEASE, releaseStatement as never, { ...of, speech, at: `${at}` })
}

/** Reports, of which one is not for everybody, an assessment, and a reply to the last report. */
async function sayWhatBecame(
  { perform, clock }: Pick<World, 'perform' | 'clock'>,
  korea: Actor,
): Promise<void> {
  const en = (value: string) => ({ original: 'en', in: { en: { value, status: 'authentic' } } })
  const of = { pledge: 'KOR-2021-01', party: 'KOR' }
  const round = { id: 'seoul2021-2026', due: '2027-01-01', conferences: ['seoul2021'] }
  await perform(OPERATOR, openRound as never, { ...round, name: en('Five years on') })
  const told = { stage: 'partly-delivered', on: '2026-09', note: en('=Six') }
  const quantity = { value: 7, unit: 'helicopter', currency: null }
  const hidden = { ...told, audiences: { stage: 'parties' } }
  await perform(korea, reportProgress as never, { ...of, told: hidden })
  const open = { ...told, on: '2026-10', quantity, dates: { from: '2023-12', until: null } }
  await perform(korea, reportProgress as never, { ...of, round: round.id, told: open })
  const reviewer: Actor = {
    kind: 'account',
    id: 'r',
    grants: [{ role: 'reviewer', conference: '*' }],
  }
  const finding = {
    ...{ point: 'limited', codebook: '1.0', asOf: '2026-10-01', reviewer: 'R. Viewer' },
    evidence: [{ publisher: 'R', url: 'https://r.test', date: null, grade: 'B' }],
    reasons: en('Six of sixteen'),
  }
  const { answer } = await perform(reviewer, draftAssessment as never, {
    pledge: of.pledge,
    finding,
  })
  const { assessment } = answer
  await perform(reviewer, sendAssessment as never, { assessment })
  await perform(korea, commentAssessment as never, {
    assessment,
    party: 'KOR',
    words: en('More follows'),
  })
  clock.advance({ hours: 31 * 24 })
  await perform(reviewer, publishAssessment as never, { assessment })
  const last = { kind: 'event', id: `KOR-2021-01/delivery/${LAST_REPORT}` }
  await perform(korea, reply as never, {
    subject: last,
    party: 'KOR',
    kind: 'comment',
    words: en('-7'),
  })
}
/** Behind the shipped ones and the one that is not for everybody. */
const LAST_REPORT = 9

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-data-'))
  first = await world({ shipped: true })
  first.clock.turnTo(NOW.subtract({ hours: 40 * 24 }))
  await peopleAtWork(first)
  first.clock.turnTo(NOW)
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

  it('holds the papers of public statements, as they were handed in', () => {
    const paths = [...files.keys()].filter((name) => name.startsWith('files/'))
    expect(paths).toEqual([expect.stringMatching(/^files\/[0-9a-f-]{36}\.pdf$/)])
    expect(
      files
        .get(paths[0] ?? '')
        ?.subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
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
        expect(differing(again)).toEqual([])
        const journal = await second.read.selectFrom('journal').select('seq').execute()
        expect(await take(second, ...paths)).toMatchObject({ done: 0 })
        expect(await second.read.selectFrom('journal').select('seq').execute()).toEqual(journal)
        // An archive knows which facts were loaded: a start loads nothing over what people changed since.
        if (ending === 'zip') expect(await loadShipped({ ...second, folder: 'data' })).toBe(0)
      } finally {
        await second.close()
      }
    },
    180_000,
  )
})
