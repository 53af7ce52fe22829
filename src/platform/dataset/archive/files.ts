import type { Kysely } from 'kysely'
import type { FileId } from '../../../kernel/ids.ts'
import type { Tables } from '../../database/tables.ts'
import type { ZipEntry } from '../../export/zip.ts'
import { readFileOf } from '../../files/uploads.ts'
import type { Dataset, Wish } from '../dataset.ts'
import { NamedFile, pathOfFile } from '../files.ts'
import { pagesOf } from '../pages.ts'

/** The files that the rows of datasets name, each once: what no public row names is not among them. */
export async function* filesOf(
  snapshot: Kysely<Tables>,
  datasets: Iterable<Dataset>,
  wish: Wish,
): AsyncGenerator<ZipEntry> {
  const seen = new Set<FileId>()
  for (const dataset of datasets) {
    if (!dataset.files) continue
    for await (const page of pagesOf(snapshot, dataset, wish)) {
      for (const row of page) {
        const named = NamedFile.parse(row)
        if (seen.has(named.file)) continue
        seen.add(named.file)
        yield { name: `plenum/${pathOfFile(named)}`, content: bytesOf(snapshot, named.file) }
      }
    }
  }
}

async function* bytesOf(snapshot: Kysely<Tables>, id: FileId): AsyncGenerator<Uint8Array> {
  const file = await readFileOf(snapshot, id)
  if (!file) throw new Error(`A row names the file ${id}, which is not kept`)
  yield file.bytes
}
