import { get } from 'node:http'
import { text } from 'node:stream/consumers'
import { hasNginx, startNginx } from '../../src/testing/web/nginx.ts'
import { type Figure, median, quantile } from '../figures.ts'
import { startApplication, temporaryFolder } from '../serving/application.ts'
import { gather } from './crowd.ts'
import { PAGE, sitDown } from './desk.ts'

const VIEWERS = 2000
const STROKES = 15
const WORKERS = '2'

/** Streams that one of the processes holds: each new connection is given to the next of them. */
const streamsOfNext = (origin: string): Promise<number> =>
  new Promise((resolve, reject) => {
    get(`${origin}/metrics`, { agent: false }, async (answer) => {
      resolve(Number(/^plenum_live_streams (\d+)$/m.exec(await text(answer))?.[1]))
    }).on('error', reject)
  })

/**
 * A plenary on two processes behind an nginx that buffers, as one that nobody told otherwise does: from the desk's stroke,
 * sent through it, until so many open pages have heard of it. One process did the deed; viewers of both hear of it.
 */
export async function throughNginx(): Promise<Figure[]> {
  if (!hasNginx) {
    console.log('  There is no nginx on this machine: not measured.')
    return []
  }
  await using home = await temporaryFolder()
  await using application = await startApplication(home.path, { PLENUM_WORKERS: WORKERS })
  const desk = await sitDown(application.origin, home.path)
  // A connection of each viewer, and one of nginx for it.
  await using nginx = await startNginx(application.port, 4 * VIEWERS)
  await using viewers = await gather({
    ...{ port: nginx.port, paths: [`/live?path=${PAGE}`], count: VIEWERS, apart: true },
  })
  const rounds: (readonly number[])[] = []
  let lost = 0
  let doubled = 0
  for (let round = 0; round <= STROKES; round += 1) {
    const heard = await viewers.hear('event: parts', async () => {
      await desk.strike(nginx.port)
    })
    lost += heard.missing
    doubled += heard.doubled
    // The first round warms all of them up.
    if (round > 0) rounds.push(heard.times)
  }
  desk.close()
  const held = await Promise.all([1, 2, 3, 4].map(() => streamsOfNext(application.origin)))
  const of = (share: number) => median(rounds.map((times) => quantile(times, share)))
  const unit = 'ms'
  return [
    { name: 'viewers of the process that has fewer', value: Math.min(...held), unit: '', least: 1 },
    { name: `desk to half of ${VIEWERS} pages, through nginx`, value: of(0.5), unit },
    { name: 'desk to 99 of 100', value: of(0.99), unit, most: 250 },
    { name: 'desk to all of them', value: of(1), unit },
    { name: 'events lost', value: lost, unit: '', most: 0 },
    { name: 'events heard twice', value: doubled, unit: '', most: 0 },
  ]
}
