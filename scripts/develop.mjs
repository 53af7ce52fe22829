import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { forgetBuild } from './build.mjs'
import { launch, ourNode, ROOT, whenAskedToStop } from './runtime.mjs'

const SERVER = 'build/server/main.js'

/** A build writes many files; it counts as done when none was written for that long, in milliseconds. */
const SETTLED = 400

const keepBuilding = (...args) =>
  spawn(
    ourNode(),
    [
      join(ROOT, 'node_modules/vite/bin/vite.js'),
      'build',
      '--watch',
      '--logLevel',
      'warn',
      ...args,
    ],
    { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'] },
  )

async function end(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/**
 * Builds at every change and starts the process again; open pages lose their live stream, find the new process and
 * fetch themselves again.
 */
export async function develop() {
  forgetBuild()
  mkdirSync(join(ROOT, 'build'), { recursive: true })
  let child
  let turn = Promise.resolve()
  const restart = async () => {
    await end(child)
    if (existsSync(join(ROOT, SERVER))) child = launch(SERVER)
  }

  let settling
  const watcher = watch(join(ROOT, 'build'), { recursive: true }, () => {
    clearTimeout(settling)
    settling = setTimeout(() => {
      turn = turn.then(restart)
    }, SETTLED)
  })
  const builders = [keepBuilding(), keepBuilding('--ssr')]

  await new Promise(whenAskedToStop)
  clearTimeout(settling)
  watcher.close()
  await turn
  await Promise.all([...builders, child].map(end))
  return 0
}
