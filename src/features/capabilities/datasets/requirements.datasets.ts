import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Language } from '../../../kernel/language.ts'
import type { Quantity } from '../../../kernel/quantity.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
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
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import {
  quantityCells,
  quantityColumns,
  quantityFrom,
} from '../../../platform/dataset/quantities.ts'
import { recordPaper } from '../commands.ts'
import { COMPONENTS } from '../model.ts'
import { everyPaper } from '../queries.ts'
import { CLASSIFIED, PaperId, PaperKind, SCOPES, URGENCIES } from '../requirements.model.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const
const said = (words: Text | null, language: Language) => words && readingOf(words, language).value

const PAPER = [
  text('id', 'Year, month and, where needed, a name.', { required: true, example: '2022-03' }),
  choice('kind', 'A paper of the series, or a statement.', PaperKind.options, MUST),
  partialDay('date', 'Its date, as far as it is known.', MUST),
  label('title', 'The title, in the asked language or the next best.'),
  object('title_text', 'The title, by language.', { ...MUST, field: 'title' }),
  object('issuer', 'Who says it: a party by its code, or somebody else by name.', MUST),
  text('supersedes', 'The paper whose place it takes.'),
  text('conference', 'The edition for which it was written, or which it takes stock of.'),
  object('note', 'A remark, by language.'),
  list('sources', 'Publisher, address, date and our grade of each source.', MUST),
]

const BEFORE = [
  text('id', 'The paper, and what it names.', {
    required: true,
    example: '2022-03.utility-helicopters',
  }),
  text('paper', 'The paper or statement that names it.', { required: true, example: '2022-03' }),
  derived(partialDay('date', 'The date of the paper.')),
  integer('position', 'Its place in the paper, from 1.', MUST),
  choice('side', 'A need, or what was offered against it.', ['need', 'supply'], MUST),
  label('words', 'What the source names, in the asked language or the next best.'),
  object('words_text', 'What the source names, by language.', { ...MUST, field: 'words' }),
  list('capabilities', 'Codes of capabilities; empty where the types are not stated in public.', {
    required: true,
    example: ['aviation.helicopter.utility'],
  }),
]
const AFTER = [
  text('mission', 'The mission for which it is needed.', { example: 'MINUSMA' }),
  choice('scope', 'What it is for where no mission is named.', SCOPES),
  object('needed_by', 'When it is needed, in words by language, and as a day.'),
  choice('urgency', 'How pressing it was said to be.', URGENCIES),
  object('urgency_words', 'The words for that, by language.'),
  choice('language', 'The language that a unit must speak.', Language.options),
  list('components', `What is needed of a whole unit: ${COMPONENTS.join(', ')}.`, MUST),
  text('addressed_to', 'The party that was asked.'),
  object('note', 'A remark, by language.'),
  list('ours', `Which of this is our reading: ${CLASSIFIED.join(', ')}.`, MUST),
  list('sources', 'Publisher, address, date and our grade of each source.', MUST),
]
const PLAIN = [...BEFORE, ...AFTER]
const REQUIREMENT = [...BEFORE, ...quantityColumns('quantity', 'what is needed'), ...AFTER]

function requirementFrom(row: Row) {
  const { paper: _, position: __, ...own } = factOf(PLAIN, row)
  return { ...own, quantity: quantityFrom(row, 'quantity') }
}

/** Papers on what is needed, and statements that name a gap. */
export const papers = dataset('papers', {
  title: (language) => say(language, 'dataset.papers'),
  description: (language) => say(language, 'dataset.papers.about'),
  columns: PAPER,
  key: 'id',
  filters: {
    kind: { description: 'Only of this kind.', schema: PaperKind, example: 'paper' },
    conference: {
      description: 'Only those of this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
  },
  sortable: ['date'],
  dated: false,
  topics: ['requirements'],
  ...inMemory('id', async (db, { language }) =>
    (await everyPaper(db)).map((paper) =>
      rowOf(PAPER, paper, { title: said(paper.title, language) }),
    ),
  ),
  restore: (row, { requirements = [] }) => [
    {
      command: recordPaper,
      input: {
        ...factOf(PAPER, row),
        requirements: requirements
          .toSorted((a, b) => Number(a.position) - Number(b.position))
          .map(requirementFrom),
      },
    },
  ],
})

/** What is needed, row by row of the papers. Unknown quantities stay unknown. */
export const requirements = dataset('requirements', {
  title: (language) => say(language, 'dataset.requirements'),
  description: (language) => say(language, 'dataset.requirements.about'),
  columns: REQUIREMENT,
  key: 'id',
  filters: {
    paper: { description: 'Only of this paper.', schema: PaperId, example: '2022-03' },
    mission: {
      description: 'Only for this mission.',
      schema: z.string().regex(/^[A-Z]{3,12}$/),
      example: 'MINUSMA',
    },
    side: {
      description: 'Only needs, or only what was offered against them.',
      schema: z.enum(['need', 'supply']),
      example: 'need',
    },
  },
  sortable: ['paper', 'date', 'mission', 'urgency'],
  dated: false,
  topics: ['requirements'],
  partOf: { dataset: 'papers', column: 'paper' },
  ...inMemory('id', async (db, { language }) =>
    (await everyPaper(db)).flatMap((paper) =>
      paper.requirements.map((requirement, place) => ({
        ...rowOf(PLAIN, requirement, {
          paper: paper.id,
          date: paper.date,
          position: place + 1,
          words: said(requirement.words, language),
        }),
        ...quantityCells('quantity', requirement.quantity as Quantity),
      })),
    ),
  ),
})
