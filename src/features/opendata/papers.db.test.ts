import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SessionId } from '../../kernel/ids.ts'
import { inSnapshot } from '../../platform/database/snapshot.ts'
import { printArchive } from '../../platform/dataset/archive/archive.ts'
import { importFiles } from '../../platform/dataset/import/import.ts'
import { sourcesOf } from '../../platform/dataset/import/sources.ts'
import { datasetsOf } from '../../platform/dataset/registry.ts'
import { printZip } from '../../platform/export/zip.ts'
import { paperBy } from '../../testing/delegations/files.ts'
import { focalPoint, holder, SEOUL } from '../../testing/delegations/people.ts'
import { settingsOf } from '../../testing/floor.ts'
import { textIn } from '../../testing/programme.ts'
import { type World, world } from '../../testing/world.ts'
import { inscribe } from '../floor/deeds/asking.commands.ts'
import { beginSession, endFloor, giveFloor } from '../floor/deeds/running.commands.ts'
import { setUp } from '../floor/deeds/settings.commands.ts'
import { addSession } from '../programme/commands.ts'
import { release } from '../programme/release.commands.ts'
import { confirmStatement } from '../statements/deeds/confirm.commands.ts'
import { deposit } from '../statements/deeds/deposit.commands.ts'
import { RELEASE, releaseStatement } from '../statements/deeds/release.commands.ts'
import { statementOf } from '../statements/queries.ts'

const conference = SEOUL
const host = holder('host-secretariat')
const desk = holder('floor-desk')
const korea = focalPoint('KOR')
const NOW = Temporal.Instant.from('2021-12-07T12:00:00Z')

type Files = Map<string, Buffer>

let folder: string
let first: World
/** Everything that is public, once one statement of three is, and a version of it replaced another. */
let whole: Files
let papers: Record<'open' | 'before' | 'embargoed' | 'interpreters', string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-papers-'))
  first = await world({ shipped: true })
  first.clock.turnTo('2021-12-07T11:00:00Z')
  const ids = {
    open: await paperBy(first, korea, '발언문.pdf'),
    before: await paperBy(first, korea, 'draft.pdf'),
    embargoed: await paperBy(first, korea, 'later.pdf'),
    interpreters: await paperBy(first, korea, 'booth.pdf'),
  }
  const open = await aSpeech('open')
  await deposits(open, { files: [{ language: 'en', file: ids.before }] })
  await deposits(open, { files: [{ language: 'ko', file: ids.open }] })
  await deposits(await aSpeech('held'), { files: [{ language: 'ko', file: ids.embargoed }] })
  const booth = await aSpeech('booth')
  const use = 'interpretation'
  await deposits(booth, { use, files: [{ language: 'ko', file: ids.interpreters }] })
  await first.perform(host, release, { conference, note: textIn({ en: 'With its sessions' }) })
  for (const speech of [open, booth]) await isPublic(speech)
  papers = ids
  whole = await unpacked(await archiveOf(first))
}, 180_000)
afterAll(async () => {
  await first.close()
  await rm(folder, { recursive: true, force: true })
})

async function aSpeech(slug: string) {
  const session = {
    ...{ slug: `papers-${slug}`, kind: 'plenary', title: textIn({ en: 'Plenary' }) },
    ...{ day: '2021-12-07', start: null, end: null },
  }
  const { answer } = await first.perform(host, addSession, { conference, session })
  const list = { conference, session: SessionId.parse(answer.session) }
  await first.perform(desk, setUp, { ...list, settings: settingsOf({}) })
  const asking = { ...list, party: 'KOR', way: 'in-person', language: 'ko' }
  const asked = await first.perform(desk, inscribe, asking)
  return { ...list, speech: String(asked.answer.speech) }
}
type Speech = Awaited<ReturnType<typeof aSpeech>>

const deposits = (speech: Speech, more: object) =>
  first.perform(korea, deposit, { ...speech, text: null, ...more })

async function isPublic({ speech, ...list }: Speech) {
  await first.perform(desk, beginSession, list)
  await first.perform(desk, giveFloor, list)
  first.clock.advance({ seconds: 90 })
  await first.perform(desk, endFloor, list)
  await first.perform(desk, confirmStatement, { ...list, speech, pledges: [] })
  const at = String((await statementOf(first.read, speech))?.releaseAt)
  first.clock.advance({ minutes: 2 })
  await first.perform(RELEASE, releaseStatement, { ...list, speech, at })
}

const archiveOf = ({ read, features }: World): Promise<Buffer> =>
  inSnapshot(read, (snapshot) =>
    buffer(
      printArchive(snapshot, datasetsOf(features), {
        ...{ language: 'en', day: '2021-12-07', now: NOW, origin: 'http://plenum.test' },
      }),
    ),
  )

async function unpacked(archive: Uint8Array): Promise<Files> {
  const found: Files = new Map()
  for (const entry of await new ZipReader(new Uint8ArrayReader(archive)).getEntries()) {
    if (entry.directory) continue
    found.set(entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter())))
  }
  return found
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

/** An archive that is whole in itself, whatever was done to what stands in it. */
async function packed(files: Files): Promise<string> {
  const entries = [...files].map(([name, bytes]) => ({ name, content: once(bytes) }))
  const path = join(folder, 'given.zip')
  await writeFile(path, await buffer(printZip(entries, NOW)))
  return path
}

/** Takes an archive into a world of its own; what was complained of, and what is kept there then. */
async function taken(path: string, then: (w: World) => Promise<void> = async () => undefined) {
  const w = await world()
  try {
    w.clock.turnTo(NOW)
    await using ends = new AsyncDisposableStack()
    const complaints: string[] = []
    const { done } = await importFiles(await sourcesOf([path], ends), {
      ...{ db: w.database.write, performAll: w.performAll, clock: w.clock, features: w.features },
      complain: ({ file, line, reason }) =>
        void complaints.push([file.replace(`${path}/`, ''), line, reason].join(': ')),
      onRead: () => undefined,
      onRecorded: () => undefined,
    })
    await then(w)
    const uploads = await w.read.selectFrom('upload').select(['name', 'owner']).execute()
    return { done, complaints, uploads }
  } finally {
    await w.close()
  }
}

const pathOf = (id: string) => `plenum/files/${id}.pdf`

describe('papers in the archive of all data', () => {
  it('are those that everybody may read, and no others', () => {
    const files = [...whole.keys()].filter((name) => name.startsWith('plenum/files/'))
    expect(files).toEqual([pathOf(papers.open)])
    const said = Buffer.concat([...whole.values()]).toString()
    expect(said).toContain(papers.open)
    for (const held of [papers.before, papers.embargoed, papers.interpreters]) {
      expect(said).not.toContain(held)
    }
  })

  it('come back byte for byte, under their names, with their statement', async () => {
    let again: Files = new Map()
    const { complaints, uploads } = await taken(await packed(whole), async (w) => {
      again = await unpacked(await archiveOf(w))
    })
    expect(complaints).toEqual([])
    expect(uploads).toEqual([{ name: '발언문.pdf', owner: expect.stringMatching(/^statement\//) }])
    const differing = [...whole].filter(([name, bytes]) => !again.get(name)?.equals(bytes))
    expect(
      differing.map(([name]) => name).filter((name) => !name.endsWith('loaded.ndjson')),
    ).toEqual([])
  }, 60_000)

  const damages: [string, (bytes: Buffer) => Buffer | null, RegExp][] = [
    ['changed', (bytes) => Buffer.from(bytes.toString().replace('1 0 obj', '9 0 obj')), /damaged/],
    ['cut off', (bytes) => bytes.subarray(0, -9), /damaged/],
    ['enormous', () => Buffer.alloc(11 * 2 ** 20), /damaged/],
    ['missing', () => null, /there is no «files\/.*» beside these rows/],
  ]
  it.each(damages)(
    'that are %s are named, and nothing is recorded',
    async (_, harm, reason) => {
      const given = new Map(whole)
      const bytes = harm(Buffer.from(given.get(pathOf(papers.open)) ?? ''))
      given.delete(pathOf(papers.open))
      if (bytes) given.set(pathOf(papers.open), bytes)
      const { done, complaints, uploads } = await taken(await packed(given))
      expect(complaints).toEqual([expect.stringMatching(reason)])
      expect(complaints[0]).toContain(bytes ? pathOf(papers.open) : 'statement-papers')
      expect([done, uploads]).toEqual([0, []])
    },
    60_000,
  )

  it('that are no papers are refused, although the row says so', async () => {
    const page = Buffer.from('<html><script>1</script></html>')
    const { createHash } = await import('node:crypto')
    const digest = createHash('sha256').update(page).digest('hex')
    const rows = 'plenum/data/statement-papers.ndjson'
    const row = JSON.parse(String(whole.get(rows)))
    const given = new Map(whole)
    given.set(pathOf(papers.open), page)
    given.set(rows, Buffer.from(`${JSON.stringify({ ...row, digest, size: page.length })}\n`))
    const { done, complaints, uploads } = await taken(await packed(given))
    expect(complaints).toEqual([expect.stringContaining(pathOf(papers.open))])
    expect([done, uploads]).toEqual([0, []])
  }, 60_000)
})
