import type { ServerResponse } from 'node:http'

/** One browser that listens. */
export interface Stream {
  readonly response: ServerResponse
  /** Whether what it shows depends on its person, so that it is only told «stale». */
  readonly personal: boolean
  readonly from: string
}

/** How much one network address, and one process, may ask for. */
export interface StreamLimits {
  /** Streams of one network address: a whole conference may sit behind one. */
  perAddress: number
  perProcess: number
  /** Pages that one browser follows. */
  paths: number
  /** Bytes that a slow reader may leave waiting before it is dropped. */
  backlog: number
}

export const STREAM_LIMITS: StreamLimits = {
  perAddress: 2000,
  perProcess: 20_000,
  paths: 16,
  backlog: 2 ** 20,
}

const HEARTBEAT = 15_000
const BEAT = Buffer.from(':\n\n')

/** An event as it travels: its data are JSON, on one line. */
export const eventOf = (name: string, facts: Record<string, unknown>): Buffer =>
  Buffer.from(`event: ${name}\ndata: ${JSON.stringify(facts)}\n\n`)

/** All streams of a process. */
export interface Streams {
  /** Whether one more is too many for this address. */
  isFull(from: string): boolean
  open(stream: Stream, headers: readonly (readonly [string, string])[], onClose: () => void): void
  /** Writes the same bytes to everybody; a reader who does not keep up is dropped, and comes back by itself. */
  write(streams: Iterable<Stream>, bytes: Buffer): void
  count(): number
  close(): void
}

/** Opens, feeds and ends the streams; `retry` is different for each, so that not all come back in one moment. */
export function createStreams(limits: StreamLimits): Streams {
  const all = new Set<Stream>()
  const byAddress = new Map<string, number>()

  const write = (streams: Iterable<Stream>, bytes: Buffer) => {
    for (const { response } of streams) {
      if (response.writableLength > limits.backlog) response.destroy()
      else response.write(bytes)
    }
  }
  const heart = setInterval(() => write(all, BEAT), HEARTBEAT).unref()

  return {
    isFull: (from) =>
      all.size >= limits.perProcess || (byAddress.get(from) ?? 0) >= limits.perAddress,
    open(stream, headers, onClose) {
      const { response, from } = stream
      all.add(stream)
      byAddress.set(from, (byAddress.get(from) ?? 0) + 1)
      response.on('close', () => {
        all.delete(stream)
        const left = (byAddress.get(from) ?? 1) - 1
        if (left > 0) byAddress.set(from, left)
        else byAddress.delete(from)
        onClose()
      })
      response.on('error', () => response.destroy())
      response.socket?.setNoDelay(true)
      response.writeHead(200, [
        ...headers.flat(),
        ...['Content-Type', 'text/event-stream; charset=utf-8'],
        ...['Cache-Control', 'no-store, no-transform'],
        ...['X-Accel-Buffering', 'no'],
      ])
      response.write(`retry: ${1000 + Math.round(Math.random() * 3000)}\n\n`)
    },
    write,
    count: () => all.size,
    close() {
      clearInterval(heart)
      for (const { response } of all) response.end()
    },
  }
}
