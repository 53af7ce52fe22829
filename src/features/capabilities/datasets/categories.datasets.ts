import { ConferenceId } from '../../../kernel/ids.ts'
import { integer, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordCategorySet } from '../commands.ts'
import { categoriesOf } from '../queries.ts'
import { say } from '../words.ts'

const CONFERENCE = {
  description: 'Only those of this conference.',
  schema: ConferenceId,
  example: 'seoul2021',
}

const SET = [
  text('conference', 'The conference that published its result so.', {
    required: true,
    example: 'seoul2021',
  }),
  object('basis', 'What the list of categories was taken from, by language.', { required: true }),
  list('sources', 'Publisher, address, date and our grade of each source.', { required: true }),
]

const CATEGORY = [
  text('code', 'The year of the edition, and a name.', {
    required: true,
    example: '2021.capabilities',
  }),
  text('conference', 'The conference that published its result so.', { required: true }),
  integer('position', 'Its place among the categories of the conference, from 1.', {
    required: true,
  }),
  label('name', 'The name, in the asked language.'),
  object('names', 'The name, by language.', { required: true }),
  list('figures', 'Numbers that were published for it; those that disagree side by side.', {
    required: true,
  }),
  list('capabilities', 'Codes of the capabilities under it: our reading.', { required: true }),
]

/** The lists of categories in which conferences published their results. */
export const categorySets = dataset('category-sets', {
  title: (language) => say(language, 'dataset.category-sets'),
  description: (language) => say(language, 'dataset.category-sets.about'),
  columns: SET,
  key: 'conference',
  filters: { conference: CONFERENCE },
  sortable: [],
  dated: false,
  topics: ['capabilities', 'conferences'],
  ...inMemory('conference', async (db) => (await categoriesOf(db)).map((set) => rowOf(SET, set))),
  restore: (row, { categories = [] }) => [
    {
      command: recordCategorySet,
      input: {
        ...factOf(SET, row),
        categories: categories
          .toSorted((a, b) => Number(a.position) - Number(b.position))
          .map((category) => {
            const { conference: _, position: __, ...own } = factOf(CATEGORY, category)
            return own
          }),
      },
    },
  ],
})

/** The categories themselves. */
export const categories = dataset('categories', {
  title: (language) => say(language, 'dataset.categories'),
  description: (language) => say(language, 'dataset.categories.about'),
  columns: CATEGORY,
  key: 'code',
  filters: { conference: CONFERENCE },
  sortable: ['conference', 'position'],
  dated: false,
  topics: ['capabilities', 'conferences'],
  partOf: { dataset: 'category-sets', column: 'conference' },
  ...inMemory('code', async (db, { language }) =>
    (await categoriesOf(db)).flatMap((set) =>
      set.categories.map((category, place) =>
        rowOf(CATEGORY, category, {
          conference: set.conference,
          position: place + 1,
          name: category.names[language],
        }),
      ),
    ),
  ),
})
