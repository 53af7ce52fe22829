import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import {
  choice,
  derived,
  instant,
  integer,
  label,
  list,
  object,
  text,
  yesOrNo,
} from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { KINDS, WAYS } from '../../floor/queue/settings.ts'
import { restoreStatement } from '../deeds/restore.commands.ts'
import { languagesOf } from '../model.ts'
import { heldVersions, namedIn, publicStatements } from '../queries.ts'
import { say } from '../words.ts'

const MUST = { required: true } as const

const COLUMNS = [
  text('speech', 'The identifier of the speech, for life.', MUST),
  text('conference', 'The conference.', { required: true, example: 'seoul2021' }),
  text('session', 'The identifier of the session.', MUST),
  text('party', 'The code of the party that spoke.', { required: true, example: 'KOR' }),
  choice('kind', 'What the floor was given for.', KINDS, MUST),
  choice('way', 'How it was delivered.', WAYS, MUST),
  choice('language', 'The language in which it was spoken.', LANGUAGES),
  instant('given_at', 'When the floor was given; nothing for what was handed in.'),
  instant('ended_at', 'When the speaker left the floor.'),
  integer('seconds', 'How long was spoken, without pauses.'),
  integer('place', 'The place in the order of delivery of its session, from 1.', MUST),
  instant('public_at', 'When it became public.', MUST),
  yesOrNo('check', 'Whether the text is to be checked against delivery.', MUST),
  derived(list('languages', 'The languages in which its text can be read.')),
  label('words', 'The text, in the asked language or the next best.'),
  object('text', 'The text, by language.'),
  text('video', 'A link to a recording.'),
  list('pledges', 'Identifiers of the pledges that were announced in it.', MUST),
]

/** Papers as a version of a statement holds them. */
const papersFrom = (rows: readonly Row[]) => rows.map(({ language, file }) => ({ language, file }))

/** Statements that were delivered and released; names of speakers stand on their pages alone. */
export const statements = dataset('statements', {
  title: (language) => say(language, 'dataset'),
  description: (language) => say(language, 'dataset.about'),
  columns: COLUMNS,
  key: 'speech',
  filters: {
    conference: {
      description: 'Only statements at this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    party: {
      description: 'Only statements of this party.',
      schema: PartyCode,
      example: 'KOR',
    },
  },
  sortable: ['conference', 'party', 'given_at', 'public_at'],
  dated: false,
  topics: ['statements', 'pledges'],
  ...inMemory('speech', async (db, { language }) => {
    const rows = await publicStatements(db, {})
    const held = await heldVersions(db, rows)
    const named = await namedIn(
      db,
      rows.map(({ speech }) => speech),
    )
    const announced = [...named.values()].flat().map(({ pledge }) => pledge)
    const listed = new Set(
      announced.length === 0
        ? []
        : (
            await db
              .selectFrom('pledge')
              .select('id')
              .where('id', 'in', announced)
              .where('listed', '=', true)
              .execute()
          ).map(({ id }) => id),
    )
    return rows.map(({ delivered, publicAt, ...statement }) => {
      const version = held.get(statement.speech)
      const content = version?.content.use === 'publication' ? version.content : null
      return rowOf(
        COLUMNS,
        { ...statement, ...delivered },
        {
          public_at: publicAt?.toString() ?? null,
          check: content?.check ?? true,
          languages: content ? languagesOf(content) : [],
          words: content?.text ? readingOf(content.text, language).value : null,
          text: content?.text ?? null,
          video: content?.video ?? null,
          pledges: (named.get(statement.speech) ?? []).flatMap(({ pledge, outcome }) =>
            outcome === 'announced' && listed.has(pledge) ? [pledge] : [],
          ),
        },
      )
    })
  }),
  restore: (row, parts) => [
    {
      command: restoreStatement,
      input: { ...factOf(COLUMNS, row), files: papersFrom(parts['statement-papers'] ?? []) },
    },
  ],
})
