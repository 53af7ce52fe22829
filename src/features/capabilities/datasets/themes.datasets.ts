import { readingOf } from '../../../kernel/text.ts'
import { choice, integer, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordTheme } from '../commands.ts'
import { everyTheme } from '../queries.ts'
import { SCHEMES, Scheme } from '../themes.model.ts'
import { say } from '../words.ts'

const COLUMNS = [
  text('id', 'Scheme and code.', { required: true, example: 'a4p-plus.capabilities' }),
  choice('scheme', 'Where it belongs.', SCHEMES, { required: true }),
  text('code', 'The code within its scheme.', { required: true, example: 'capabilities' }),
  integer('number', 'Its number in the scheme.', { required: true }),
  label('name', 'The name, in the asked language.'),
  object('names', 'The name, by language, with what each wording is worth.', { required: true }),
  object('found_in', 'Where the wording of a language was found.', { required: true }),
  choice(
    'confirmed',
    'Whether a source states the English title.',
    ['yes', 'partly', 'no', 'ours'],
    {
      required: true,
    },
  ),
  object('note', 'A remark, by language.'),
  list('sources', 'Publisher, address, date and our grade of each source.', { required: true }),
]

/** Areas and priorities of Action for Peacekeeping, and themes that cross capabilities. */
export const themes = dataset('themes', {
  title: (language) => say(language, 'dataset.themes'),
  description: (language) => say(language, 'dataset.themes.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    scheme: { description: 'Only themes of this scheme.', schema: Scheme, example: 'a4p-plus' },
  },
  sortable: ['scheme', 'number'],
  dated: false,
  topics: ['capabilities'],
  ...inMemory('id', async (db, { language }) =>
    (await everyTheme(db)).map((theme) =>
      rowOf(COLUMNS, theme, {
        id: `${theme.scheme}.${theme.code}`,
        name: readingOf(theme.names, language).value,
      }),
    ),
  ),
  restore(row) {
    const { id: _, ...input } = factOf(COLUMNS, row)
    return [{ command: recordTheme, input }]
  },
})
