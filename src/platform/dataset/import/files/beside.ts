import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Entry, Uint8ArrayWriter } from '@zip.js/zip.js'
import { LARGEST_FILE } from '../../../../kernel/documents/files.ts'

/** A file that rows name, found where those came from. */
export interface FoundBeside {
  /** For people: `archive.zip/plenum/files/0197….pdf`. */
  readonly name: string
  /** Null: it cannot be read whole, or is larger than any file that was ever kept. */
  readonly bytes: Uint8Array | null
}

/** Looks for the file at a path of an archive; null: it is not there. */
export type Beside = (path: string) => Promise<FoundBeside | null>

/** Within an archive, whatever its folder is called. */
export const besideIn =
  (entries: readonly Entry[], archive: string): Beside =>
  async (path) => {
    const entry = entries.find(
      ({ filename, directory }) =>
        !directory && (filename === path || filename.endsWith(`/${path}`)),
    )
    if (!entry) return null
    return { name: `${archive}/${entry.filename}`, bytes: await bytesOf(entry) }
  }

async function bytesOf(entry: Entry): Promise<Uint8Array | null> {
  if (entry.directory || entry.uncompressedSize > LARGEST_FILE) return null
  // Bytes that were changed on their way are found by their checksum.
  return entry.getData(new Uint8ArrayWriter(), { checkSignature: true }).catch(() => null)
}

/** On disk: in the folder of the rows, or above it, as an archive that was unpacked has them. */
export const besideOf =
  (rows: string): Beside =>
  async (path) => {
    const folder = dirname(rows)
    const folders = basename(folder) === 'data' ? [folder, dirname(folder)] : [folder]
    for (const one of folders) {
      const name = join(one, path)
      const found = await stat(name).catch(() => null)
      if (!found?.isFile()) continue
      const bytes = found.size > LARGEST_FILE ? null : await readFile(name).catch(() => null)
      return { name, bytes }
    }
    return null
  }

/** The first place where it is. */
export const anyOf =
  (places: readonly Beside[]): Beside =>
  async (path) => {
    for (const look of places) {
      const found = await look(path)
      if (found) return found
    }
    return null
  }
