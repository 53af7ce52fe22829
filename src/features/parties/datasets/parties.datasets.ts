import { choice, day, label, list, object, text } from '../../../platform/dataset/columns.ts'
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { recordParty } from '../commands.ts'
import { nameOn, PartyKind } from '../model.ts'
import { everyParty } from '../queries.ts'
import { say } from '../words.ts'

const COLUMNS = [
  text('code', 'ISO 3166-1 alpha-3 of a state, the acronym of an organization.', {
    required: true,
    example: 'KOR',
  }),
  choice('kind', 'What kind of party it is.', PartyKind.options, { required: true }),
  label('name', 'The short name on the day of the data, in the asked language.', {
    example: 'Republic of Korea',
  }),
  label('formal_name', 'The formal name on the day of the data, in the asked language.'),
  text('alpha2', 'ISO 3166-1 alpha-2 of a state.', { example: 'KR' }),
  text('m49', 'The numerical code of the United Nations (M49).', { example: '410' }),
  day('member_since', 'Member of the United Nations since.', { example: '1991-09-17' }),
  day('observer_since', 'Observer state at the United Nations since.'),
  text('region', 'The region by M49, for statistics only.'),
  text('subregion', 'The part of the region by M49, for statistics only.'),
  text('zone', 'The time zone of the seat (IANA).', { example: 'Asia/Seoul' }),
  text('seat', 'The seat of government or of the organization.'),
  choice('in_sentences', 'The form for running text.', ['short', 'formal'], { required: true }),
  object('abbreviations', 'Abbreviations by language.', { required: true }),
  list('aliases', 'Other names that a search finds it by.', { required: true }),
  object('note', 'A remark, by language.'),
  list('namings', 'Names by language, oldest first; until is the last day of a name.', {
    required: true,
  }),
  list('sources', 'Publisher, address, date and our grade of each source.', { required: true }),
]

/** States and organisations, named as on the day of the data. */
export const parties = dataset('parties', {
  title: (language) => say(language, 'dataset.parties'),
  description: (language) => say(language, 'dataset.parties.about'),
  columns: COLUMNS,
  key: 'code',
  filters: {
    kind: { description: 'Only parties of this kind.', schema: PartyKind, example: 'state' },
  },
  sortable: ['kind', 'm49', 'member_since'],
  dated: false,
  topics: ['parties'],
  ...inMemory('code', async (db, { language, day: on }) =>
    (await everyParty(db)).map((party) => {
      const { short, formal } = nameOn(party, on, language)
      return rowOf(COLUMNS, party, { name: short, formal_name: formal })
    }),
  ),
  restore: (row) => [{ command: recordParty, input: factOf(COLUMNS, row) }],
})
