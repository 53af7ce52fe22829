import { PartyCode } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import {
  choice,
  day,
  instant,
  integer,
  label,
  list,
  object,
  text,
} from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { PledgeId } from '../../pledges/model.ts'
import { everyAssessment } from '../assessments/queries.ts'
import { restoreAssessment } from '../assessments/save.commands.ts'
import { Point } from '../scale.model.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const

const COLUMNS = [
  text('id', 'The identifier of the assessment.', MUST),
  text('pledge', 'The pledge that was assessed.', { required: true, example: 'KOR-2021-01' }),
  text('party', 'The party whose share was assessed; empty where the whole pledge was.'),
  choice('state', 'Published, or superseded by a later one.', ['published', 'superseded'], MUST),
  choice('point', 'What the reviewer found, by the codebook.', Point.options, MUST),
  text('codebook', 'The version of the codebook.', MUST),
  day('evidence_until', 'The day until which evidence was looked for.', { ...MUST, field: 'asOf' }),
  text('reviewer', 'The reviewer, as they write their name.', MUST),
  label('reasons', 'The reasons, in the asked language or the next best.'),
  object('reasons_text', 'The reasons, by language.', { ...MUST, field: 'reasons' }),
  list('evidence', 'Publisher, address, date and our grade of each source.', MUST),
  text('supersedes', 'The assessment whose place it takes.'),
  integer('version', 'How often the draft was revised, and once more.', MUST),
  instant('sent_at', 'When it was sent to the party for its comment.'),
  instant('published_at', 'When it was published.'),
]

/** What independent reviewers found, by a published codebook. Comments of the parties are among the replies. */
export const assessments = dataset('assessments', {
  title: (language) => say(language, 'dataset.assessments'),
  description: (language) => say(language, 'dataset.assessments.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    pledge: {
      description: 'Only assessments of this pledge.',
      schema: PledgeId,
      example: 'KOR-2021-01',
    },
    party: {
      description: 'Only assessments of the share of this party.',
      schema: PartyCode,
      example: 'KOR',
    },
    point: { description: 'Only assessments that found this.', schema: Point, example: 'complete' },
  },
  sortable: ['pledge', 'published_at'],
  dated: false,
  topics: ['followup', 'pledges'],
  ...inMemory('id', async (db, { language }) =>
    (await everyAssessment(db)).map((one) =>
      rowOf(COLUMNS, one, { reasons: readingOf(one.reasons, language).value }),
    ),
  ),
  restore: (row) => [{ command: restoreAssessment, input: factOf(COLUMNS, row) }],
})
