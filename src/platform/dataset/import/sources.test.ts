import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printZip } from '../../export/zip.ts'
import { type Sources, sourcesOf } from './sources.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-sources-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}

async function* text(content: string) {
  yield content
}

const zip = (files: Readonly<Record<string, string>>): Promise<Buffer> =>
  buffer(
    printZip(
      Object.entries(files).map(([name, content]) => ({ name, content: text(content) })),
      Temporal.Instant.from('2021-12-07T10:00:00Z'),
    ),
  )

async function opened<Answer>(
  paths: readonly string[],
  then: (sources: Sources) => Promise<Answer> | Answer,
): Promise<Answer> {
  await using ends = new AsyncDisposableStack()
  return await then(await sourcesOf(paths, ends))
}

const ROWS = `id\r\n${Array.from({ length: 999 }, (_, at) => `number-${at}\r\n`).join('')}`

describe('the files that somebody named', () => {
  it('are known by their names, whatever a browser added to them', async () => {
    const names = [
      ...['pledges.csv', 'plenum-pledges-2021-12-07.csv', 'plenum-pledges-2021-12-07 (1).csv'],
      ...['Pledges.CSV', 'category-sets.ndjson'],
    ]
    const paths = await Promise.all(names.map((name) => file(name, 'id\r\n')))
    const stems = await opened(paths, ({ files }) => files.map(({ stem }) => stem))
    expect(stems).toEqual(['pledges', 'pledges', 'pledges', 'pledges', 'category-sets'])
  })

  it('are refused in words', async () => {
    const none = () => undefined
    const refusal = (path: string) => expect(opened([path], none)).rejects
    await refusal(join(folder, 'none.csv')).toThrow('There is no such file: ')
    await refusal(folder).toThrow('This is a folder, not a file: ')
    await refusal(await file('a.xlsx', '')).toThrow('This is none of the files that Plenum gives')
    await refusal(await file('a.zip', 'x')).toThrow('This archive is damaged or not whole: ')
    await refusal(await file('b.zip', await zip({ 'README.md': '' }))).toThrow(
      'There are no rows in this archive: ',
    )
  })
})

describe('an archive', () => {
  it('is read by one form of each dataset', async () => {
    const path = await file(
      'whole.zip',
      await zip({
        'README.md': 'Read me.',
        'data/notes.csv': ROWS,
        'data/notes.ndjson': '{"id":"a"}\n',
        'data/words.csv': ROWS,
        'loaded.ndjson': '',
      }),
    )
    await opened([path], async ({ files, loaded }) => {
      expect(files.map(({ name }) => name)).toEqual([
        `${path}/data/notes.ndjson`,
        `${path}/data/words.csv`,
      ])
      expect(loaded).toHaveLength(1)
      expect((await Array.fromAsync(files[1]?.read().chunks ?? [])).join('')).toBe(ROWS)
    })
  })

  it('that was changed on its way, or cut off, is not taken for whole', async () => {
    const bytes = await zip({ 'data/notes.csv': ROWS })
    const changed = Buffer.from(bytes)
    const middle = 200
    changed[middle] = ~(bytes[middle] ?? 0) & 0xff
    const read = (path: string) =>
      opened([path], async ({ files }) => Array.fromAsync(files[0]?.read().chunks ?? []))
    for (const [name, content] of [
      ['changed.zip', changed],
      ['cut.zip', bytes.subarray(0, -30)],
    ] as const) {
      await expect(read(await file(name, content))).rejects.toThrow(
        'This archive is damaged or not whole: ',
      )
    }
  })
})
