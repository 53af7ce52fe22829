import { Worker } from 'node:worker_threads'

/** How long a thread waits for more before it gives its memory back, in milliseconds. */
const PATIENCE = 60_000

/** What a thread is asked, and what it answers. */
export interface Asked<Wanted> {
  id: number
  wanted: Wanted
}
export type Answered<Made> = { id: number; made: Made } | { id: number; error: string }

/** How long a piece of work may take, in milliseconds, and how much memory the thread may have, in megabytes. */
export interface Bounds {
  milliseconds: number
  megabytes: number
}

interface Running<Made> {
  worker: Worker
  waiting: Map<number, PromiseWithResolvers<Made>>
  leaving?: NodeJS.Timeout
}

/**
 * A thread for work that takes a tenth of a second or more, in which nobody else should wait: one piece after the
 * other. It is started when it is first asked and ends after a minute without work; it keeps the process alive only
 * while somebody waits.
 *
 * @param file what runs there: it calls `answerWith` of `answer.ts`.
 * @param refusal what went wrong where the thread answers with an error, before its words.
 * @param bounds for work on what strangers hand in: whoever exceeds them loses the thread, and the next gets a new one.
 */
export function threadOf<Wanted, Made>(
  file: URL,
  refusal: string,
  bounds?: Bounds,
): (wanted: Wanted) => Promise<Made> {
  let running: Running<Made> | undefined
  let last = 0

  function start(): Running<Made> {
    const limits = bounds && { resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes } }
    const started: Running<Made> = { worker: new Worker(file, limits), waiting: new Map() }
    const { worker, waiting } = started
    const forget = () => {
      if (running === started) running = undefined
    }
    const rest = () => {
      worker.unref()
      started.leaving = setTimeout(() => {
        forget()
        void worker.terminate()
      }, PATIENCE).unref()
    }
    const gone = (error: unknown) => {
      forget()
      clearTimeout(started.leaving)
      for (const asked of waiting.values()) asked.reject(error)
      waiting.clear()
    }
    worker.on('message', (answer: Answered<Made>) => {
      const asked = waiting.get(answer.id)
      waiting.delete(answer.id)
      if (waiting.size === 0) rest()
      if ('made' in answer) asked?.resolve(answer.made)
      else asked?.reject(new Error(`${refusal}: ${answer.error}`))
    })
    worker.on('error', gone)
    worker.on('exit', (code) => gone(new Error(`The thread ended with ${code}`)))
    return started
  }

  return (wanted) => {
    running ??= start()
    const { worker, waiting, leaving } = running
    clearTimeout(leaving)
    const asked = Promise.withResolvers<Made>()
    last += 1
    waiting.set(last, asked)
    worker.ref()
    worker.postMessage({ id: last, wanted } satisfies Asked<Wanted>)
    if (!bounds) return asked.promise
    const tooLong = setTimeout(() => void worker.terminate(), bounds.milliseconds)
    return asked.promise.finally(() => clearTimeout(tooLong))
  }
}
