import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Obstacle, step } from './progress.mjs'
import { ROOT, runTool } from './runtime.mjs'

const STAMP = join(ROOT, 'build', 'sources.sha256')
const LOOSE = ['package-lock.json', 'vite.config.ts', 'tsconfig.json']

/** Neither tests nor the faces of type, which the build itself cuts. */
const isSource = (path) => !/\.test\.tsx?$|\.woff2$|^src[\\/]testing/.test(path)

function sources() {
  const below = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
  return [...below.filter(isSource), ...LOOSE].sort()
}

function digestOfSources() {
  const hash = createHash('sha256')
  for (const path of sources()) hash.update(path).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

const vite = (...args) => runTool('vite/bin/vite.js', ['build', '--logLevel', 'warn', ...args])

/** Lets the next start build again: what is built now may be half of something. */
export const forgetBuild = () => rmSync(STAMP, { force: true })

/** Builds client and server, unless they were built from these very sources. */
export async function build() {
  const digest = digestOfSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === digest) return
  await step('Building', async () => {
    forgetBuild()
    for (const args of [[], ['--ssr']]) {
      const { code } = await vite(...args)
      if (code !== 0) throw new Obstacle('The build failed; above it says why.')
    }
    mkdirSync(join(ROOT, 'build'), { recursive: true })
    writeFileSync(STAMP, digest)
  })
}
