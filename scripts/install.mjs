import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Obstacle, step } from './progress.mjs'
import { collected, ROOT } from './runtime.mjs'

const packagesIn = (file) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages

/**
 * Whether what is installed is what the lock names. npm notes at the end of every installation what it did, so an
 * interrupted one counts as none; packages for other machines may be missing.
 */
function isInstalled() {
  const note = join('node_modules', '.package-lock.json')
  if (!existsSync(join(ROOT, note))) return false
  const wanted = packagesIn('package-lock.json')
  const there = packagesIn(note)
  const same = (path) => wanted[path]?.version === there[path]?.version
  return (
    Object.keys(there).every(same) &&
    Object.entries(wanted).every(([path, { optional }]) => path === '' || optional || same(path))
  )
}

/** npm as it was called, or as the shell finds it. */
const npm = (args) => {
  const cli = process.env.npm_execpath
  return cli?.endsWith('.js')
    ? spawn(process.execPath, [cli, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' })
}
const options = { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] }

/** Installs exactly what the lock names, unless it is there already. */
export async function install() {
  if (isInstalled()) return
  await step('Installing the libraries (once, about half a minute)', async () => {
    const { code } = await collected(
      npm(['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error']),
    )
    if (code !== 0) {
      throw new Obstacle(
        'npm could not install the libraries (above it says why): check the connection to the package registry, then run the same command again.',
      )
    }
  })
}
