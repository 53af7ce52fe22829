import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ended, ourNode, ROOT } from './runtime.mjs'

const SETTLED = 300

const vite = (...args) =>
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

/**
 * Builds at every change and starts the process again; open pages lose their live stream, find the new process and
 * fetch themselves again.
 */
export async function develop() {
  await build()
  const builders = [vite(), vite('--ssr')]
  let child
  let stopping = false

  const start = () => {
    child = spawn(ourNode(), ['--enable-source-maps', join(ROOT, 'build/server/main.js')], {
      cwd: ROOT,
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    })
    return ended(child)
  }

  let timer
  mkdirSync(join(ROOT, 'build'), { recursive: true })
  const watcher = watch(join(ROOT, 'build'), { recursive: true }, (_event, name) => {
    if (!name?.endsWith('.js') && !name?.endsWith('.css')) return
    clearTimeout(timer)
    timer = setTimeout(() => child?.kill('SIGTERM'), SETTLED)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => {
      stopping = true
    })
  }

  let code = 0
  while (!stopping) {
    if (existsSync(join(ROOT, 'build/server/main.js'))) code = await start()
    if (!stopping && code !== 0) {
      process.stderr.write('Waiting for the next change.\n')
      await new Promise((resolve) => watcher.once('change', resolve))
      await new Promise((resolve) => setTimeout(resolve, SETTLED))
    }
  }
  watcher.close()
  for (const builder of builders) builder.kill('SIGTERM')
  return code
}
