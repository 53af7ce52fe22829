import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { freePort } from '../src/platform/database/embedded/cluster.ts'
import type { Figure } from './figures.ts'
import { ROOT, temporaryFolder } from './serving/application.ts'
import { firstPage, interrupt, npmStart } from './starting.ts'

const STEPS = [
  { name: 'npm ci', ends: /^Installing .* s$/ },
  { name: 'build', ends: /^Building .* s$/ },
  { name: 'database: made, started', ends: /^Database: / },
  { name: 'database: tables', ends: /^Database brought/ },
  { name: 'facts that ship with it', ends: /^Facts / },
  { name: 'serving', ends: /^Plenum is at / },
]

/** Seconds that all steps after the installation may take. */
const AFTER_INSTALLATION = 30

/** Seconds of each step from `git clone` to the first page. */
export async function firstStart(): Promise<Figure[]> {
  await using folder = await temporaryFolder()
  const clone = join(folder.path, 'plenum')
  const figures: Figure[] = []
  const began = performance.now()
  let last = began
  let installed = began
  const note = (name: string) => {
    const now = performance.now()
    figures.push({ name, value: (now - last) / 1000, unit: 's' })
    last = now
  }
  execFileSync('git', ['clone', '--quiet', ROOT, clone])
  note('git clone')
  const port = await freePort()
  const started = npmStart(clone, port, join(clone, '.plenum'))
  try {
    for (const { name, ends } of STEPS) {
      await started.said(ends)
      note(name)
      if (name === 'npm ci') installed = last
    }
    await firstPage(port)
    note('first page')
  } finally {
    await interrupt(started)
  }
  const unit = 's'
  return [
    ...figures,
    { name: 'after npm ci', value: (last - installed) / 1000, unit, most: AFTER_INSTALLATION },
    { name: 'in all', value: (last - began) / 1000, unit },
  ]
}
