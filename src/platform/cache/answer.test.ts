import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { answerOf } from './answer.ts'

const NOW = Date.UTC(2021, 11, 7, 10, 29, 59)
const answer = answerOf(
  { status: 200, headers: [['Content-Type', 'text/plain']], body: Buffer.from('soon') },
  NOW + 1000,
)

/** What a reader is told, who holds the answer already or not. */
function told(held: boolean, now: number) {
  const written: { status?: number; headers?: string[] } = {}
  const response = {
    writeHead: (status: number, headers: string[]) => Object.assign(written, { status, headers }),
    end: () => undefined,
  } as unknown as ServerResponse
  const headers = held ? { 'if-none-match': answer.etag } : {}
  answer.send({ headers, method: 'GET' } as IncomingMessage, response, now)
  return { status: written.status, shared: written.headers?.join().includes('s-maxage') }
}

describe('an answer that time alone will make wrong', () => {
  it('may be shared unasked while that is far, also by whoever holds it', () => {
    expect(told(false, NOW - 60_000)).toEqual({ status: 200, shared: true })
    expect(told(true, NOW - 60_000)).toEqual({ status: 304, shared: true })
  })

  it('may not in its last seconds, also by whoever holds it', () => {
    expect(told(false, NOW)).toEqual({ status: 200, shared: false })
    expect(told(true, NOW)).toEqual({ status: 304, shared: false })
  })
})
