import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../platform/database/embedded/cluster.ts'
import { type Started, startProcess } from './processes.ts'
import { findBrowser } from './visiting/browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Scheme, host and port of the built application, served with the facts that ship with it. */
    origin: string
    /** The path of the browser. */
    browser: string
  }
}

/** The built application, as `npm start` starts it; `npm test` builds it first. */
export const BUILT = 'build/server/main.js'

/** A home folder of a test's own. */
export async function freshHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'plenum-served-'))
  chmodSync(home, 0o755)
  return home
}

/** Starts the built application, on a free port where the environment names none, and waits until it serves. */
export async function serveBuilt(
  home: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Started & { origin: string }> {
  const port = env.PORT ?? String(await freePort())
  const application = startProcess([BUILT], { env: { ...env, PORT: port, PLENUM_HOME: home } })
  await application.said(/^Plenum is at /)
  return { ...application, origin: `http://localhost:${port}` }
}

/** Serves the built application to all browser tests, and finds or fetches a browser. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browser', findBrowser() ?? downloadedBrowser())
  const home = await freshHome()
  const application = await serveBuilt(home)
  project.provide('origin', application.origin)
  return async () => {
    application.kill('SIGTERM')
    await application.ended()
    await rm(home, { recursive: true, force: true })
  }
}

function downloadedBrowser(): string {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core'))
  execFileSync(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium'], {
    stdio: 'inherit',
  })
  const browser = findBrowser()
  if (!browser) throw new Error('No Chromium was found, and none could be downloaded.')
  return browser
}
