import type { Figure } from '../figures.ts'
import { startApplication, temporaryFolder } from '../serving/application.ts'
import { processMetric } from '../serving/asking.ts'
import { counting } from './counting.ts'
import { exporting } from './exporting.ts'
import { fill } from './filling.ts'
import { givingBack } from './giving-back.ts'
import { lists } from './lists.ts'
import { pages } from './pages.ts'

/** How many pledges a list has to be quick with: far more than a century of conferences. */
export const MANY = 100_000

/** Every measurement of a large record, on the same pledges. */
export async function record(): Promise<Figure[]> {
  await using home = await temporaryFolder()
  await using application = await startApplication(home.path)
  await fill(home.path, MANY)
  const figures = [
    ...(await lists(application, home.path)),
    ...(await pages(application, home.path)),
    {
      name: 'resident memory of the server after these pages',
      value: (await processMetric(application.origin, 'resident_memory_bytes')) / 2 ** 20,
      unit: 'MB',
    },
    ...(await counting(home.path)),
    ...(await exporting(application.origin, home.path)),
  ]
  return [...figures, ...(await givingBack(application.origin, home.path))]
}
