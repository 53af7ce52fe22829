import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bigProgramme, MANY } from './big-programme.ts'
import { type Figure, median, quantile } from './figures.ts'
import { type Application, perform, plenum } from './serving/application.ts'
import { askWell, PERSONAL, processMetric } from './serving/asking.ts'

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

/** The milliseconds of every answer, and those of the processor that our process spent on one. */
async function timesOf({ origin }: Application, conference: string) {
  const times = []
  let before = 0
  for (let at = -WARM_UP; at < TIMES; at += 1) {
    if (at === 0) before = await processMetric(origin, 'cpu_seconds_total')
    const address = `${origin}/en/${conference}/programme`
    const { milliseconds } = await askWell(address, PERSONAL)
    if (at >= 0) times.push(milliseconds)
  }
  const spent = (await processMetric(origin, 'cpu_seconds_total')) - before
  return { times, processor: (spent * 1000) / TIMES }
}

const figuresOf = (
  name: string,
  { times, processor }: Awaited<ReturnType<typeof timesOf>>,
  most: number,
): Figure[] => [
  { name: `${name}, median`, value: median(times), unit: 'ms', most },
  { name: `${name}, fastest tenth`, value: quantile(times, 0.1), unit: 'ms' },
  { name: `${name}, 95 of 100`, value: quantile(times, 0.95), unit: 'ms' },
  { name: `${name}, processor time of our process`, value: processor, unit: 'ms' },
]

/** Milliseconds from the question to the last byte of a page that no cache may answer. */
export async function uncached(application: Application, home: string): Promise<Figure[]> {
  await publishLarge(home)
  const large = await askWell(`${application.origin}/en/${LARGE}/programme`, PERSONAL)
  const shown = large.body.toString().match(/<h3/g)?.length ?? 0
  if (shown < MANY) throw new Error(`The large page shows ${shown} sessions, not ${MANY}`)
  const small = await timesOf(application, 'seoul2021')
  const big = await timesOf(application, LARGE)
  return [...figuresOf('6 sessions', small, 5), ...figuresOf(`${MANY} sessions`, big, 15)]
}
