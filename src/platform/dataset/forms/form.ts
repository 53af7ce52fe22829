import type { Language } from '../../../kernel/language.ts'
import type { Dataset, Row } from '../dataset.ts'

/** What is said of some data beside the data themselves. */
export interface About {
  readonly title: string
  readonly description: string
  readonly notice: string
  readonly licence: { readonly name: string; readonly title: string; readonly url: string }
  /** The day of the data, `2021-12-07`. */
  readonly asOf: string
  readonly language: Language
  /** Where the same data are found, as a full address. */
  readonly address: string
  readonly total: number
  readonly now: Temporal.Instant
}

/** Rows on their way out, page by page. */
export interface Source {
  readonly dataset: Pick<Dataset, 'name' | 'columns'>
  readonly about: About
  readonly pages: AsyncIterable<readonly Row[]>
}

/** One way to print a dataset. */
export interface Form {
  readonly ending: 'csv' | 'json' | 'ndjson' | 'xlsx'
  readonly type: string
  /**
   * Prints rows as they come, and never holds more than a page of them.
   *
   * @throws whatever breaks on the way, and before the end where there are not as many rows as were announced: whoever
   * writes the chunks makes the break visible.
   */
  print(source: Source): AsyncIterable<string | Uint8Array>
}

/** Counts rows while they pass. */
export async function* counted(source: Source): AsyncGenerator<readonly Row[]> {
  let rows = 0
  for await (const page of source.pages) {
    rows += page.length
    yield page
  }
  if (rows !== source.about.total) {
    throw new Error(
      `${source.dataset.name}: ${rows} rows came, ${source.about.total} were announced`,
    )
  }
}
