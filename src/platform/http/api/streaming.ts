import type { ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

/** How long somebody may take nothing of what is sent; then the snapshot that is read for them ends. */
const PATIENCE = 60_000

/** The answer is ended by whoever asked, once the snapshot is closed. */
const OPEN = { end: false }

/**
 * Writes chunks as fast as they are taken, and leaves the answer open. Whatever breaks on the way tears the connection, so that nobody takes what
 * came for the whole: neither the last chunk of HTTP/1.1 nor the end of gzip is ever sent.
 *
 * @throws whatever broke, a reader who left or took nothing among it.
 */
export async function stream(
  response: ServerResponse,
  chunks: AsyncIterable<string | Uint8Array>,
  encoding: 'gzip' | 'identity',
): Promise<void> {
  const { socket } = response
  const giveUp = () => response.destroy(new Error('Nothing was taken for a minute'))
  socket?.setTimeout(PATIENCE, giveUp)
  const source = Readable.from(chunks, { objectMode: false })
  try {
    if (encoding === 'gzip') await pipeline(source, createGzip({ level: 4 }), response, OPEN)
    else await pipeline(source, response, OPEN)
  } finally {
    socket?.setTimeout(0)
    socket?.off('timeout', giveUp)
  }
}
