import { once } from 'node:events'
import { type IncomingHttpHeaders, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { type Actor, ANONYMOUS } from '../../kernel/actor.ts'
import type { Database } from '../../platform/database/database.ts'
import { createApplication } from '../../platform/http/application.ts'
import { noClient } from '../../platform/http/assets.ts'
import type { ApplicationParts, Cost } from '../../platform/http/parts.ts'
import { serverFor } from '../../platform/http/server.ts'
import type { World } from '../world.ts'

/** An application that answers on a port of its own. */
export interface OpenSite {
  readonly origin: string
  readonly port: number
  /** What was read and not found in the cache. */
  readonly costs: readonly Cost[]
  /** Asks without following redirects. */
  get(path: string, headers?: Record<string, string>): Promise<Response>
  /** Asks with the path exactly as written, and gives the body as it travelled. */
  raw(
    method: string,
    path: string,
    headers?: Record<string, string>,
    body?: string | Buffer,
  ): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>
  /** Does something, then asks until the page shows it; the milliseconds count from the end of the deed. */
  until(
    path: string,
    deed: () => Promise<unknown>,
    shown: string,
  ): Promise<{ text: string; milliseconds: number }>
  close(): Promise<void>
}

/** Whoever sends `Authorization: Bearer kim` is kim, without rights. */
const byBearer = (request: Request): Actor => {
  const id = request.headers.get('authorization')?.replace('Bearer ', '')
  return id ? { kind: 'account', id, grants: [] } : ANONYMOUS
}

/** Opens an application over a world's database, or over another connection to it. */
export async function openSite(
  world: Pick<World, 'features' | 'perform' | 'clock'> & { database: Database },
  parts: Partial<ApplicationParts> = {},
): Promise<OpenSite> {
  const costs: Cost[] = []
  const application = createApplication({
    features: world.features,
    database: world.database,
    perform: world.perform,
    clock: world.clock,
    settings: { publicUrl: 'http://plenum.test' },
    log: pino({ level: 'silent' }),
    assets: noClient,
    authenticate: byBearer,
    onRead: (cost) => costs.push(cost),
    ...parts,
  })
  const server = serverFor(application).listen(0, '127.0.0.1')
  await once(server, 'listening')
  await application.ready()
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  const get: OpenSite['get'] = (path, headers = {}) =>
    fetch(origin + path, { headers, redirect: 'manual' })

  return {
    origin,
    port,
    costs,
    get,
    raw: (method, path, headers = {}, body = undefined) =>
      new Promise((resolve, reject) => {
        const asked = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              body: Buffer.concat(chunks),
            }),
          )
        })
        asked.on('error', reject)
        asked.end(body)
      }),
    async until(path, deed, shown) {
      await deed()
      const began = performance.now()
      for (;;) {
        const text = await (await get(path)).text()
        const milliseconds = performance.now() - began
        if (text.includes(shown)) return { text, milliseconds }
        if (milliseconds > 5000) throw new Error(`${path} never showed «${shown}»`)
      }
    },
    async close() {
      await application.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
