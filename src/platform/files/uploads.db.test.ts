import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import { FileId } from '../../kernel/ids.ts'
import { tally } from '../../testing/tally/tally.ts'
import { openSite } from '../../testing/web/site.ts'
import { world } from '../../testing/world.ts'
import { feature } from '../feature.ts'
import { fileResource } from './resource.ts'
import type { Scan } from './scan.ts'
import {
  aboutFiles,
  claimFiles,
  createUploads,
  dropFiles,
  purgeFiles,
  readFileOf,
} from './uploads.ts'

const here = await world({ features: [tally] })
const { database, clock, close } = here
afterAll(close)

const KIM: Actor = { kind: 'account', id: 'kim', grants: [] }
const LEE: Actor = { kind: 'account', id: 'lee', grants: [] }
const file = (name: string, content: string) => new File([content], name)
const uploads = (scan?: Scan) => createUploads({ database, clock, scan })
const keep = async (actor: Actor, name = 'note.txt', content = 'Excellency,') =>
  FileId.parse((await uploads().keep(actor, file(name, content))).id)
const claim = (ids: FileId[], by: Actor, owner: string, accepts?: ['pdf']) =>
  database.write
    .transaction()
    .execute((db) => claimFiles(db, ids, { by, owner, ...(accepts && { accepts }) }))
const isThere = async (id: FileId) => (await readFileOf(database.read, id)) !== null

describe('a file that is handed in', () => {
  it('is kept whole, with what was found', async () => {
    const kept = await uploads(async () => 'clean').keep(KIM, file('a/b\\نص.txt', 'سلام'))
    expect(kept).toMatchObject({
      ...{ name: 'نص.txt', kind: 'txt', type: 'text/plain', size: 8, scan: 'clean' },
      ...{ uploader: 'account/kim', owner: null, at: clock.now() },
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const read = await readFileOf(database.read, kept.id)
    expect(Buffer.from(read?.bytes ?? []).toString()).toBe('سلام')
    const [about] = await aboutFiles(database.read, [kept.id])
    expect(about).toEqual(kept)
  })

  it('without a scanner is kept, and said to be unscanned', async () => {
    expect((await uploads().keep(KIM, file('a.txt', 'a'))).scan).toBe('not-scanned')
  })

  it.each([
    ['infected', 'platform.file-infected'],
    ['could-not-scan', 'platform.file-not-scanned'],
  ] as const)('that the scanner calls %s is not kept', async (verdict, code) => {
    const count = async () =>
      (await database.read.selectFrom('upload').select('id').execute()).length
    const before = await count()
    const keeping = uploads(async () => verdict).keep(KIM, file('a.txt', 'a'))
    await expect(keeping).rejects.toMatchObject({ code, status: 422 })
    expect(await count()).toBe(before)
  })

  it('of a kind that is not wanted is not kept', async () => {
    await expect(uploads().keep(KIM, file('a.txt', 'a'), ['pdf'])).rejects.toMatchObject({
      code: 'platform.file-of-other-kind',
    })
  })

  it('is one too many where too many wait unclaimed', async () => {
    const tired: Actor = { ...KIM, id: 'tired' }
    const few = createUploads({ database, clock, mostWaiting: { account: 25, anonymous: 25 } })
    const keepOne = () => few.keep(tired, file('ten.txt', '0123456789'))
    const first = await keepOne()
    await keepOne()
    await expect(keepOne()).rejects.toMatchObject({ code: 'platform.files-too-many', status: 429 })
    await few.keep(LEE, file('ten.txt', '0123456789'))
    await claim([first.id], tired, 'note/1')
    await keepOne()
  })
})

describe('a claim', () => {
  it('binds a file to its owner, and may come again', async () => {
    const id = await keep(KIM)
    await claim([id, id], KIM, 'note/2')
    await claim([id], LEE, 'note/2')
    expect((await readFileOf(database.read, id))?.owner).toBe('note/2')
  })

  it('of somebody else’s file, or one that belongs elsewhere, is refused', async () => {
    const [mine, claimed] = [await keep(KIM), await keep(KIM)]
    await claim([claimed], KIM, 'note/3')
    const refused = { code: 'platform.file-unknown', status: 422 }
    await expect(claim([mine], LEE, 'note/4')).rejects.toMatchObject(refused)
    await expect(claim([mine], ANONYMOUS, 'note/4')).rejects.toMatchObject(refused)
    await expect(claim([mine, claimed], KIM, 'note/4')).rejects.toMatchObject(refused)
    await expect(
      claim([FileId.parse('00000000-0000-7000-8000-000000000000')], KIM, 'note/4'),
    ).rejects.toMatchObject(refused)
    expect((await readFileOf(database.read, mine))?.owner).toBeNull()
  })

  it('wants the kinds that its field wanted, whichever way the file came', async () => {
    const id = await keep(KIM)
    await expect(claim([id], KIM, 'note/5', ['pdf'])).rejects.toMatchObject({
      ...{ code: 'platform.file-of-other-kind', values: { kinds: 'PDF' } },
    })
  })
})

describe('a file that nobody needs', () => {
  it('goes after a day, and what is claimed stays', async () => {
    const [left, claimed] = [await keep(KIM), await keep(KIM)]
    await claim([claimed], KIM, 'note/6')
    clock.advance({ hours: 23 })
    const later = await keep(KIM)
    await purgeFiles(database.write, clock.now())
    expect(await isThere(left)).toBe(true)
    clock.advance({ hours: 2 })
    expect(await purgeFiles(database.write, clock.now())).toBeGreaterThan(0)
    expect(await Promise.all([left, claimed, later].map(isThere))).toEqual([false, true, true])
  })

  it('goes with its owner, or alone', async () => {
    const ids = [await keep(KIM), await keep(KIM), await keep(KIM)] as const
    await claim([ids[0], ids[1]], KIM, 'note/7')
    await claim([ids[2]], KIM, 'note/8')
    const drop = (owner: string, some?: FileId[]) =>
      database.write.transaction().execute((db) => dropFiles(db, owner, some))
    await drop('note/7', [ids[0], ids[2]])
    expect(await Promise.all(ids.map(isThere))).toEqual([false, true, true])
    await drop('note/7', [])
    await drop('note/7')
    expect(await Promise.all(ids.map(isThere))).toEqual([false, false, true])
  })
})

describe('a file that is given out', () => {
  const Params = z.object({ file: FileId })
  const notes = fileResource('notes.file', {
    path: '/notes/:file',
    ...{ params: Params, query: z.object({}) },
    may: ({ kind }) => kind === 'account',
    find: async (_, { params, viewer }) => (viewer.actor.id === 'lee' ? null : params.file),
  })
  const features = [tally, feature('notes', { say: tally.say, resources: [notes as never] })]

  it('goes to whoever may have it, sealed, by its own name and type', async () => {
    const site = await openSite({ ...here, features })
    const id = await keep(KIM, 'Note «1».txt', 'a <script>alert(1)</script>')
    const get = (as?: string) =>
      site.get(`/en/notes/${id}`, as === undefined ? {} : { authorization: `Bearer ${as}` })
    try {
      const given = await get('kim')
      expect(given.status).toBe(200)
      expect(Object.fromEntries(given.headers)).toMatchObject({
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="Note_1_.txt"; filename*=UTF-8''Note%20%C2%AB1%C2%BB.txt`,
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
      })
      expect(await given.text()).toContain('alert(1)')
      expect((await get('lee')).status).toBe(404)
      expect((await get()).status).toBe(303)
    } finally {
      await site.close()
    }
  })
})
