import { listenTo } from '../../src/testing/web/stream.ts'
import { type Figure, median, quantile } from '../figures.ts'
import type { Application } from '../serving/application.ts'
import { processMetric } from '../serving/asking.ts'
import { gather } from './crowd.ts'
import { startBare } from './crowd-of-bare.ts'
import { PAGE, sitDown } from './desk.ts'

const VIEWERS = 10_000
const STROKES = 15
const EVENT = 'event: parts'

/**
 * A plenary that the world watches: from the desk's stroke, sent through HTTP, until so many open pages have heard of it,
 * on one process. Beside it, in the same run, the least that this can take: a server that does nothing but send the same
 * bytes to as many.
 */
export async function floor({ origin, port }: Application, home: string): Promise<Figure[]> {
  const desk = await sitDown(origin, home)
  const path = `/live?path=${PAGE}`
  const listener = await listenTo(origin, [PAGE])
  await listener.next('stamp')
  await desk.strike(port)
  const { data } = await listener.next('parts')
  listener.close()
  const event = Buffer.from(`${EVENT}\ndata: ${JSON.stringify(data)}\n\n`)

  await using bare = await startBare()
  await using theirs = await gather({ port: bare.port, paths: ['/'], count: VIEWERS })
  await using ours = await gather({ port, paths: [path], count: VIEWERS })
  const rounds: { bare: readonly number[]; ours: readonly number[] }[] = []
  let lost = 0
  let doubled = 0
  const processorBefore = await processMetric(origin, 'cpu_seconds_total')
  for (let round = 0; round <= STROKES; round += 1) {
    const least = await theirs.hear(EVENT, () => bare.send(event))
    const heard = await ours.hear(EVENT, async () => {
      await desk.strike(port)
    })
    lost += heard.missing
    doubled += heard.doubled
    // The first round warms both of them up.
    if (round > 0) rounds.push({ bare: least.times, ours: heard.times })
  }
  const processor = (await processMetric(origin, 'cpu_seconds_total')) - processorBefore
  const megabytes = (await processMetric(origin, 'resident_memory_bytes')) / 2 ** 20
  desk.close()

  const of = (whose: 'bare' | 'ours', share: number) =>
    median(rounds.map((round) => quantile(round[whose], share)))
  const ratios = rounds.map((round) => quantile(round.ours, 0.99) / quantile(round.bare, 0.99))
  const unit = 'ms'
  return [
    { name: `bare: half of ${VIEWERS} have heard`, value: of('bare', 0.5), unit },
    { name: 'bare: 99 of 100', value: of('bare', 0.99), unit },
    { name: 'bare: all of them', value: of('bare', 1), unit },
    { name: `desk to half of ${VIEWERS} pages`, value: of('ours', 0.5), unit },
    { name: 'desk to 99 of 100', value: of('ours', 0.99), unit, most: 250 },
    { name: 'desk to all of them', value: of('ours', 1), unit },
    { name: '99 of 100, against bare, median', value: median(ratios), unit: '×', most: 1.5 },
    { name: 'events lost', value: lost, unit: '', most: 0 },
    { name: 'events heard twice', value: doubled, unit: '', most: 0 },
    { name: 'processor time a stroke', value: (processor * 1000) / (STROKES + 1), unit },
    { name: 'memory with all of them', value: megabytes, unit: 'MB' },
  ]
}
