import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Application, perform, plenum } from './application.ts'
import { askWell, PERSONAL } from './asking.ts'
import { bigProgramme, MANY } from './big-programme.ts'
import { type Figure, median, quantile } from './figures.ts'

const LARGE = 'newyork2014'
const WARM_UP = 100
/** The limit of one address is 1200 at once; both pages together stay below it. */
const TIMES = 300

/** Adds a programme of 500 sessions to a conference that has none, and releases it. */
async function publishLarge(home: string): Promise<void> {
  const file = join(home, 'large.txt')
  await writeFile(file, bigProgramme())
  await plenum(home, 'programme', 'import', file, '--conference', LARGE)
  const note = { original: 'en', in: { en: { value: 'Measured', status: 'unofficial' } } }
  await perform(home, 'programme.release', { conference: LARGE, note })
}

async function timesOf({ origin }: Application, conference: string): Promise<number[]> {
  const times = []
  for (let at = -WARM_UP; at < TIMES; at += 1) {
    const address = `${origin}/en/${conference}/programme`
    const { milliseconds } = await askWell(address, PERSONAL)
    if (at >= 0) times.push(milliseconds)
  }
  return times
}

/** Milliseconds from the question to the last byte of a page that no cache may answer. */
export async function uncached(application: Application, home: string): Promise<Figure[]> {
  await publishLarge(home)
  const large = await askWell(`${application.origin}/en/${LARGE}/programme`, PERSONAL)
  const shown = large.body.toString().match(/<h3/g)?.length ?? 0
  if (shown < MANY) throw new Error(`The large page shows ${shown} sessions, not ${MANY}`)
  const small = await timesOf(application, 'seoul2021')
  const big = await timesOf(application, LARGE)
  return [
    { name: '6 sessions, median', value: median(small), unit: 'ms', most: 5 },
    { name: '6 sessions, 95 of 100', value: quantile(small, 0.95), unit: 'ms' },
    { name: `${MANY} sessions, median`, value: median(big), unit: 'ms', most: 15 },
    { name: `${MANY} sessions, 95 of 100`, value: quantile(big, 0.95), unit: 'ms' },
  ]
}
