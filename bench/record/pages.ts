import { LANGUAGES } from '../../src/kernel/language.ts'
import { type Figure, median } from '../figures.ts'
import type { Application } from '../serving/application.ts'
import { askWell, PERSONAL } from '../serving/asking.ts'
import { processorOf } from '../serving/processor.ts'

/** Pages that count all pledges, and pages of one thing among them. */
const PAGES = [
  '/record',
  '/record/ages',
  '/record/published',
  '/record/count?rule=pledges',
  '/record/count?rule=states&edition=seoul2021',
  '/record/count?rule=quantities',
  '/record/count?rule=pledges&known=delivered&on=2023-12-31',
  '/gaps',
  '/record/map',
  '/record/flow',
  '/record/reports',
  '/seoul2021',
  '/parties/GHA',
  '/pledges/KOR-2021-01',
]
/** More would mean that a list has no end. Kilobytes of HTML before it is packed. */
const LARGEST = 150

/** Milliseconds of each page, in each language once, none from a cache; the first question to the ledger is not one. */
export async function pages({ origin, process }: Application, home: string): Promise<Figure[]> {
  const used = processorOf(process.child.pid, home)
  await askWell(`${origin}/en/record`, PERSONAL)
  const figures: Figure[] = []
  for (const page of PAGES) {
    const times = []
    const before = used()
    let largest = 0
    for (const language of LANGUAGES) {
      const { body, milliseconds } = await askWell(`${origin}/${language}${page}`, PERSONAL)
      times.push(milliseconds)
      largest = Math.max(largest, body.length / 1024)
    }
    figures.push(
      { name: `${page}, median`, value: median(times), unit: 'ms' },
      {
        name: `${page}, processor time`,
        value: (used() - before) / LANGUAGES.length,
        unit: 'ms',
      },
      { name: `${page}, largest`, value: largest, unit: 'KB', most: LARGEST },
    )
  }
  return figures
}
