import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../../src/platform/database/embedded/cluster.ts'
import { type Started, startProcess } from '../../src/testing/processes.ts'

/** The folder of the project. */
export const ROOT = join(import.meta.dirname, '..', '..')

const START = [join(ROOT, 'scripts', 'run.mjs'), 'start']
/** The server as it is built. */
export const MAIN = join(ROOT, 'build', 'server', 'main.js')
export const CLI = join(ROOT, 'build', 'server', 'cli.js')

/** A folder of this run's own, gone at the end of the block. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'plenum-bench-'))
  // PostgreSQL may run as another user, who must be able to enter.
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

/** The built application on a port of its own, as `npm start` starts it; it ends with the block. */
export interface Application extends AsyncDisposable {
  readonly process: Started
  readonly port: number
  readonly origin: string
}

/**
 * Starts the built application in a home folder, and waits until it serves.
 *
 * @param start what Node is called with: the way of `npm start`, unless something is to be measured beyond its bounds.
 */
export async function startApplication(
  home: string,
  env: Readonly<Record<string, string>> = {},
  start: readonly string[] = START,
): Promise<Application> {
  const port = Number(env.PORT ?? (await freePort()))
  const origin = `http://127.0.0.1:${port}`
  const process = startProcess(start, {
    env: { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: origin, PLENUM_HOME: home, ...env },
  })
  await process.said(/^Plenum is at /)
  return {
    process,
    port,
    origin,
    async [Symbol.asyncDispose]() {
      process.kill('SIGTERM')
      await process.ended()
    },
  }
}

const run = promisify(execFile)

/** Runs the command `plenum`; answers what it printed. */
export async function plenum(home: string, ...args: readonly string[]): Promise<string> {
  const env = { ...process.env, PLENUM_HOME: home }
  const { stdout } = await run(process.execPath, [CLI, ...args], { env, maxBuffer: 2 ** 26 })
  return stdout
}

/** Performs a command as the operator of the machine. */
export const perform = (home: string, command: string, input: unknown): Promise<string> =>
  plenum(home, 'perform', command, JSON.stringify(input))
