import { join } from 'node:path'
import { startProcess } from '../src/testing/processes.ts'
import { type Figure, median } from './figures.ts'
import { type Application, ROOT } from './serving/application.ts'
import { paceOf } from './serving/load.ts'

const PAGES = { programme: '/en/seoul2021/programme', pledges: '/en/pledges?edition=seoul2021' }
const ROUNDS = 9
/** Requests per second from the cache, as a share of what a bare server gives in the same moment. */
export async function cached(application: Application): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, path] of Object.entries(PAGES)) {
    for (const figure of await paceOfPage(application, path)) {
      figures.push({ ...figure, name: `${name}: ${figure.name}` })
    }
  }
  return figures
}

async function paceOfPage({ port, origin }: Application, path: string): Promise<Figure[]> {
  const load = { path, connections: 16, requests: 10_000 }
  await paceOf({ ...load, port, requests: 100 })
  const bare = startProcess([join(ROOT, 'bench', 'serving', 'bare.ts'), origin + path])
  try {
    const barePort = Number((await bare.said(/^Bare at /)).split(' ').at(-1))
    const rounds = []
    for (let round = -1; round < ROUNDS; round += 1) {
      const ours = await paceOf({ ...load, port })
      const theirs = await paceOf({ ...load, port: barePort })
      if (ours.bytes !== theirs.bytes) throw new Error('The two servers do not send the same')
      // The first round warms both up.
      if (round >= 0) rounds.push({ ours: ours.perSecond, theirs: theirs.perSecond })
    }
    const ratios = rounds.map(({ ours, theirs }) => ours / theirs)
    return [
      { name: 'from the cache', value: median(rounds.map(({ ours }) => ours)), unit: '/s' },
      { name: 'bare node:http', value: median(rounds.map(({ theirs }) => theirs)), unit: '/s' },
      { name: 'ratio, median of the rounds', value: median(ratios), unit: '×', least: 0.8 },
      { name: 'ratio, lowest round', value: Math.min(...ratios), unit: '×' },
      { name: 'ratio, highest round', value: Math.max(...ratios), unit: '×' },
    ]
  } finally {
    bare.kill('SIGKILL')
  }
}
