import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import {
  choice,
  derived,
  integer,
  label,
  list,
  object,
  partialDay,
  text,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { FIGURE_GROUPS, FigureValue } from '../figure.model.ts'
import { everyConference, everySeries } from '../queries.ts'
import { say } from '../words.ts'

const COLUMNS = [
  derived(text('id', 'Conference and position.', { required: true, example: 'seoul2021.01' })),
  text('conference', 'The conference that it is about.', {
    required: true,
    example: 'seoul2021',
  }),
  integer('position', 'Its place in the list of the conference, from 1.', { required: true }),
  derived(choice('group', 'The heading under which it stands.', FIGURE_GROUPS)),
  text('counts', 'What is counted: the code of the counting rule.', { required: true }),
  label('counts_said', 'What is counted, in the asked language.'),
  label('rule', 'How it is counted, in the asked language.'),
  choice('how', 'How the number was said.', FigureValue.shape.how.options, { required: true }),
  integer('number', 'The number, or the least of two.', { required: true, example: 62 }),
  integer('to', 'The most, where two numbers were said.'),
  partialDay('as_of', 'The day for which it was said.', { example: '2021-12-08' }),
  label('note', 'What the publisher adds, or we, in the asked language.'),
  object('note_text', 'The same by language.'),
  list('sources', 'Keys of the sources of the conference.', { required: true }),
  derived(list('publishers', 'Who published it.')),
]

const nth = (place: number) => String(place).padStart(2, '0')

/** A figure as the record of its conference holds it. */
export const figureOf = ({ counts, how, number, to, as_of, note_text, sources }: Row) => ({
  counts,
  value: { how, number, to },
  asOf: as_of,
  note: note_text,
  sources,
})

/** Published numbers, each with what it counts. */
export const figures = dataset('figures', {
  title: (language) => say(language, 'dataset.figures'),
  description: (language) => say(language, 'dataset.figures.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    conference: {
      description: 'Only figures of this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    group: {
      description: 'Only figures under this heading.',
      schema: z.enum(FIGURE_GROUPS),
      example: 'pledging',
    },
    counts: {
      description: 'Only figures of this counting rule.',
      schema: z.string().max(80),
      example: 'states-pledging',
    },
  },
  sortable: ['conference', 'counts', 'as_of', 'number'],
  dated: false,
  topics: ['conferences'],
  partOf: { dataset: 'conferences', column: 'conference' },
  ...inMemory('id', async (db, { language }) => {
    const rules = new Map((await everySeries(db)).map(({ id, counting }) => [id, counting]))
    return (await everyConference(db)).flatMap(({ record }) =>
      record.figures.map((figure, place) => {
        const rule = rules.get(record.series)?.[figure.counts]
        return rowOf(COLUMNS, figure, {
          id: `${record.id}.${nth(place + 1)}`,
          conference: record.id,
          position: place + 1,
          group: rule?.group ?? null,
          counts_said: rule ? readingOf(rule.label, language).value : null,
          rule: rule ? readingOf(rule.rule, language).value : null,
          ...figure.value,
          note: figure.note && readingOf(figure.note, language).value,
          note_text: figure.note,
          publishers: figure.sources.flatMap((key) => record.sources[key]?.publisher ?? []),
        })
      }),
    )
  }),
})
