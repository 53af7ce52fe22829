import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { count, RULES } from '../../src/features/record/count/count.ts'
import { stateCodes } from '../../src/features/record/facts.queries.ts'
import type { Entry } from '../../src/features/record/ledger.model.ts'
import { ledgerOf } from '../../src/features/record/queries.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { inSnapshot } from '../../src/platform/database/snapshot.ts'
import { type Figure, median } from '../figures.ts'
import { addressOfDatabase } from './filling.ts'

const ROUNDS = 9

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Megabytes on the heap when all garbage is gone. */
function onHeap(): number {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}

async function timeOf<Answer>(deed: () => Answer | Promise<Answer>) {
  const began = performance.now()
  const answer = await deed()
  return { answer, milliseconds: performance.now() - began }
}

/** What an engine keeps of all pledges, how long that takes to read, and how fast it counts. In this very process. */
export async function counting(home: string): Promise<Figure[]> {
  const database = openDatabase({ url: addressOfDatabase(home), connections: 2 })
  try {
    const read = () => inSnapshot(database.read, ledgerOf)
    // What the first questions load of ourselves is not the ledger.
    const states = await stateCodes(database.read)
    const empty = onHeap()
    const loaded = await timeOf(read)
    const { entries } = loaded.answer
    const held = onHeap() - empty
    const first = await timeOf(() => everyRule(entries, states))
    const rounds = []
    for (let round = 0; round < ROUNDS; round += 1) {
      // Another list each time: what was worked out once for the last one is worked out again.
      const again = [...entries]
      rounds.push((await timeOf(() => everyRule(again, states))).milliseconds)
    }
    const changes = []
    for (let round = 0; round < ROUNDS; round += 1) {
      await changeOne(database.write, round)
      changes.push((await timeOf(read)).milliseconds)
    }
    return [
      { name: 'pledges that are counted', value: entries.length, unit: '' },
      { name: 'all rules counted, first time', value: first.milliseconds, unit: 'ms', most: 1000 },
      { name: 'all rules counted, median', value: median(rounds), unit: 'ms', most: 1000 },
      { name: 'all rules counted, fastest', value: Math.min(...rounds), unit: 'ms' },
      { name: 'all rules counted, slowest', value: Math.max(...rounds), unit: 'ms' },
      { name: 'the ledger read, once after a start', value: loaded.milliseconds, unit: 'ms' },
      { name: 'the ledger in memory', value: held, unit: 'MB' },
      { name: 'the ledger after one change, median', value: median(changes), unit: 'ms' },
    ]
  } finally {
    await database.close()
  }
}

function everyRule(entries: readonly Entry[], states: ReadonlySet<string>): void {
  for (const rule of RULES) count(entries, rule, (code) => states.has(code))
}

/** What every deed upon a pledge does to the ledger. */
async function changeOne(
  db: ReturnType<typeof openDatabase>['write'],
  place: number,
): Promise<void> {
  await db.transaction().execute(async (writing) => {
    const { change } = await writing
      .updateTable('pledgeLedger')
      .set(({ eb }) => ({ change: eb('change', '+', 1) }))
      .returning('change')
      .executeTakeFirstOrThrow()
    const { id } = await writing
      .selectFrom('pledge')
      .select('id')
      .where('listed', '=', true)
      .orderBy('id')
      .offset(place)
      .limit(1)
      .executeTakeFirstOrThrow()
    await writing.updateTable('pledge').set({ change }).where('id', '=', id).execute()
  })
}
