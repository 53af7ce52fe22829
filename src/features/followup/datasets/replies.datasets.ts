import { PartyCode } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import { choice, instant, label, object, text } from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { restoreReply } from '../replies/commands.ts'
import { Kind } from '../replies/model.ts'
import { publicReplies } from '../replies/public.queries.ts'
import { say } from '../words.ts'
import { amongPublicReports } from './places.queries.ts'

const MUST = { required: true } as const
const SUBJECTS = ['pledge', 'event', 'observation', 'assessment']

const COLUMNS = [
  text('id', 'The identifier of the reply.', MUST),
  choice('subject_kind', 'To what kind of entry it replies.', SUBJECTS, MUST),
  text('subject', 'The identifier of the entry; of a report, its pledge, axis and place.', {
    required: true,
    example: 'KOR-2021-01/delivery/3',
  }),
  text('party', 'The party that replies.', { required: true, example: 'KOR' }),
  choice('kind', 'What it does.', Kind.options, MUST),
  label('words', 'What it says, in the asked language or the next best.'),
  object('words_text', 'What it says, by language.', { field: 'words' }),
  instant('at', 'When.', MUST),
  label('answer', 'What was answered, in the asked language or the next best.'),
  object('answer_text', 'What was answered, by language.', { field: 'answer' }),
  instant('answered_at', 'When that was answered.'),
]

function replyFrom(row: Row) {
  const { subjectKind: kind, subject: id, ...rest } = factOf(COLUMNS, row)
  return { ...rest, subject: { kind, id }, audience: 'public' }
}

/** What parties say to what is said here of them, and what is answered. */
export const replies = dataset('replies', {
  title: (language) => say(language, 'dataset.replies'),
  description: (language) => say(language, 'dataset.replies.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    party: { description: 'Only replies of this party.', schema: PartyCode, example: 'KOR' },
    kind: { description: 'Only replies of this kind.', schema: Kind, example: 'comment' },
  },
  sortable: ['party', 'at'],
  dated: false,
  topics: ['followup', 'pledges'],
  ...inMemory('id', async (db, { language }) =>
    (await amongPublicReports(db, await publicReplies(db))).map((reply) =>
      rowOf(COLUMNS, reply, {
        subject_kind: reply.subject.kind,
        subject: reply.subject.id,
        words: reply.words && readingOf(reply.words, language).value,
        answer: reply.answer && readingOf(reply.answer, language).value,
      }),
    ),
  ),
  restore: (row) => [{ command: restoreReply, input: replyFrom(row) }],
})
