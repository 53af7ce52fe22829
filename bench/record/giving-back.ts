import { createWriteStream, existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:http'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Started, startProcess } from '../../src/testing/processes.ts'
import type { Figure } from '../figures.ts'
import { CLI, temporaryFolder } from '../serving/application.ts'
import { countListed } from './filling.ts'

/** Megabytes that taking files back may hold. */
const MEGABYTES = 200
const LOOK_EVERY = 100

/** As `npm run plenum -- data import` starts it; see `scripts/runtime.mjs`. */
const HEAP_OF_BATCHES = ['--lite-mode', '--max-semi-space-size=4', '--max-old-space-size=80']

/** The whole archive of a filled Plenum, taken back into a home that has nothing: seconds, and the most memory. */
export async function givingBack(origin: string, from: string): Promise<Figure[]> {
  const listed = await countListed(from)
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'archive.zip')
  const began = performance.now()
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${origin}/data/archive.zip`, resolve).once('error', reject)
  })
  await pipeline(answer, createWriteStream(file))
  const exported = (performance.now() - began) / 1000

  await using home = await temporaryFolder()
  const begun = performance.now()
  const taking = startProcess([...HEAP_OF_BATCHES, CLI, 'data', 'import', file], {
    env: { PLENUM_HOME: home.path },
    cwd: folder.path,
  })
  const memory = await memoryOf(taking)
  const seconds = (performance.now() - begun) / 1000
  const said = taking.lines.at(-1) ?? ''
  if ((await taking.ended()) !== 0) throw new Error(`Not taken back: ${said}`)
  const recorded = Number(/Recorded: (\d+)/.exec(said)?.[1])
  if (recorded < listed) throw new Error(`${recorded} were recorded, not ${listed}`)
  return [
    { name: 'the whole archive written', value: exported, unit: 's' },
    { name: 'the same archive taken back', value: seconds, unit: 's' },
    { name: 'most memory of that process', value: memory, unit: 'MB', most: MEGABYTES },
  ]
}

/** The most memory that a process ever had, in megabytes, as far as the kernel tells. */
async function memoryOf({ child, ended }: Started): Promise<number> {
  let most = Number.NaN
  const timer = setInterval(() => {
    const status = `/proc/${child.pid}/status`
    if (!existsSync(status)) return
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]
    if (kilobytes !== undefined) most = Number(kilobytes) / 1024
  }, LOOK_EVERY)
  await ended()
  clearInterval(timer)
  return most
}
