import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import {
  choice,
  derived,
  instant,
  integer,
  object,
  text,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { RANKS } from '../../delegations/ranks.model.ts'
import { type Line, linesOf, STATES } from '../lines.ts'
import type { SpeakerRow } from '../queries.ts'
import { REASONS, RULINGS } from '../queue/deeds.ts'
import { KINDS, WAYS } from '../queue/settings.ts'
import { say } from '../words.ts'
import { publicLists } from './lists.queries.ts'

const MUST = { required: true } as const

const COLUMNS = [
  text('id', 'The identifier of the speech, for life.', { ...MUST, field: 'speech' }),
  derived(text('conference', 'The conference.', { ...MUST, example: 'seoul2021' })),
  text('session', 'The session in whose list it stands.', MUST),
  text('party', 'Who speaks.', { ...MUST, example: 'KOR' }),
  text('on_behalf_of', 'The group in whose name they speak.'),
  object('speaker', 'Who spoke for them, with their functions; null where nobody is named.', {
    field: 'content',
  }),
  derived(integer('number', 'The place in the list, from 1.', MUST)),
  derived(choice('state', 'How far it is.', STATES, MUST)),
  derived(choice('kind', 'What they have the floor for.', KINDS, MUST)),
  derived(choice('way', 'How the statement is made.', WAYS, MUST)),
  derived(choice('language', 'The language in which they speak.', LANGUAGES)),
  derived(choice('rank', 'The rank of whoever speaks.', RANKS, MUST)),
  derived(integer('limit_seconds', 'The time that they have.', MUST)),
  derived(instant('given_at', 'When the floor was given to them.')),
  derived(instant('ended_at', 'When they ended.')),
  derived(integer('seconds', 'How long they spoke; what was interrupted does not count.')),
  derived(choice('out_of_turn', 'Why they had the floor before their turn.', REASONS)),
  derived(choice('ruling', 'What was decided of a point of order.', RULINGS)),
]

const instantOf = (at: number | undefined) =>
  at === undefined ? null : Temporal.Instant.fromEpochMilliseconds(at).toString()

/** Who speaks, as the command takes it; of whom nothing is said, nothing is kept. */
export function speakerFrom(row: Row) {
  const { speech, party, content, onBehalfOf } = factOf(COLUMNS, row)
  return content === null && onBehalfOf === null ? [] : [{ speech, party, content, onBehalfOf }]
}

const labelsOf = ({ speech, state, number, limit, heard }: Line) => ({
  ...{ number, state, kind: speech.kind, way: speech.way },
  ...{ language: speech.language, rank: speech.rank, limit_seconds: limit },
  given_at: instantOf(heard?.givenAt),
  ended_at: instantOf(heard?.endedAt),
  seconds: heard && Math.round(heard.spent / 1000),
  out_of_turn: heard?.reason ?? null,
  ruling: heard?.ruling ?? null,
})

/** Whoever speaks is named once they have the floor, as on the pages; whoever asked not to be named is not. */
const namedIn = (row: SpeakerRow | undefined, { heard, state }: Line) =>
  (heard || state === 'speaking') && row?.content && !row.content.unpublished ? row.content : null

/** Speeches of the lists that everybody may read: who was heard, who waits, and what is handed in. */
export const speeches = dataset('speeches', {
  title: (language) => say(language, 'dataset.speeches'),
  description: (language) => say(language, 'dataset.speeches.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    conference: {
      description: 'Only speeches of this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    party: { description: 'Only speeches of this party.', schema: PartyCode, example: 'KOR' },
  },
  sortable: ['conference', 'number', 'given_at', 'seconds'],
  dated: false,
  topics: ['floor', 'programmes'],
  partOf: { dataset: 'lists-of-speakers', column: 'session' },
  ...inMemory('id', async (db) =>
    (await publicLists(db)).flatMap(({ of, floor, speakers }) => {
      const kept = new Map(speakers.map((one) => [one.speech, one]))
      return linesOf(floor).map((line) => {
        const row = kept.get(line.speech.id)
        const { id, party } = line.speech
        return rowOf(
          COLUMNS,
          { speech: id, party, content: namedIn(row, line), onBehalfOf: row?.onBehalfOf ?? null },
          { ...of, ...labelsOf(line) },
        )
      })
    }),
  ),
})
