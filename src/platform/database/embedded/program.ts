import { spawn } from 'node:child_process'
import type { Identity } from './identity.ts'

/** What a program of PostgreSQL answered. */
export interface Answer {
  readonly code: number | null
  readonly said: string
}

/** Runs a program to its end, as another user where root lends one. */
export const run = (
  file: string,
  args: readonly string[],
  { identity, folder }: { identity: Identity; folder: string },
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...identity,
      cwd: folder,
      // A session of its own: Ctrl-C in the terminal reaches Plenum, which then stops PostgreSQL last.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    })
    let said = ''
    child.stdout.on('data', (part) => {
      said += part
    })
    child.stderr.on('data', (part) => {
      said += part
    })
    child.once('error', reject)
    // Not `close`: a server that goes on running keeps the pipes that it inherited.
    child.once('exit', (code) => {
      child.stdout.destroy()
      child.stderr.destroy()
      resolve({ code, said: said.trim() })
    })
  })
