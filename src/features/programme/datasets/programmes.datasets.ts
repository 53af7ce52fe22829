import { ConferenceId } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import { instant, integer, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import type { Release } from '../model.ts'
import { everyEarlierRelease, everyLastRelease } from '../queries.ts'
import { say } from '../words.ts'
import { restoreProgramme } from './restore.commands.ts'
import { sessionFrom } from './sessions.datasets.ts'

const COLUMNS = [
  text('conference', 'The conference.', { required: true, example: 'seoul2021' }),
  integer('release', 'The number of the release that holds now.', {
    required: true,
    field: 'number',
    example: 2,
  }),
  instant('released_at', 'When it was published.', { required: true, field: 'at' }),
  text('time_zone', 'The time zone of its wall times.', {
    required: true,
    field: 'zone',
    example: 'Asia/Seoul',
  }),
  label('note', 'What the release says of itself, in the asked language.'),
  object('note_text', 'The same by language.', { required: true, field: 'note' }),
  list('earlier_releases', 'The releases before it, whole, oldest first.', { required: true }),
]

const printed = ({ conference: _, at, ...release }: Release) => ({
  ...release,
  at: at.toString(),
})

/** The programme of each conference as it was released; its sessions are parts of it. */
export const programmes = dataset('programmes', {
  title: (language) => say(language, 'dataset.programmes'),
  description: (language) => say(language, 'dataset.programmes.about'),
  columns: COLUMNS,
  key: 'conference',
  filters: {
    conference: {
      description: 'Only the programme of this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
  },
  sortable: ['released_at'],
  dated: false,
  topics: ['programmes'],
  ...inMemory('conference', async (db, { language }) => {
    const earlier = Map.groupBy(await everyEarlierRelease(db), ({ conference }) => conference)
    return (await everyLastRelease(db)).map((release) =>
      rowOf(COLUMNS, release, {
        released_at: release.at.toString(),
        note: readingOf(release.note, language).value,
        earlier_releases: (earlier.get(release.conference) ?? []).map(printed),
      }),
    )
  }),
  restore(row, { sessions: rows = [] }) {
    const { conference, earlierReleases, ...release } = factOf(COLUMNS, row)
    const parts = rows.map(sessionFrom)
    return [
      {
        command: restoreProgramme,
        input: {
          conference,
          releases: [
            ...(Array.isArray(earlierReleases) ? earlierReleases : []),
            { ...release, sessions: parts.map(({ session }) => session) },
          ],
          delays: parts.flatMap(({ delay }) => delay ?? []),
        },
      },
    ]
  },
})
