import { basename } from 'node:path'
import { printAlone } from '../../ui/chart/alone.tsx'
import { type Charted, valueIn } from '../../ui/chart/charted.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { printCsv } from '../export/csv.ts'
import { type Resource, resource, type Viewer } from '../http/page.ts'
import { paint } from './paint.ts'

type Readings<Params, Query, Facts> = Omit<
  Resource<Params, Query, Facts>,
  'kind' | 'name' | 'type' | 'render' | 'filename'
>

/** What the files of a chart are made of. */
export interface Picturing<Params, Query, Facts> extends Readings<Params, Query, Facts> {
  /** The chart, as the page shows it. */
  draw(facts: Facts, viewer: Viewer): Charted
}

/**
 * The three files of a chart, beside its page: `path` with `.svg`, `.png` and `.csv`. They are read as the page is, by
 * one question, and drawn from the same value.
 */
export function pictureResources<Params, Query, Facts>(
  name: string,
  { path, draw, ...read }: Picturing<Params, Query, Facts>,
): readonly Resource<Params, Query, Facts>[] {
  const alone = (facts: Facts, viewer: Viewer) => {
    const charted = draw(facts, viewer)
    const { language, origin, address } = viewer
    return printAlone(charted, {
      language,
      at: origin + hrefOf(language, charted.address ?? address),
    })
  }
  const file = (
    ending: string,
    type: string,
    render: (facts: Facts, viewer: Viewer) => string | Promise<Uint8Array>,
  ) =>
    resource<Params, Query, Facts>(`${name}.${ending}`, {
      ...read,
      path: `${path}.${ending}`,
      type,
      filename: (_, { address, language }) =>
        `${basename(address, `.${ending}`)}-${language}.${ending}`,
      render,
    })
  return [
    file('svg', 'image/svg+xml; charset=utf-8', alone),
    file('png', 'image/png', (facts, viewer) => paint(alone(facts, viewer))),
    file('csv', 'text/csv; charset=utf-8', (facts, viewer) => printTable(draw(facts, viewer))),
  ]
}

/** The table of a chart as CSV: the cells of the page, numbers as digits, what is unknown empty. */
export const printTable = ({ table }: Charted): string =>
  printCsv(
    table.columns,
    table.rows.map((row) => row.map(valueIn)),
  )
