import { Readable } from 'node:stream'
import { configure, ZipWriter } from '@zip.js/zip.js'

configure({ useWebWorkers: false })

/** A file in an archive: its path, and its bytes as they come. */
export interface ZipEntry {
  readonly name: string
  readonly content: AsyncIterable<string | Uint8Array>
}

/** The instant as ZIP writes it: in universal time, to two seconds, from 1980 on. */
function dosTime(instant: Temporal.Instant): number {
  const at = instant.toZonedDateTimeISO('UTC')
  const day = ((at.year - 1980) << 25) | (at.month << 21) | (at.day << 16)
  return (day | (at.hour << 11) | (at.minute << 5) | (at.second >> 1)) >>> 0
}

async function* bytesOf(content: ZipEntry['content']) {
  const encoder = new TextEncoder()
  for await (const chunk of content) {
    yield typeof chunk === 'string' ? encoder.encode(chunk) : chunk
  }
}

/** Pulled by whoever compresses it; a string is one chunk. */
const streamOf = (content: ZipEntry['content']) =>
  Readable.toWeb(
    Readable.from(bytesOf(content), { objectMode: false }),
  ) as ReadableStream<Uint8Array>

/**
 * Prints an archive while its files come, one after the other, and no faster than it is read. Whatever breaks in a file
 * breaks the archive: then its list of files, which stands at the end, is missing, and nobody takes it for whole.
 */
export async function* printZip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Temporal.Instant,
): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const out = writable.getWriter()
  const zip = new ZipWriter(
    new WritableStream<Uint8Array>({
      write: (chunk) => out.write(chunk),
      close: () => out.close(),
    }),
    { rawLastModDate: dosTime(at), extendedTimestamp: false, keepOrder: true },
  )
  const writeAll = async () => {
    for await (const { name, content } of entries) {
      await zip.add(name, streamOf(content))
    }
    await zip.close()
  }
  const writing = writeAll().catch(async (error: unknown) => {
    await out.abort(error).catch(() => undefined)
    throw error
  })
  writing.catch(() => undefined)
  yield* readable
  await writing
}
