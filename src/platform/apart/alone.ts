import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What a process says of a piece of work: how far it is, and in the end what was made, or why it could not be. */
export type Said<Progress, Made> = { progress: Progress } | { made: Made } | { error: string }

/** What a process is asked: a piece of work, and the file that is there as soon as it should end with what it has. */
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
 * A process for pieces of work that take seconds each: one at a time, in the order in which they were asked. It is started
 * when it is first asked, so that nobody else pays for it, and ends after a minute without work, so that memory which only
 * grows is given back. Whatever it does, it can be ended before; the next piece then gets a new one.
 *
 * @param file what runs there: it calls `workAlone` of `work.ts`.
 * @param refusal what went wrong where it answers with an error, before its words.
 * @param patience how long it waits for more, in milliseconds.
 */
export function alone<Wanted, Progress, Made>(
  file: URL,
  refusal: string,
  patience = 60_000,
): (wanted: Wanted, waiting?: Waiting<Progress>) => Promise<Made> {
  const worker = new Resting(file, patience)
  let last: Promise<unknown> = Promise.resolve()
  return (wanted, waiting = {}) => {
    const next = last.then(() => run<Wanted, Progress, Made>(worker, refusal, wanted, waiting))
    last = next.catch(() => undefined)
    return next
  }
}

/** A process that has done its work and waits for more; it keeps us alive only while it works. */
class Resting {
  private readonly file: URL
  private readonly patience: number
  private resting: ChildProcess | undefined
  private leaving: NodeJS.Timeout | undefined

  constructor(file: URL, patience: number) {
    this.file = file
    this.patience = patience
  }

  /** The one that waits, or a new one. */
  wake(): ChildProcess {
    const child = this.resting
    if (child) this.forget(child)
    if (!child?.connected) return begin(this.file)
    child.ref()
    child.channel?.ref()
    return child
  }

  rest(child: ChildProcess): void {
    this.forget(child)
    this.resting = child
    child.unref()
    child.channel?.unref()
    child.on('error', () => this.forget(child))
    child.on('exit', () => this.forget(child))
    this.leaving = setTimeout(() => {
      this.forget(child)
      // Who was killed in this moment has left already.
      if (child.connected) child.disconnect()
    }, this.patience).unref()
  }

  private forget(child: ChildProcess): void {
    clearTimeout(this.leaving)
    for (const event of ['message', 'error', 'exit']) child.removeAllListeners(event)
    this.resting = undefined
  }
}

/** It may ask for its memory to be cleared, see `work.ts`. */
const begin = (file: URL): ChildProcess =>
  fork(file, {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...process.execArgv, '--expose-gc'],
  })

function run<Wanted, Progress, Made>(
  worker: Resting,
  refusal: string,
  wanted: Wanted,
  { tell, stop, signal }: Waiting<Progress>,
): Promise<Made> {
  const aborted = [signal, stop].find((one) => one?.aborted)
  if (aborted) return Promise.reject(aborted.reason)
  const { promise, resolve, reject } = Promise.withResolvers<Made>()
  const ended = Promise.withResolvers<void>()
  const child = worker.wake()
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
    else if ('made' in said) {
      resolve(said.made)
      worker.rest(child)
      ended.resolve()
    } else {
      reject(new Error(`${refusal}: ${said.error}`))
      child.kill('SIGKILL')
    }
  })
  child.on('error', reject)
  child.on('exit', (code, by) => {
    reject(new Error(`The process ended (${code ?? by})`))
    ended.resolve()
  })
  child.send({ wanted, enough } satisfies Asked<Wanted>)
  return promise.finally(() => {
    signal?.removeEventListener('abort', end)
    stop?.removeEventListener('abort', ask)
    rmSync(enough, { force: true })
    return ended.promise
  })
}
