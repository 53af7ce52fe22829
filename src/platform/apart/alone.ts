import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a process says of its one piece of work: how far it is, and in the end what was made, or why it could not be. */
export type Said<Progress, Made> = { progress: Progress } | { made: Made } | { error: string }

/** What a process is asked: its work, and the file that is there as soon as it should end with what it has. */
export interface Asked<Wanted> {
  wanted: Wanted
  enough: string
}

/** Who waits for a piece of work. */
export interface Waiting<Progress> {
  tell?: (progress: Progress) => void
  /** Asks the process to end with what it has, as soon as its work asks whether it is enough. */
  stop?: AbortSignal
  /** Ends the process, at once and whatever it does; the promise is rejected with the reason. */
  signal?: AbortSignal
}

/**
 * A process for each piece of work that takes seconds: one piece at a time, in the order in which they were asked. The
 * process ends with its work, so that memory which only grows is given back, and can be ended before.
 *
 * @param file what runs there: it calls `workAlone` of `work.ts`.
 * @param refusal what went wrong where it answers with an error, before its words.
 */
export function alone<Wanted, Progress, Made>(
  file: URL,
  refusal: string,
): (wanted: Wanted, waiting?: Waiting<Progress>) => Promise<Made> {
  let last: Promise<unknown> = Promise.resolve()
  return (wanted, waiting = {}) => {
    const next = last.then(() => run<Wanted, Progress, Made>(file, refusal, wanted, waiting))
    last = next.catch(() => undefined)
    return next
  }
}

function run<Wanted, Progress, Made>(
  file: URL,
  refusal: string,
  wanted: Wanted,
  { tell, stop, signal }: Waiting<Progress>,
): Promise<Made> {
  const ended = [signal, stop].find((one) => one?.aborted)
  if (ended) return Promise.reject(ended.reason)
  const { promise, resolve, reject } = Promise.withResolvers<Made>()
  const child = fork(file, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const end = () => {
    reject(signal?.reason)
    child.kill('SIGKILL')
  }
  signal?.addEventListener('abort', end, { once: true })
  // A process that calculates reads no message before it is done, but it can look whether a file is there.
  const enough = join(tmpdir(), `plenum-enough-${randomUUID()}`)
  const ask = () => writeFileSync(enough, '')
  stop?.addEventListener('abort', ask, { once: true })
  child.on('message', (said: Said<Progress, Made>) => {
    if ('progress' in said) tell?.(said.progress)
    else if ('made' in said) resolve(said.made)
    else reject(new Error(`${refusal}: ${said.error}`))
    if (!('progress' in said)) child.kill('SIGKILL')
  })
  child.on('error', reject)
  const exit = Promise.withResolvers<void>()
  child.on('exit', (code, by) => {
    reject(new Error(`The process ended (${code ?? by})`))
    exit.resolve()
  })
  child.send({ wanted, enough } satisfies Asked<Wanted>)
  return promise.finally(() => {
    signal?.removeEventListener('abort', end)
    stop?.removeEventListener('abort', ask)
    rmSync(enough, { force: true })
    return exit.promise
  })
}
