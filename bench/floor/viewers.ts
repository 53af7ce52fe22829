import { connect, type Socket } from 'node:net'
import { now } from './clock.ts'

/*
 * Runs in a process of its own: many browsers that keep one live stream each, as sockets that only look for the name of an
 * event, so that what is measured is the server and not its readers. All processes of a machine share the clock.
 */

/** More viewers of some pages. */
export interface Opening {
  kind: 'open'
  port: number
  paths: readonly string[]
  count: number
  cookies: string
  /** Whether each connects from a loopback address of its own, as a proxy that tells nobody apart needs: Linux has them. */
  apart: boolean
}

/** What the process is asked. */
export type Asked =
  | Opening
  | { kind: 'await'; event: string }
  | { kind: 'told' }
  | { kind: 'close'; count: number }

/** What it says: how many are open, or when each heard the event, in milliseconds of the machine's clock. */
export type Said =
  | { kind: 'opened'; count: number }
  | { kind: 'all-heard' }
  | { kind: 'heard'; times: number[]; missing: number; doubled: number }
  | { kind: 'closed'; count: number }

interface Viewer {
  readonly socket: Socket
  /** The end of what came, in which a name may have begun. */
  tail: string
  heardAt: number
  times: number
}

/** How many connect in the same moment: the kernel keeps no more waiting than this. */
const AT_ONCE = 200
const NAME_LENGTH = 64

const viewers = new Set<Viewer>()
let name = ''
let missing = 0

const say = (said: Said) => process.send?.(said)

function hear(viewer: Viewer, chunk: Buffer): void {
  const text = viewer.tail + chunk.toString('latin1')
  viewer.tail = text.slice(-NAME_LENGTH)
  if (name === '' || !text.includes(name)) return
  viewer.tail = ''
  viewer.times += 1
  if (viewer.times > 1) return
  viewer.heardAt = now()
  missing -= 1
  if (missing === 0) say({ kind: 'all-heard' })
}

/** An address of a machine of its own, in some network. */
const addressIn = (network: number, number: number) =>
  `${network}.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255 || 1}`

/** One more viewer, once its stream has begun. */
const join = ({ port, paths, cookies, apart }: Opening, number: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const path = paths[number % paths.length] ?? ''
    const from = apart ? { localAddress: addressIn(127, number + 65_536) } : {}
    const socket = connect({ port, host: '127.0.0.1', ...from }, () => {
      socket.write(
        `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Forwarded-For: ${addressIn(10, number)}\r\n${cookies}\r\n`,
      )
    })
    const viewer: Viewer = { socket, tail: '', heardAt: 0, times: 0 }
    socket.once('data', (first) => {
      if (!first.toString('latin1').startsWith('HTTP/1.1 200')) {
        reject(new Error(first.toString('latin1').slice(0, 200)))
        return
      }
      viewers.add(viewer)
      socket.on('data', (chunk: Buffer) => hear(viewer, chunk))
      resolve()
    })
    socket.on('error', reject)
    socket.on('close', () => viewers.delete(viewer))
  })

let numbers = 0

async function open(opening: Opening) {
  for (let left = opening.count; left > 0; left -= AT_ONCE) {
    const batch = Math.min(left, AT_ONCE)
    await Promise.all(
      Array.from({ length: batch }, () => {
        numbers += 1
        return join(opening, numbers)
      }),
    )
  }
  say({ kind: 'opened', count: viewers.size })
}

function awaitEvent(event: string) {
  name = event
  missing = viewers.size
  for (const viewer of viewers) Object.assign(viewer, { tail: '', heardAt: 0, times: 0 })
}

function tell() {
  const heard = [...viewers].filter(({ times }) => times > 0)
  say({
    kind: 'heard',
    times: heard.map(({ heardAt }) => heardAt),
    missing,
    doubled: heard.filter(({ times }) => times > 1).length,
  })
}

function close(count: number) {
  for (const { socket } of [...viewers].slice(0, count)) socket.destroy()
  say({ kind: 'closed', count })
}

process.on('disconnect', () => process.exit())
process.on('message', (asked: Asked) => {
  if (asked.kind === 'open') {
    open(asked).catch((error) => {
      process.stderr.write(`${error}\n`)
      process.exit(1)
    })
  } else if (asked.kind === 'await') awaitEvent(asked.event)
  else if (asked.kind === 'told') tell()
  else close(asked.count)
})
