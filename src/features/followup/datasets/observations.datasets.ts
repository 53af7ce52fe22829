import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import {
  choice,
  derived,
  label,
  list,
  object,
  partialDay,
  text,
  yesOrNo,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { Voice } from '../../pledges/history.model.ts'
import { recordObservation } from '../observations/commands.ts'
import { everyObservation } from '../observations/queries.ts'
import { MappedBy, Point, SelfStage } from '../scale.model.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const

const COLUMNS = [
  text('id', 'What it is about, who says it, the year.', {
    required: true,
    example: 'can-2017-01-dorn-2019',
  }),
  text('conference', 'The edition that is spoken of.', { example: 'vancouver2017' }),
  list('pledges', 'Pledges that are spoken of.', MUST),
  list('parties', 'Codes of states that are spoken of without a pledge.', MUST),
  choice('voice', 'Who says it.', Voice.options, MUST),
  list('by', 'Codes of the parties whose own words it is.', MUST),
  choice('channel', 'Parliament: a government said it in its record.', ['parliament']),
  text('author', 'The author as they write it.'),
  partialDay('on', 'The day that is spoken of.'),
  label('note', 'What was said, in our own words, in the asked language or the next best.'),
  object('note_text', 'The same by language.', { ...MUST, field: 'note' }),
  choice('verdict', 'What a third party’s words come to on the five points.', Point.options),
  choice('verdict_mapped_by', 'Who says that they do.', MappedBy.options),
  choice('self_report', 'What a party’s own words come to; never a verdict.', SelfStage.options),
  choice('self_report_mapped_by', 'Who says that they do.', MappedBy.options),
  yesOrNo('unfavourable', 'Whether a state may find it unfavourable.', MUST),
  derived(text('publisher', 'Who published it.')),
  derived(choice('grade', 'What the publisher is, in our grades.', ['A', 'B', 'C'])),
  object('source', 'Publisher, address, date and our grade.', MUST),
]

function observationFrom(row: Row) {
  const { verdict, verdictMappedBy, selfReport, selfReportMappedBy, ...rest } = factOf(COLUMNS, row)
  return {
    ...rest,
    verdict: verdict === null ? null : { point: verdict, mappedBy: verdictMappedBy },
    selfReport: selfReport === null ? null : { stage: selfReport, mappedBy: selfReportMappedBy },
  }
}

/** What third parties, officials and parties themselves say: whose words, when, and how we read them. */
export const observations = dataset('observations', {
  title: (language) => say(language, 'dataset.observations'),
  description: (language) => say(language, 'dataset.observations.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    conference: {
      description: 'Only statements about this edition.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    voice: { description: 'Only statements of this voice.', schema: Voice, example: 'scholar' },
    grade: {
      description: 'Only from publishers of this grade.',
      schema: z.enum(['A', 'B', 'C']),
      example: 'A',
    },
  },
  sortable: ['conference', 'on', 'voice'],
  dated: false,
  topics: ['followup', 'pledges'],
  ...inMemory('id', async (db, { language }) =>
    (await everyObservation(db)).statements.map((one) =>
      rowOf(COLUMNS, one, {
        note: readingOf(one.note, language).value,
        verdict: one.verdict?.point ?? null,
        verdict_mapped_by: one.verdict?.mappedBy ?? null,
        self_report: one.selfReport?.stage ?? null,
        self_report_mapped_by: one.selfReport?.mappedBy ?? null,
        publisher: one.source.publisher,
        grade: one.source.grade,
      }),
    ),
  ),
  restore: (row) => [{ command: recordObservation, input: observationFrom(row) }],
})
