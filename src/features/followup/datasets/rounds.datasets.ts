import { readingOf } from '../../../kernel/text.ts'
import { day, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { everyRound } from '../reports/queries.ts'
import { restoreRound } from '../reports/rounds.commands.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const

const COLUMNS = [
  text('id', 'The identifier of the round.', { required: true, example: 'seoul2021-2023' }),
  label('name', 'What it is called, in the asked language or the next best.'),
  object('name_text', 'What it is called, by language.', { ...MUST, field: 'name' }),
  day('opens', 'The day from which parties are asked.', MUST),
  day('due', 'The day by which they report.', MUST),
  list('conferences', 'The conferences whose pledges are asked about.', MUST),
  list('pledges', 'The pledges that are asked about; none: all that were announced there.'),
]

/** Times in which every party is asked how its pledges stand. */
export const rounds = dataset('rounds', {
  title: (language) => say(language, 'dataset.rounds'),
  description: (language) => say(language, 'dataset.rounds.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {},
  sortable: ['opens', 'due'],
  dated: false,
  topics: ['followup/rounds'],
  ...inMemory('id', async (db, { language }) =>
    (await everyRound(db)).map((round) =>
      rowOf(COLUMNS, round, { name: readingOf(round.name, language).value }),
    ),
  ),
  restore: (row) => [{ command: restoreRound, input: factOf(COLUMNS, row) }],
})
