import { fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { now } from './clock.ts'
import { hearing } from './said.ts'
import type { Asked, Said } from './viewers.ts'

/** Viewers of pages, in a process of their own. */
export interface Crowd extends AsyncDisposable {
  /** Does something, and says after how many milliseconds each of those heard who did, sorted. */
  hear(event: string, deed: () => Promise<void>): Promise<Heard>
  /** More viewers. */
  open(count: number): Promise<void>
  /** Some of them leave without a word. */
  close(count: number): Promise<void>
}

/** After how long each viewer heard of a deed, from the moment at which it was sent. */
export interface Heard {
  /** Milliseconds, sorted. */
  readonly times: readonly number[]
  /** Those who heard nothing within ten seconds. */
  readonly missing: number
  /** Those who heard more than one event. */
  readonly doubled: number
}

const LONGEST = 10_000

/** Opens the streams of so many viewers of some pages, one after the other in groups. */
export async function gather(place: {
  port: number
  /** What they look at, in turns. */
  paths: readonly string[]
  count: number
  cookies?: string
  apart?: boolean
}): Promise<Crowd> {
  const child = fork(new URL('./viewers.ts', import.meta.url), { serialization: 'advanced' })
  const ask = (asked: Asked) => child.send(asked)
  const said = hearing<Said>(child)
  const { port, paths, cookies = '', apart = false } = place
  const open = async (count: number) => {
    const opened = said('opened')
    ask({ kind: 'open', port, paths, count, cookies, apart })
    await opened
  }
  await open(place.count)
  return {
    open,
    async hear(event, deed) {
      ask({ kind: 'await', event })
      const all = said('all-heard')
      const began = now()
      await deed()
      await Promise.race([all, sleep(LONGEST)])
      const heard = said('heard')
      ask({ kind: 'told' })
      const { times, missing, doubled } = await heard
      return { times: times.map((at) => at - began).toSorted((a, b) => a - b), missing, doubled }
    },
    async close(count) {
      const closed = said('closed')
      ask({ kind: 'close', count })
      await closed
    },
    async [Symbol.asyncDispose]() {
      child.disconnect()
      await new Promise((resolve) => child.once('exit', resolve))
    },
  }
}
