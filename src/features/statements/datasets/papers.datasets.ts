import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { choice, derived, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { rowOf } from '../../../platform/dataset/facts.ts'
import { FILE_COLUMNS, pathOfFile } from '../../../platform/dataset/files.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { SpeechId } from '../../floor/queue/deeds.ts'
import { PAPERS } from '../model.ts'
import { say } from '../words.ts'
import { publicPapers } from './papers.queries.ts'

const MUST = { required: true } as const

const COLUMNS = [
  derived(text('id', 'Speech and language.', MUST)),
  text('speech', 'The identifier of the speech.', MUST),
  derived(text('conference', 'The conference.', { example: 'seoul2021' })),
  derived(text('party', 'The code of the party that spoke.', { example: 'KOR' })),
  choice('language', 'The language of the paper.', LANGUAGES, MUST),
  ...FILE_COLUMNS,
  derived(text('address', 'Where the site that gave this out has it, below its own address.')),
]

/** The papers that delegations handed in with their statements, once those are public. */
export const statementPapers = dataset('statement-papers', {
  title: (language) => say(language, 'dataset.papers'),
  description: (language) => say(language, 'dataset.papers.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    conference: {
      description: 'Only papers of statements at this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    party: {
      description: 'Only papers of this party.',
      schema: PartyCode,
      example: 'KOR',
    },
    speech: {
      description: 'Only papers of this speech.',
      schema: SpeechId,
      example: '0197f3c2-7b1e-7a55-9c1d-3f0a5d2e8b11',
    },
  },
  sortable: ['conference', 'party', 'size'],
  dated: false,
  topics: ['statements'],
  partOf: { dataset: 'statements', column: 'speech' },
  files: { accepts: PAPERS },
  ...inMemory('id', async (db, { language }) =>
    (await publicPapers(db)).map((paper) =>
      rowOf(COLUMNS, paper, {
        id: `${paper.speech}.${paper.language}`,
        path: pathOfFile(paper),
        address: `/${language}/${paper.conference}/statements/${paper.speech}/files/${paper.file}`,
      }),
    ),
  ),
})
