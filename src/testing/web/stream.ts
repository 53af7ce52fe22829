import { type ClientRequest, request } from 'node:http'

/** One event of a live stream. */
export interface LiveEvent {
  name: string
  data: Record<string, string | null>
  /** Milliseconds of `performance.now()` at which it arrived. */
  at: number
}

/** A listener as a browser is one. */
export interface Listener {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly events: readonly LiveEvent[]
  /** Waits for the next event of a name that has not been taken yet. */
  next(name: string): Promise<LiveEvent>
  /** Resolves when the other side ended the stream. */
  readonly ended: Promise<void>
  close(): void
}

/** Opens `/live` for some pages and waits for its headers. */
export function listenTo(
  origin: string,
  paths: readonly string[],
  headers: Record<string, string> = {},
): Promise<Listener> {
  const search = new URLSearchParams(paths.map((path) => ['path', path]))
  const events: LiveEvent[] = []
  const taken = new Set<LiveEvent>()
  const waiting = new Set<() => void>()
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()

  const take = (name: string) => {
    const found = events.find((event) => event.name === name && !taken.has(event))
    if (found) taken.add(found)
    return found
  }
  const next = (name: string) =>
    new Promise<LiveEvent>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`No «${name}» came; only ${events.map((event) => event.name)}`))
      }, 5000)
      const look = () => {
        const found = take(name)
        if (!found) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })

  return new Promise((resolve, reject) => {
    const asked: ClientRequest = request(`${origin}/live?${search}`, { headers }, (answer) => {
      let buffer = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        const blocks = (buffer + chunk).split('\n\n')
        buffer = blocks.pop() ?? ''
        for (const block of blocks) {
          const name = /^event: (.*)$/m.exec(block)?.[1]
          const data = /^data: (.*)$/m.exec(block)?.[1]
          if (name && data) events.push({ name, data: JSON.parse(data), at: performance.now() })
        }
        for (const look of [...waiting]) look()
      })
      answer.on('error', () => undefined)
      answer.on('close', end)
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        events,
        next,
        ended,
        close: () => asked.destroy(),
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}
