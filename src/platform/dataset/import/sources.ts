import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Entry, Reader, ZipReader } from '@zip.js/zip.js'
import { CannotStart } from '../../config/cannot-start.ts'
import { anyOf, type Beside, besideIn, besideOf } from './files/beside.ts'
import type { Text } from './rows.ts'

/** A file, or one in an archive, that may hold rows. */
export interface SourceFile {
  /** For people: `archive.zip/data/pledges.csv`. */
  readonly name: string
  /** `pledges`. */
  readonly stem: string
  readonly ending: string
  read(): Text
}

const ROWS = ['ndjson', 'csv', 'json'] as const

/** What somebody named: files with rows, what stands beside them, and which facts an archive says were loaded. */
export interface Sources {
  readonly files: readonly SourceFile[]
  readonly beside: Beside
  readonly loaded: readonly Text[]
}

/** What a name says of its file: `plenum-pledges-2021-12-07 (1).csv` is of pledges. */
function namedBy(path: string): Pick<SourceFile, 'stem' | 'ending'> {
  const name = basename(path).toLowerCase()
  const [, stem = '', ending = ''] =
    /^(?:plenum-)?(.*?)(?:-\d{4}-\d{2}-\d{2})?(?: \(\d+\))?\.(\w+)$/.exec(name) ?? []
  return { stem, ending }
}

/** Strictly UTF-8, without a byte-order mark. */
export async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

/** Reads an archive where it lies. */
class FileReader extends Reader<FileHandle> {
  readonly #file: FileHandle

  constructor(file: FileHandle, size: number) {
    super(file)
    this.#file = file
    this.size = size
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(Math.min(length, this.size - index))
    await this.#file.read(bytes, 0, bytes.length, index)
    return bytes
  }
}

const damaged = (path: string) => new CannotStart(`This archive is damaged or not whole: ${path}.`)

/** The bytes of a file in an archive. Bytes that were changed on their way are found by its checksum. */
async function* contentOf(entry: Entry, archive: string): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  if (entry.directory) return
  const inflating = entry.getData(writable, { checkSignature: true })
  inflating.catch(() => undefined)
  try {
    yield* readable
    await inflating
  } catch {
    throw damaged(archive)
  }
}

const fileOf = (entry: Entry, archive: string): SourceFile => {
  const name = `${archive}/${entry.filename}`
  return {
    ...namedBy(entry.filename),
    name,
    read: () => ({ name, chunks: decoded(contentOf(entry, archive)) }),
  }
}

/** Of each dataset one form: the first of `ROWS` that is there. */
function chosen(all: readonly SourceFile[]): SourceFile[] {
  const files = all.filter(({ name }) => /\/data\/[^/]+$/.test(name))
  const rank = ({ ending }: SourceFile) => (ROWS as readonly string[]).indexOf(ending)
  return [...Map.groupBy(files, ({ stem }) => stem).values()].flatMap((forms) =>
    forms
      .filter((file) => rank(file) >= 0)
      .sort((a, b) => rank(a) - rank(b))
      .slice(0, 1),
  )
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'This file may not be read by you',
}

/**
 * The files that somebody named, archives opened.
 *
 * @throws CannotStart where there is none, or it holds nothing that could be rows.
 */
export async function sourcesOf(
  paths: readonly string[],
  ends: AsyncDisposableStack,
): Promise<Sources> {
  const sources: SourceFile[] = []
  const loaded: Text[] = []
  const beside: Beside[] = []
  for (const path of paths) {
    const file = await opened(path)
    ends.defer(() => file.close())
    const named = namedBy(path)
    if (named.ending === 'zip') {
      const archive = await archived(file, path)
      sources.push(...archive.files)
      loaded.push(...archive.loaded)
      beside.push(archive.beside)
    } else if ((ROWS as readonly string[]).includes(named.ending)) {
      const chunks = () => decoded(createReadStream(path))
      sources.push({ ...named, name: path, read: () => ({ name: path, chunks: chunks() }) })
      beside.push(besideOf(path))
    } else {
      throw new CannotStart(
        `This is none of the files that Plenum gives (CSV, JSON, NDJSON, ZIP): ${path}.`,
      )
    }
  }
  return { files: sources, beside: anyOf(beside), loaded }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    const file = await open(path)
    if ((await file.stat()).isFile()) return file
    await file.close()
    throw Object.assign(new Error(), { code: 'EISDIR' })
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? '']
    throw new CannotStart(`${reason ?? 'This file cannot be read'}: ${path}.`)
  }
}

async function archived(file: FileHandle, path: string): Promise<Sources> {
  const { size } = await file.stat()
  const zip = new ZipReader(new FileReader(file, size))
  const entries = await zip.getEntries().catch(() => {
    throw damaged(path)
  })
  const all = entries.filter(({ directory }) => !directory).map((entry) => fileOf(entry, path))
  const files = chosen(all)
  if (files.length === 0) throw new CannotStart(`There are no rows in this archive: ${path}.`)
  const loaded = all.filter(({ stem, ending }) => stem === 'loaded' && ending === 'ndjson')
  return { files, beside: besideIn(entries, path), loaded: loaded.map((one) => one.read()) }
}
