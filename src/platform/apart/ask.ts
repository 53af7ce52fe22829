import { type ChildProcess, fork } from 'node:child_process'

/** How long a process waits for more before it gives its memory back, in milliseconds. */
const PATIENCE = 60_000

/** What a process is asked, and what it answers. */
export interface Asked<Wanted> {
  id: number
  wanted: Wanted
}
export type Answered<Made> = { id: number; made: Made } | { id: number; error: string }

/** How long a piece of work may take, in milliseconds, and how much memory its objects may have, in megabytes. */
export interface Bounds {
  milliseconds: number
  megabytes: number
}

interface Running<Made> {
  child: ChildProcess
  waiting: Map<number, PromiseWithResolvers<Made>>
  leaving?: NodeJS.Timeout
}

/**
 * A process for work that takes a tenth of a second or more, or much memory, in which nobody else should wait and which
 * nobody else should pay for: one piece after the other. It is started when it is first asked and ends after a minute
 * without work, and with us; it keeps us alive only while somebody waits.
 *
 * @param file what runs there: it calls `answerWith` of `answer.ts`.
 * @param refusal what went wrong where it answers with an error, before its words.
 * @param bounds for work on what strangers hand in: whoever exceeds them loses the process, and the next gets a new one.
 */
export function apart<Wanted, Made>(
  file: URL,
  refusal: string,
  bounds?: Bounds,
): (wanted: Wanted) => Promise<Made> {
  let running: Running<Made> | undefined
  let last = 0

  function start(): Running<Made> {
    const started: Running<Made> = { child: begin(file, bounds), waiting: new Map() }
    const { child, waiting } = started
    const forget = () => {
      if (running === started) running = undefined
    }
    const rest = () => {
      child.unref()
      child.channel?.unref()
      started.leaving = setTimeout(() => {
        forget()
        child.disconnect()
      }, PATIENCE).unref()
    }
    const gone = (error: unknown) => {
      forget()
      clearTimeout(started.leaving)
      for (const asked of waiting.values()) asked.reject(error)
      waiting.clear()
    }
    child.on('message', (answer: Answered<Made>) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) rest()
      if ('made' in answer) asked?.resolve(answer.made)
      else asked?.reject(new Error(`${refusal}: ${answer.error}`))
    })
    child.on('error', gone)
    child.on('exit', (code, signal) => gone(new Error(`The process ended (${code ?? signal})`)))
    return started
  }

  return (wanted) => {
    running ??= start()
    const { child, waiting, leaving } = running
    clearTimeout(leaving)
    const asked = Promise.withResolvers<Made>()
    last += 1
    waiting.set(last, asked)
    child.ref()
    child.channel?.ref()
    child.send({ id: last, wanted } satisfies Asked<Wanted>)
    if (!bounds) return asked.promise
    const tooLong = setTimeout(() => child.kill('SIGKILL'), bounds.milliseconds)
    return asked.promise.finally(() => clearTimeout(tooLong))
  }
}

/** Bytes arrive as they were sent. A process that runs out of memory says so at length, which helps nobody. */
const begin = (file: URL, bounds: Bounds | undefined): ChildProcess =>
  fork(file, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', bounds ? 'ignore' : 'inherit', 'ipc'],
    ...(bounds && { execArgv: [`--max-old-space-size=${bounds.megabytes}`] }),
  })
