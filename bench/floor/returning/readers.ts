import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { now } from '../clock.ts'

/*
 * Runs in a process of its own: many browsers that keep one live stream each and know in which state their page is. When
 * they are told to come back they do so in the same moment, and do what our client does: whoever finds the page in another
 * state fetches it again, each a little later than the other.
 */

/** What the process is asked. */
export type Asked =
  | { kind: 'open'; port: number; page: string; count: number }
  | { kind: 'return' }
  | { kind: 'told'; stamp: string }

/** What it says: how many are open, or at which instants they came to the state that was asked about. */
export type Said =
  | { kind: 'opened' }
  | { kind: 'all-back' }
  | { kind: 'back'; times: number[]; missing: number; fetched: number; refused: number }

interface Reader {
  readonly number: number
  stamp: string
  at: number
  /** Whether it knows since its return in which state the page is. */
  back: boolean
}

const AT_ONCE = 200
/** The browser's `ui/client/live` waits up to so long before it fetches a page again. */
const SPREAD = 500
const TRY_AGAIN = 250

const readers: Reader[] = []
let place = { port: 0, page: '' }
let fetched = 0
let refused = 0
let left = 0

const say = (said: Said) => process.send?.(said)

const asked = (path: string, { number }: Reader) =>
  `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${place.port}\r\nX-Forwarded-For: 10.77.${number >> 8}.${number & 255}\r\n`

function reaches(reader: Reader, stamp: string) {
  reader.stamp = stamp
  reader.at = now()
  if (reader.back) return
  reader.back = true
  left -= 1
  if (left === 0) say({ kind: 'all-back' })
}

/** Opens a connection; what cannot be reached is tried again, as a browser does. */
function dial(reader: Reader, request: string, hear: (text: string, socket: Socket) => void) {
  const socket = connect({ port: place.port, host: '127.0.0.1' }, () => socket.write(request))
  socket.setEncoding('latin1')
  socket.on('data', (text: string) => hear(text, socket))
  socket.once('error', () => {
    refused += 1
    setTimeout(() => dial(reader, request, hear), TRY_AGAIN)
  })
}

/** The page once more; its state stands in its head. */
async function fetchAgain(reader: Reader) {
  await sleep(Math.random() * SPREAD)
  fetched += 1
  let text = ''
  dial(reader, `${asked(place.page, reader)}Connection: close\r\n\r\n`, (more, socket) => {
    text += more
    const stamp = /<meta name="plenum-stamp" content="([^"]+)">/.exec(text)?.[1]
    // All of it, as a browser reads it.
    if (stamp && text.includes('</html>')) {
      socket.destroy()
      reaches(reader, stamp)
    }
  })
}

/** One stream, until the server is gone; resolves as soon as it has told the state of the page. */
const listen = (reader: Reader): Promise<void> =>
  new Promise((resolve) => {
    let came = ''
    dial(reader, `${asked(`/live?path=${place.page}`, reader)}\r\n`, (more) => {
      const blocks = (came + more).split('\n\n')
      came = blocks.pop() ?? ''
      for (const block of blocks) {
        const name = /^event: (\w+)/m.exec(block)?.[1]
        if (name === undefined) continue
        const { stamp, from, to } = JSON.parse(/^data: (.*)$/m.exec(block)?.[1] ?? '{}')
        if (name === 'stamp' && reader.stamp === '') reader.stamp = stamp
        if (name === 'stamp' && reader.stamp === stamp) reaches(reader, stamp)
        else if (name === 'parts' && reader.stamp === from) reaches(reader, to)
        else if (reader.stamp !== (to ?? stamp)) void fetchAgain(reader)
        resolve()
      }
    })
  })

async function open(of: Extract<Asked, { kind: 'open' }>) {
  place = of
  for (let begun = 0; begun < of.count; begun += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, of.count - begun) }, (_, at) => ({
      ...{ number: begun + at, stamp: '', at: 0, back: true },
    }))
    readers.push(...batch)
    await Promise.all(batch.map(listen))
  }
  say({ kind: 'opened' })
}

function comeBack() {
  left = readers.length
  fetched = 0
  refused = 0
  for (const reader of readers) {
    reader.back = false
    void listen(reader)
  }
}

function tell(stamp: string) {
  const there = readers.filter((reader) => reader.stamp === stamp)
  say({
    ...{ kind: 'back', times: there.map(({ at }) => at) },
    ...{ missing: readers.length - there.length, fetched, refused },
  })
}

process.on('disconnect', () => process.exit())
process.on('message', (message: Asked) => {
  if (message.kind === 'open') void open(message)
  else if (message.kind === 'return') comeBack()
  else tell(message.stamp)
})
