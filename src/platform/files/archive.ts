import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'

/** What a document of an office program may not bring along. */
export type ArchiveTrouble = 'file-has-scripts' | 'file-protected' | 'file-damaged'

/** A document holds some dozens of parts; more than these are meant to exhaust whoever opens it. */
const MOST_PARTS = 5_000
const MOST_UNPACKED = 200 * 2 ** 20

/** What an archive is by its parts, and what stands against it. */
export interface Looked {
  kind: 'docx' | 'xlsx' | null
  trouble: ArchiveTrouble | null
}

/** The one part that makes an archive a document of each kind. */
const MAIN_PART = { 'word/document.xml': 'docx', 'xl/workbook.xml': 'xlsx' } as const

const RUNS = /(?:^|\/)(?:vba[^/]*\.bin|activeX\/|macrosheets\/)/i

/**
 * Looks into a document of an office program, which is an archive: for macros and controls that run, for passwords, and
 * for a size beyond any document's. Nothing is unpacked: the list of the archive says it, and whoever lies there is
 * stopped by the limits of whoever unpacks.
 */
export async function lookInto(bytes: Uint8Array): Promise<Looked> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false })
  let kind: Looked['kind'] = null
  let runs = false
  let parts = 0
  let unpacked = 0
  try {
    for await (const { filename, encrypted, uncompressedSize } of reader.getEntriesGenerator()) {
      parts += 1
      unpacked += uncompressedSize
      if (parts > MOST_PARTS || unpacked > MOST_UNPACKED) return { kind, trouble: 'file-damaged' }
      if (encrypted) return { kind, trouble: 'file-protected' }
      runs ||= RUNS.test(filename)
      kind ??= MAIN_PART[filename as keyof typeof MAIN_PART] ?? null
    }
    return { kind, trouble: runs ? 'file-has-scripts' : null }
  } catch {
    return { kind, trouble: 'file-damaged' }
  } finally {
    await reader.close().catch(() => undefined)
  }
}
