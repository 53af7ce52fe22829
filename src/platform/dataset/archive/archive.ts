import type { Kysely } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import { say } from '../../../ui/words.ts'
import type { Tables } from '../../database/tables.ts'
import { printZip, type ZipEntry } from '../../export/zip.ts'
import { loadedFacts } from '../../shipped/loaded.ts'
import { type About, aboutOf } from '../about.ts'
import type { Dataset, Wish } from '../dataset.ts'
import { csv } from '../forms/csv.ts'
import { ndjson } from '../forms/json.ts'
import { everything, pagesOf } from '../pages.ts'
import { datapackageOf, type Whole } from './datapackage.ts'
import { filesOf } from './files.ts'
import { readmeOf } from './readme.ts'

/** Forms in which every dataset stands in the archive. */
const FORMS = [csv(), ndjson]

async function* one(text: string) {
  yield text
}

/** What is said of all data, in English. */
export const wholeOf = (asOf: string, origin: string): Whole => ({
  title: 'Plenum: open data',
  notice: say('en', 'notice.sample'),
  asOf,
  origin,
})

/** Everything that is public as one file, read from one snapshot while it is sent. */
export function printArchive(
  snapshot: Kysely<Tables>,
  datasets: ReadonlyMap<string, Dataset>,
  {
    language,
    day,
    now,
    origin,
  }: { language: Language; day: string; now: Temporal.Instant; origin: string },
): AsyncIterable<Uint8Array> {
  const whole = wholeOf(day, origin)
  const wish: Wish = { ...everything(day), language }
  async function* files(): AsyncGenerator<ZipEntry> {
    yield { name: 'plenum/README.md', content: one(readmeOf(datasets, whole)) }
    const description = datapackageOf(datasets, whole, (name) => `data/${name}.csv`)
    yield {
      name: 'plenum/datapackage.json',
      content: one(`${JSON.stringify(description, null, 2)}\n`),
    }
    const loaded = (await loadedFacts(snapshot)).map((fact) => `${JSON.stringify(fact)}\n`)
    yield { name: 'plenum/loaded.ndjson', content: one(loaded.join('')) }
    for (const dataset of datasets.values()) {
      const total = await dataset.count(snapshot, wish)
      const about: About = aboutOf(dataset, wish, {
        address: `${origin}/api/v1/${dataset.name}`,
        total,
        now,
      })
      for (const form of FORMS) {
        const pages = pagesOf(snapshot, dataset, wish)
        yield {
          name: `plenum/data/${dataset.name}.${form.ending}`,
          content: form.print({ dataset, about, pages }),
        }
      }
    }
    yield* filesOf(snapshot, datasets.values(), wish)
  }
  return printZip(files(), now)
}
