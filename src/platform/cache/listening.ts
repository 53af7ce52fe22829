import type pg from 'pg'
import { CHANNEL, topicsOf } from '../command/notices.ts'
import type { Database } from '../database/database.ts'
import type { Replica } from './replica.ts'
import type { Topics } from './topics.ts'

const AGAIN_AFTER = [0, 100, 250, 500, 1000, 2000]
const STILL_THERE = 10_000

/** The one connection of this process that hears what commits have changed. */
export interface Listening {
  /** Resolves as soon as notices arrive. */
  ready(): Promise<void>
  close(): Promise<void>
}

/**
 * Listens, and connects again for as long as it takes. While there is no connection nothing is kept, and when there is
 * one again everything that was kept is gone: nobody knows what was missed.
 */
export function listen(options: {
  database: Pick<Database, 'listen'>
  topics: Topics
  replica: Replica
  onTrouble(error: unknown): void
}): Listening {
  const { database, topics, replica, onTrouble } = options
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let attempts = 0
  let closed = false
  const { promise: first, resolve: heard } = Promise.withResolvers<void>()

  const lost = (error: unknown) => {
    if (closed) return
    clearTimeout(timer)
    client?.removeAllListeners('end')
    client?.end().catch(() => undefined)
    client = undefined
    if (topics.heard) topics.hear(false)
    onTrouble(error)
    timer = setTimeout(connect, AGAIN_AFTER[Math.min(attempts, AGAIN_AFTER.length - 1)])
    attempts += 1
  }

  /** A connection that was cut without a word looks alive; a question every few seconds finds out. */
  const ask = (asked: pg.Client) => {
    timer = setTimeout(() => {
      const patience = setTimeout(() => lost(new Error('The LISTEN connection is silent')), 5000)
      asked
        .query('select 1')
        .then(() => {
          if (asked === client) ask(asked)
        }, lost)
        .finally(() => clearTimeout(patience))
    }, STILL_THERE).unref()
  }

  const connect = async () => {
    let made: pg.Client | undefined
    try {
      made = await database.listen()
      if (closed) return await made.end()
      client = made
      made.on('error', lost)
      made.on('end', () => lost(new Error('The LISTEN connection ended')))
      made.on('notification', ({ payload = '' }) => {
        replica.mustCatchUp()
        topics.touch(topicsOf(payload))
      })
      await made.query(`listen ${CHANNEL}`)
      replica.mustCatchUp()
      attempts = 0
      topics.hear(true)
      heard()
      ask(made)
    } catch (error) {
      lost(error)
    }
  }
  void connect()

  return {
    ready: () => first,
    async close() {
      closed = true
      clearTimeout(timer)
      topics.hear(false)
      await client?.end().catch(() => undefined)
    },
  }
}
