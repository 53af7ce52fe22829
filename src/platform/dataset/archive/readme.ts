import type { Dataset } from '../dataset.ts'
import { LICENCE } from '../licence.ts'
import type { Whole } from './datapackage.ts'

const about = ({ name, columns, key, partOf, title, description }: Dataset) => [
  `## ${name}: ${title('en')}`,
  '',
  `${description('en')}. One row each; its key is \`${key}\`.`,
  ...(partOf ? [`Rows are parts of \`${partOf.dataset}\`, by \`${partOf.column}\`.`] : []),
  '',
  ...columns.map(
    (column) =>
      `- \`${column.name}\` (${column.type}${column.label ? ', derived' : ''}): ${column.description}`,
  ),
  '',
]

/** What stands beside the data in the archive, for whoever opens it in ten years. */
export const readmeOf = (
  datasets: ReadonlyMap<string, Dataset>,
  { title, notice, asOf, origin }: Whole,
): string =>
  [
    `# ${title}`,
    '',
    `> ${notice}`,
    '',
    `- As of: ${asOf}`,
    `- Source: ${origin}/en/data`,
    `- Licence: ${LICENCE.title} (${LICENCE.name}), ${LICENCE.url}`,
    '',
    'Each dataset stands in `data/` twice, with the same rows in the same order: as CSV (RFC 4180, UTF-8) and as NDJSON',
    '(one JSON object a line). `datapackage.json` says the type of every column (Frictionless Data Package).',
    '',
    'In CSV an empty cell is what is not known, and `""` an empty text. Lists and objects are JSON. A text that a',
    'spreadsheet would run as a formula has an apostrophe before it, and one more where it begins with apostrophes',
    'before such a sign: take one away, and the text is as it was.',
    '',
    '`files/` holds what delegations handed in and is public, as it was handed in: the rows that name a file say its path',
    'and its SHA-256.',
    '',
    '`loaded.ndjson` is for Plenum itself: which of the facts that ship with it this instance had loaded.',
    '',
    'Columns called derived are said in the language of the file, or follow from others. Whoever gives the files back',
    'may leave them out. `plenum data import FILE…` takes this archive, or single files of it: all rows, or none.',
    '',
    ...[...datasets.values()].flatMap(about),
  ].join('\n')
