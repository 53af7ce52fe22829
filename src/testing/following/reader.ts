import { type ClientRequest, get } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Apart, apart } from '../../platform/live/parts.ts'

/** Somebody who has a page open, and sees it change, as far as our client in the browser does that. */
export interface Reader {
  /** What stands on the page now. */
  readonly page: Apart
  /** How often it was cut off, and how often it fetched its page again. */
  readonly counts: { readonly cut: number; readonly fetched: number }
  /** Tears the stream, as a network does; it comes back by itself. */
  tear(): void
  close(): void
}

const STREAM =
  /<turbo-stream action="replace" method="morph" target="([a-z0-9-]+)"><template>([\s\S]*?)<\/template><\/turbo-stream>/g
/** Milliseconds; the server asks for longer, so that not all come back at once. */
const BACK_AFTER = 300
const AGAIN_AFTER = 100

let machines = 0

/** Opens a page and follows it, as `ui/client/live` does: see there why. */
export async function openReader(origin: string, path: string): Promise<Reader> {
  machines += 1
  const headers = { 'X-Forwarded-For': `10.252.${(machines >> 8) & 255}.${machines & 255}` }
  const counts = { cut: 0, fetched: 0 }
  let page = await fetchPage()
  let asked: ClientRequest | undefined
  let closed = false
  let fetching = false

  function fetchPage(): Promise<Apart> {
    return new Promise((resolve, reject) => {
      get(origin + path, { headers }, (answer) => {
        if (answer.statusCode === 200) text(answer).then((html) => resolve(apart(html)), reject)
        else reject(new Error(`${path} got ${answer.statusCode}`))
      }).on('error', reject)
    })
  }

  async function fetchAgain() {
    if (fetching || closed) return
    fetching = true
    try {
      page = await fetchPage()
      counts.fetched += 1
    } catch {
      setTimeout(fetchAgain, AGAIN_AFTER)
    } finally {
      fetching = false
    }
  }

  function hear(name: string, facts: Record<string, string | null>) {
    if (name === 'stale') void fetchAgain()
    if (name === 'stamp' && facts.stamp !== page.stamp) void fetchAgain()
    if (name !== 'parts' || facts.to === page.stamp) return
    if (facts.from !== page.stamp) return void fetchAgain()
    const parts = new Map(page.parts)
    for (const [, id = '', content = ''] of (facts.html ?? '').matchAll(STREAM)) {
      parts.set(id, content)
    }
    page = { ...page, parts, stamp: facts.to ?? '' }
  }

  function listen() {
    if (closed) return
    let came = ''
    let begun = false
    const comeBack = () => setTimeout(listen, BACK_AFTER)
    asked = get(`${origin}/live?path=${path}`, { headers, agent: false }, (answer) => {
      begun = true
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => {
        const blocks = (came + chunk).split('\n\n')
        came = blocks.pop() ?? ''
        for (const block of blocks) {
          const name = /^event: (.*)$/m.exec(block)?.[1]
          const data = /^data: (.*)$/m.exec(block)?.[1]
          if (name && data) hear(name, JSON.parse(data))
        }
      })
      answer.on('error', () => undefined)
      answer.on('close', comeBack)
    })
    asked.on('error', () => begun || comeBack())
  }

  listen()
  return {
    get page() {
      return page
    },
    counts,
    tear() {
      counts.cut += 1
      asked?.destroy()
    },
    close() {
      closed = true
      asked?.destroy()
    },
  }
}
