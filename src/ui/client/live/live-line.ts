/** An event of the live stream; see `src/platform/live`. */
export type LiveEvent =
  | { name: 'stamp'; path: string; stamp: string | null }
  | { name: 'parts'; path: string; from: string; to: string; html: string }
  | { name: 'stale'; path: string }

type Message =
  | { kind: 'here'; tab: string; path: string | null }
  | { kind: 'who' }
  | { kind: 'event'; event: LiveEvent }
  | { kind: 'cut'; cut: boolean }

/** What a tab does with the line. */
export interface Tab {
  hear(event: LiveEvent): void
  /** The line is down, or up again. */
  cut(cut: boolean): void
}

const NAMES = ['stamp', 'parts', 'stale'] as const
const MOST_PATHS = 16
const SAY_SO_AFTER = 3000

/**
 * One stream for all tabs of a browser, because HTTP/1.1 has six connections: the tab that holds the lock listens, and
 * tells the others. When it closes, the lock goes to the next one.
 */
export function openLine(tab: Tab): { follow(path: string | null): void; leave(): void } {
  const me = crypto.randomUUID()
  const channel = new BroadcastChannel('plenum-live')
  const paths = new Map<string, string>()
  const leaving = new AbortController()
  let mine: string | null = null
  let leading = false
  let source: EventSource | undefined
  let listening = ''
  let soon: number | undefined
  let doubt: number | undefined

  const say = (message: Message) => channel.postMessage(message)
  const deliver = (event: LiveEvent) => {
    say({ kind: 'event', event })
    tab.hear(event)
  }
  const down = (cut: boolean) => {
    clearTimeout(doubt)
    doubt = undefined
    say({ kind: 'cut', cut })
    tab.cut(cut)
  }

  const listen = () => {
    const wanted = [...new Set([mine, ...paths.values()])].filter((path) => path !== null)
    const search = new URLSearchParams(wanted.slice(0, MOST_PATHS).map((path) => ['path', path]))
    if (search.toString() === listening && source?.readyState !== EventSource.CLOSED) return
    listening = search.toString()
    source?.close()
    source = undefined
    if (listening === '') return
    const made = new EventSource(`/live?${listening}`)
    source = made
    made.onopen = () => down(false)
    made.onerror = () => {
      doubt ??= window.setTimeout(down, SAY_SO_AFTER, true)
      // A refusal ends the browser's own attempts; ours go on, each at its own moment.
      if (made.readyState === EventSource.CLOSED) later(5000 + Math.random() * 10_000)
    }
    for (const name of NAMES) {
      made.addEventListener(name, ({ data }) => deliver({ name, ...JSON.parse(data) }))
    }
  }
  const later = (wait = 50) => {
    if (!leading) return
    clearTimeout(soon)
    soon = window.setTimeout(listen, wait)
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'event') tab.hear(data.event)
    else if (data.kind === 'cut') tab.cut(data.cut)
    else if (data.kind === 'who') say({ kind: 'here', tab: me, path: mine })
    else {
      if (data.path) paths.set(data.tab, data.path)
      else paths.delete(data.tab)
      later()
    }
  }

  // A network that is known to be gone need not be waited for, nor one that is back.
  const offline = () => {
    if (!leading) return
    source?.close()
    down(true)
  }
  const online = () => later()
  addEventListener('offline', offline)
  addEventListener('online', online)

  navigator.locks
    .request('plenum-live', { signal: leaving.signal }, () => {
      leading = true
      say({ kind: 'who' })
      later()
      return new Promise<void>((resolve) => {
        leaving.signal.addEventListener('abort', () => resolve())
      })
    })
    .catch(() => {
      // Whoever leaves before it was their turn never leads.
    })

  return {
    follow(path) {
      mine = path
      say({ kind: 'here', tab: me, path })
      later()
    },
    leave() {
      say({ kind: 'here', tab: me, path: null })
      leading = false
      leaving.abort()
      source?.close()
      clearTimeout(soon)
      clearTimeout(doubt)
      channel.close()
      removeEventListener('offline', offline)
      removeEventListener('online', online)
    },
  }
}
