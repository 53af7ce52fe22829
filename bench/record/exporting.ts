import { get } from 'node:http'
import { type Figure, median } from '../figures.ts'
import { connectTo, countListed } from './filling.ts'

const ROUNDS = 5

/**
 * What our CSV of pledges is made of, as one query: every listed pledge by its identifier with its reports, what it
 * said before and what was done to it. It prints JSON as it stands; ours prints a column for every field.
 */
const SAME = `
  select pledge.*, events.history, versions.before, deeds.done
  from (
    select id, conference, lead, state, audience, announced_on, as_of, version, terms from pledge where listed
  ) as pledge
  left join lateral (
    select jsonb_agg(content order by axis, position) as history from pledge_event where pledge = pledge.id
  ) as events on true
  left join lateral (
    select jsonb_agg(content order by version) as before from pledge_version where pledge = pledge.id
  ) as versions on true
  left join lateral (
    select jsonb_agg(jsonb_build_array(deed, at, party, note) order by position) as done
    from pledge_deed where pledge = pledge.id
  ) as deeds on true
  order by id collate "C"`

/** Takes a file to its end and keeps nothing of it: its bytes, and the line ends outside its first line. */
function taken(address: string): Promise<{ bytes: number; milliseconds: number }> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(address, { headers: { 'Accept-Encoding': 'identity' } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${answer.statusCode} from ${address}`))
      let bytes = 0
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      answer.once('error', reject)
      answer.once('end', () => resolve({ bytes, milliseconds: performance.now() - began }))
    }).once('error', reject)
  })
}

/** Rows a second of the CSV of all pledges, and of PostgreSQL's own COPY of the same query, in turns. */
export async function exporting(origin: string, home: string, times = ROUNDS): Promise<Figure[]> {
  const pledges = await countListed(home)
  const client = await connectTo(home)
  try {
    const rounds = []
    for (let round = -1; round < times; round += 1) {
      const ours = await taken(`${origin}/api/v1/pledges.csv`)
      const began = performance.now()
      await client.query(`copy (${SAME}) to stdout (format csv)`)
      const theirs = performance.now() - began
      const perSecond = (milliseconds: number) => (pledges * 1000) / milliseconds
      // The first round warms both up.
      if (round < 0) continue
      rounds.push({ ours: perSecond(ours.milliseconds), copy: perSecond(theirs), ...ours })
    }
    const ratios = rounds.map(({ ours, copy }) => ours / copy)
    return [
      { name: 'CSV of all pledges', value: median(rounds.map(({ ours }) => ours)), unit: 'rows/s' },
      {
        name: 'COPY of the same query',
        value: median(rounds.map(({ copy }) => copy)),
        unit: 'rows/s',
      },
      { name: 'ratio, median of the rounds', value: median(ratios), unit: '×' },
      { name: 'ratio, lowest round', value: Math.min(...ratios), unit: '×' },
      { name: 'ratio, highest round', value: Math.max(...ratios), unit: '×' },
      { name: 'the file', value: (rounds[0]?.bytes ?? 0) / 2 ** 20, unit: 'MB' },
    ]
  } finally {
    await client.end()
  }
}
