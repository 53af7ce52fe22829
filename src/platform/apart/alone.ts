import { fork } from 'node:child_process'

/** What a process says of its one piece of work: how far it is, and in the end what was made, or why it could not be. */
export type Said<Progress, Made> = { progress: Progress } | { made: Made } | { error: string }

/** Who waits for a piece of work. */
export interface Waiting<Progress> {
  tell?: (progress: Progress) => void
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
  { tell, signal }: Waiting<Progress>,
): Promise<Made> {
  if (signal?.aborted) return Promise.reject(signal.reason)
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
  child.on('message', (said: Said<Progress, Made>) => {
    if ('progress' in said) tell?.(said.progress)
    else if ('made' in said) resolve(said.made)
    else reject(new Error(`${refusal}: ${said.error}`))
    if (!('progress' in said)) child.kill('SIGKILL')
  })
  child.on('error', reject)
  const ended = Promise.withResolvers<void>()
  child.on('exit', (code, by) => {
    reject(new Error(`The process ended (${code ?? by})`))
    ended.resolve()
  })
  child.send({ wanted })
  return promise.finally(() => {
    signal?.removeEventListener('abort', end)
    return ended.promise
  })
}
