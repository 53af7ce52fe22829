import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'

/** The least that a live stream can be, in a process of its own. */
export interface Bare extends AsyncDisposable {
  readonly port: number
  /** Sends bytes to everybody who listens. */
  send(event: Buffer): Promise<void>
}

export async function startBare(): Promise<Bare> {
  const child = fork(new URL('./bare.ts', import.meta.url))
  const [port] = (await once(child, 'message')) as [number]
  return {
    port,
    send: (event) =>
      new Promise((resolve, reject) => {
        const asked = request({ port, host: '127.0.0.1', method: 'POST' }, (answer) => {
          answer.resume()
          answer.on('end', () => resolve())
        })
        asked.on('error', reject)
        asked.end(event)
      }),
    async [Symbol.asyncDispose]() {
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
