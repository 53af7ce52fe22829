import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'

/** What to ask for, and how often: every connection asks again as soon as it has been answered. */
export interface Load {
  port: number
  path: string
  connections: number
  requests: number
}

/** How fast it went. */
export interface Pace {
  perSecond: number
  /** Bytes of one answer, head and body. */
  bytes: number
}

/** Not brotli: the cache makes that smaller at leisure, and the bytes must stay the same. */
const requestFor = ({ port, path }: Load) =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAccept-Encoding: gzip\r\n\r\n`)

const opened = (port: number) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket))
    socket.once('error', reject)
  })

/** The bytes of an answer, from its own Content-Length. */
function lengthOf(answer: Buffer): number | null {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = answer.toString('latin1', 0, end)
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`Not 200: ${head.split('\r\n', 1)[0]}`)
  const length = /^content-length: (\d+)$/im.exec(head)?.[1]
  if (length === undefined) throw new Error('An answer without Content-Length')
  return end + 4 + Number(length)
}

/** Asks once and reads the whole answer; all answers of a run have its length. */
function firstAnswer(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let read = Buffer.alloc(0)
    const take = (chunk: Buffer) => {
      read = Buffer.concat([read, chunk])
      try {
        const length = lengthOf(read)
        if (length === null || read.length < length) return
        socket.off('data', take)
        resolve(length)
      } catch (error) {
        reject(error)
      }
    }
    socket.on('data', take).write(request)
  })
}

/** Counts bytes instead of parsing answers, so that the generator costs far less than what it measures. */
async function run(load: Load): Promise<Pace> {
  const request = requestFor(load)
  const sockets = await Promise.all(
    Array.from({ length: load.connections }, () => opened(load.port)),
  )
  const lengths = await Promise.all(sockets.map((socket) => firstAnswer(socket, request)))
  const [bytes = 0] = lengths
  if (lengths.some((length) => length !== bytes)) throw new Error('Answers of different lengths')
  let left = load.requests
  const began = performance.now()
  await Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          let missing = 0
          const ask = () => {
            if (left === 0) return resolve()
            left -= 1
            missing = bytes
            socket.write(request)
          }
          socket.once('error', reject)
          socket.on('data', (chunk) => {
            missing -= chunk.length
            if (missing < 0) reject(new Error('More came than was asked for'))
            if (missing === 0) ask()
          })
          ask()
        }),
    ),
  )
  const seconds = (performance.now() - began) / 1000
  for (const socket of sockets) socket.destroy()
  return { perSecond: load.requests / seconds, bytes }
}

/** Runs a load in a thread of its own, beside whatever the caller does. */
export function paceOf(load: Load): Promise<Pace> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: load })
    thread.once('message', resolve)
    thread.once('error', reject)
  })
}

if (!isMainThread && parentPort) parentPort.postMessage(await run(workerData as Load))
