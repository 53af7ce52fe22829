import { choice, day, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordMission } from '../commands.ts'
import { acronymIn, MissionKind } from '../missions.model.ts'
import { everyMission } from '../queries.ts'
import { say } from '../words.ts'

const COLUMNS = [
  text('acronym', 'The acronym by which the mission is known here.', {
    required: true,
    example: 'UNMISS',
  }),
  choice('kind', 'What kind of operation it is.', MissionKind.options, { required: true }),
  label('name', 'The name, in the asked language.'),
  label('acronym_said', 'The acronym, in the asked language.'),
  day('start', 'The day on which it began.', { required: true, example: '2011-07-09' }),
  day('end', 'The day on which it ended; empty while it runs.'),
  day('mandate_until', 'The end of the mandate, where it is another day.'),
  list('basis', 'The resolutions on which it rests.', { required: true }),
  list('hosts', 'Codes of the host states; empty where naming one would imply a position.', {
    required: true,
  }),
  object('territory', 'What is printed in place of a host state, by language.'),
  object('status_note', 'The reference that belongs to the territory, by language.'),
  list('areas', 'Areas of operation: codes, and names by language.', { required: true }),
  object('names', 'The name, by language.', { required: true }),
  object('acronyms', 'Acronyms that differ, by language.', { required: true }),
  list('unconfirmed', 'Languages whose forms were not compared with a source.', { required: true }),
  object('note', 'A remark, by language.'),
  object('confirmed', 'Which dates were found stated, and where.', { required: true }),
  object('compare_with', 'The page to compare the rest with.'),
]

export const missions = dataset('missions', {
  title: (language) => say(language, 'dataset.missions'),
  description: (language) => say(language, 'dataset.missions.about'),
  columns: COLUMNS,
  key: 'acronym',
  filters: {
    kind: {
      description: 'Only missions of this kind.',
      schema: MissionKind,
      example: 'peacekeeping',
    },
  },
  sortable: ['kind', 'start', 'end'],
  dated: false,
  topics: ['missions'],
  ...inMemory('acronym', async (db, { language }) =>
    (await everyMission(db)).map((mission) =>
      rowOf(COLUMNS, mission, {
        name: mission.names[language],
        acronym_said: acronymIn(mission, language),
      }),
    ),
  ),
  restore: (row) => [{ command: recordMission, input: factOf(COLUMNS, row) }],
})
