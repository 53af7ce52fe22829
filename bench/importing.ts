import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bigProgramme, MANY } from './big-programme.ts'
import { type Figure, median } from './figures.ts'
import { plenum, temporaryFolder } from './serving/application.ts'

const TIMES = 5

interface Read {
  days: readonly { items: readonly unknown[] }[]
}

/** Seconds to read a text of 500 sessions, from the call of the command to its end. */
export async function importing(): Promise<Figure[]> {
  await using folder = await temporaryFolder()
  const file = join(folder.path, 'large.txt')
  await writeFile(file, bigProgramme())
  const times = []
  for (let at = 0; at < TIMES; at += 1) {
    const began = performance.now()
    const printed = await plenum(folder.path, 'programme', 'import', file, '--dry-run', '--json')
    times.push((performance.now() - began) / 1000)
    const { days } = JSON.parse(printed) as Read
    const read = days.flatMap(({ items }) => items).length
    if (read !== MANY) throw new Error(`${read} sessions were read, not ${MANY}`)
  }
  return [
    { name: `${MANY} sessions read, median of ${TIMES}`, value: median(times), unit: 's', most: 1 },
    { name: 'slowest', value: Math.max(...times), unit: 's' },
  ]
}
