import { ConferenceId } from '../../../kernel/ids.ts'
import {
  choice,
  derived,
  instant,
  integer,
  list,
  object,
  text,
} from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { say } from '../words.ts'
import { publicLists } from './lists.queries.ts'
import { published } from './published.ts'
import { printed, restoreList } from './restore.commands.ts'
import { speakerFrom } from './speeches.datasets.ts'

const MEETINGS = ['before', 'running', 'suspended', 'adjourned']

const COLUMNS = [
  text('session', 'The session whose list it is.', { required: true }),
  text('conference', 'The conference.', { required: true, example: 'seoul2021' }),
  derived(choice('meeting', 'How far the session is.', MEETINGS, { required: true })),
  derived(instant('begun_at', 'When the session began.')),
  derived(instant('adjourned_at', 'When it ended.')),
  derived(integer('speakers', 'How many were heard.', { required: true })),
  derived(object('rules', 'The rules of the list.', { required: true })),
  list('deeds', 'What happened to the list, oldest first: it is the fold of these deeds.', {
    required: true,
  }),
]

const instantOf = (at: number | null) =>
  at === null ? null : Temporal.Instant.fromEpochMilliseconds(at).toString()

/** Lists of speakers that everybody may read; their speeches are parts of them. */
export const lists = dataset('lists-of-speakers', {
  title: (language) => say(language, 'dataset.lists'),
  description: (language) => say(language, 'dataset.lists.about'),
  columns: COLUMNS,
  key: 'session',
  filters: {
    conference: {
      description: 'Only lists of this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
  },
  sortable: ['conference', 'begun_at'],
  dated: false,
  topics: ['floor', 'programmes'],
  ...inMemory('session', async (db) =>
    (await publicLists(db)).map(({ of, floor }) =>
      rowOf(COLUMNS, of, {
        meeting: floor.meeting,
        begun_at: instantOf(floor.begunAt),
        adjourned_at: instantOf(floor.adjournedAt),
        speakers: floor.heard.filter(({ speech }) => speech.kind !== 'point-of-order').length,
        rules: floor.settings,
        deeds: published(floor.standing).map(printed),
      }),
    ),
  ),
  restore(row, { speeches = [] }) {
    return [
      {
        command: restoreList,
        input: { ...factOf(COLUMNS, row), speakers: speeches.flatMap(speakerFrom) },
      },
    ]
  },
})
