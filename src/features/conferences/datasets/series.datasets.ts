import { readingOf } from '../../../kernel/text.ts'
import { label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordSeries } from '../commands.ts'
import { everySeries } from '../queries.ts'
import { say } from '../words.ts'

const COLUMNS = [
  text('id', 'The identifier of the series.', { required: true }),
  label('name', 'What it is called now, in the asked language.'),
  list('names', 'Names over time, by language.', { required: true }),
  object('summary', 'What it is, by language, with sources.', { required: true }),
  object('functions', 'What it is for, by language, with sources.', { required: true }),
  object('name_change', 'Why the name changed, by language, with sources.'),
  text('main', 'The edition that a newcomer is led to.'),
  object('next', 'The edition that is expected, by language, with sources.'),
  object('counting', 'Counting rules by their codes: heading, label and rule.', { required: true }),
  object('sources', 'Sources by the keys under which they are cited.', { required: true }),
]

/** Series of conferences: what they are for, and how they count. */
export const series = dataset('series', {
  title: (language) => say(language, 'dataset.series'),
  description: (language) => say(language, 'dataset.series.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {},
  sortable: [],
  dated: false,
  topics: ['conferences'],
  ...inMemory('id', async (db, { language }) =>
    (await everySeries(db)).map((one) => {
      const now = one.names.at(-1)?.name
      return rowOf(COLUMNS, one, { name: now ? readingOf(now, language).value : null })
    }),
  ),
  restore: (row) => [{ command: recordSeries, input: factOf(COLUMNS, row) }],
})
