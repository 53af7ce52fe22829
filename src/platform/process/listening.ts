import { createServer, type Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart } from '../config/cannot-start.ts'
import type { Settings } from '../config/settings.ts'

/** A listening server. */
export interface Listening {
  /** Takes no new requests, lets those under way finish, and cuts what is left after a while. */
  drain(): Promise<void>
}

/**
 * How many may knock before they are let in: after a restart a whole plenum comes back at once, and whoever finds no room
 * is told nothing and tries again a second later. The system may allow fewer (`net.core.somaxconn`).
 */
const KNOCKING = 4096

/** How long a request under way may still take, in milliseconds. */
const FINISH_WITHIN = 2_500

type Where = Pick<Settings, 'port' | 'host'>

/**
 * Lets a server listen where the settings say.
 *
 * @throws CannotStart where the port is taken or not allowed, or the interface is not this machine's.
 */
export async function listen(server: Server, where: Where): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(complaint(error, where)))
    const { port, host } = where
    server.listen({ port, backlog: KNOCKING, ...(host ? { host } : {}) }, resolve)
  })
  return {
    async drain() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      const patience = new AbortController()
      const late = sleep(FINISH_WITHIN, undefined, { signal: patience.signal }).then(
        () => server.closeAllConnections(),
        () => undefined,
      )
      await closed
      patience.abort()
      await late
    },
  }
}

/** Finds out before a long start that the end of it would fail. */
export async function mustBeFree(where: Where): Promise<void> {
  const { drain } = await listen(createServer(), where)
  await drain()
}

function complaint(error: NodeJS.ErrnoException, { port, host }: Where): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new CannotStart(
        `Port ${port} is taken by another program: stop that one, or set PORT to another number.`,
      )
    case 'EACCES':
      return new CannotStart(
        `This user may not listen on port ${port}: set PORT to a number from 1024 on.`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new CannotStart(
        `HOST («${host}») is no address of this machine: correct it, or leave it out to listen on all.`,
      )
    default:
      return error
  }
}
