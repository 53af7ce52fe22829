import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process that a test started, and what it has said so far. */
export interface Started {
  readonly child: ChildProcess
  /** Lines of standard output and standard error, in the order in which they arrived. */
  readonly lines: readonly string[]
  /** Waits for a line, also one already said; fails when the process ends or a minute passes without it. */
  said(pattern: RegExp): Promise<string>
  /** Waits for the end: the exit code, or the signal that killed it. */
  ended(): Promise<number | NodeJS.Signals>
  kill(signal: NodeJS.Signals): void
}

/** How to start a process. */
export interface StartOptions {
  env?: Readonly<Record<string, string>>
  uid?: number | undefined
  gid?: number | undefined
  cwd?: string
}

const running = new Set<ChildProcess>()

/** Starts a program of Plenum under this Node, in a process group of its own as a terminal would. */
export function startProcess(args: readonly string[], options: StartOptions = {}): Started {
  const { uid, gid, cwd, env } = options
  const child = spawn(process.execPath, args, {
    ...(uid === undefined ? {} : { uid, gid: gid ?? uid }),
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, NODE_OPTIONS: '', VITEST: '', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const look of waiting) look()
  }
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      wake()
    })
  }
  let end: number | NodeJS.Signals | undefined
  child.once('close', (code, signal) => {
    end = code ?? (signal as NodeJS.Signals)
    running.delete(child)
    wake()
  })
  return {
    child,
    lines,
    said: (pattern) =>
      new Promise((resolve, reject) => {
        const give = (why: string) =>
          reject(new Error(`${why} before ${pattern} was said:\n${lines.slice(-20).join('\n')}`))
        const timer = setTimeout(() => finish(() => give('A minute passed')), 60_000)
        const finish = (then: () => void) => {
          clearTimeout(timer)
          waiting.delete(look)
          then()
        }
        const look = () => {
          const found = lines.find((line) => pattern.test(line))
          if (found !== undefined) finish(() => resolve(found))
          else if (end !== undefined) finish(() => give(`The process ended (${end})`))
        }
        waiting.add(look)
        look()
      }),
    async ended() {
      if (end === undefined) await once(child, 'close')
      return end as number | NodeJS.Signals
    },
    kill: (signal) => void child.kill(signal),
  }
}

/** Ends whatever a failed test left running. */
export function endProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}
