import { createServer, type Server, type Socket } from 'node:net'

const message = (kind: string, ...parts: readonly (string | Buffer)[]) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as string)))
  const head = Buffer.alloc(5)
  head.write(kind)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
const int16 = (value: number) => Buffer.from([value >> 8, value & 255])
const int32 = (value: number) => Buffer.concat([int16(value >> 16), int16(value & 65_535)])

const READY = message('Z', 'I')
const LET_IN = Buffer.concat([message('R', int32(0)), READY])

const TEXT = 25
/** One row of one column, to whatever was asked. */
const answer = (value: string) =>
  Buffer.concat([
    message(
      'T',
      int16(1),
      'server_version_num\0',
      int32(0),
      int16(0),
      int32(TEXT),
      int16(-1),
      int32(-1),
      int16(0),
    ),
    message('D', int16(1), int32(value.length), value),
    message('C', 'SHOW\0'),
    READY,
  ])

/**
 * As much of PostgreSQL's protocol as a client needs to hear how old a server is: it lets everybody in and answers
 * every question with its version number.
 */
export function oldServer(version: string): Promise<Server> {
  const serve = (socket: Socket) => {
    let letIn = false
    socket.on('data', () => {
      socket.write(letIn ? answer(version) : LET_IN)
      letIn = true
    })
    socket.on('error', () => socket.destroy())
  }
  const server = createServer(serve)
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
