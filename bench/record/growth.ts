import type { Figure } from '../figures.ts'
import { MAIN, startApplication, temporaryFolder } from '../serving/application.ts'
import { counting } from './counting.ts'
import { exporting } from './exporting.ts'
import { fill } from './filling.ts'
import { lists } from './lists.ts'

const SIZES = [1_000, 10_000, 100_000, 1_000_000]

/** More than the server takes by itself: a million pledges in memory want more than its bounds. */
const START = ['--max-old-space-size=4096', MAIN]

/** What of each measurement shows how it grows. */
const SHOWN = [
  'filters, 95 of 100',
  'filters, processor time, 95 of 100',
  'search, 95 of 100',
  'search, processor time, 95 of 100',
  'all rules counted, median',
  'the ledger read, once after a start',
  'the ledger in memory',
  'the ledger after one change, median',
  'CSV of all pledges',
  'ratio, median of the rounds',
]

/**
 * The same figures of a thousand pledges, ten thousand, a hundred thousand and a million, each told as soon as it is
 * known: the last take long. Nothing of it has a budget.
 */
export async function growth(tell: (figure: Figure) => void): Promise<Figure[]> {
  for (const size of SIZES) {
    await using home = await temporaryFolder()
    await using application = await startApplication(home.path, {}, START)
    const began = performance.now()
    await fill(home.path, size)
    tell({
      name: `${size}: written into the tables`,
      value: (performance.now() - began) / 1000,
      unit: 's',
    })
    const measured = [
      ...(await lists(application, home.path)),
      ...(await counting(home.path)),
      // A million rows take minutes: one round after the first tells enough of how it grows.
      ...(await exporting(application.origin, home.path, 1)),
    ]
    for (const name of SHOWN) {
      const figure = measured.find((one) => one.name === name)
      if (!figure) throw new Error(`Nobody measured «${name}»`)
      tell({ name: `${size}: ${name}`, value: figure.value, unit: figure.unit })
    }
  }
  return []
}
