import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
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
import { dataset } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import { inMemory } from '../../../platform/dataset/in-memory.ts'
import { restoreConference } from '../commands.ts'
import { FORMATS, KINDS } from '../model.ts'
import { outlineOf } from '../outline.ts'
import { everyConference } from '../queries.ts'
import { say } from '../words.ts'
import { figureOf } from './figures.datasets.ts'

const TEXT = { required: true } as const

const COLUMNS = [
  text('id', 'The identifier of the conference.', { required: true, example: 'seoul2021' }),
  text('series', 'The series to which it belongs.', { required: true }),
  text('parent', 'The conference that a preparatory meeting prepares.'),
  choice('kind', 'Summit, ministerial, side edition or preparatory meeting.', KINDS, {
    required: true,
  }),
  label('name', 'The name, in the asked language.'),
  derived(partialDay('starts', 'The first day, as it holds now.', { example: '2021-12-07' })),
  derived(partialDay('ends', 'The last day, as it holds now.')),
  derived(text('time_zone', 'The time zone of its wall times.', { example: 'Asia/Seoul' })),
  label('city', 'The city, in the asked language.'),
  derived(text('country', 'The code of the state where it is held.', { example: 'KOR' })),
  derived(choice('held', 'In which format, as it holds now.', FORMATS)),
  derived(list('host_parties', 'Codes of the hosts.')),
  object('label_text', 'How it is counted, by language.', { field: 'label' }),
  object('name_text', 'The name, by language.', { ...TEXT, field: 'name' }),
  object('short_name_text', 'The short name, by language.', { ...TEXT, field: 'shortName' }),
  list('zones', 'Time zones, with their history.', { ...TEXT, field: 'zone' }),
  list('dates', 'Days, with their history.', TEXT),
  list('venues', 'Places, with their history.', { ...TEXT, field: 'venue' }),
  list('formats', 'Formats, with their history.', { ...TEXT, field: 'format' }),
  object('summary', 'What it is, by language, with sources.', TEXT),
  object('objective', 'What it is for, by language, with sources.'),
  list('background', 'What led to it, by language, with sources.', TEXT),
  list('hosts', 'Host parties and ministries.', TEXT),
  list('convenors', 'Who called it together, with the office held then.', TEXT),
  object('co_chairs', 'Co-chairs in the order as printed, with the reason.'),
  list('themes', 'The agenda.', TEXT),
  list('ordered_sessions', 'Sessions as the concept orders them.', { ...TEXT, field: 'sessions' }),
  list('cross_cutting', 'Cross-cutting questions.', TEXT),
  object('participants', 'Who takes part.'),
  list('documents', 'Documents, with dates and what they supersede.', TEXT),
  list('milestones', 'What happened on the way to it and because of it.', TEXT),
  object('handover', 'The hand-over to the next host.'),
  object('sources', 'Sources by the keys under which they are cited.', TEXT),
  integer('version', 'How often the record was changed, and once more.', TEXT),
]

const said = (words: Text | null | undefined, language: Language) =>
  words ? readingOf(words, language).value : null

/** Editions of a series and the meetings that prepare them. Their figures are parts of them. */
export const conferences = dataset('conferences', {
  title: (language) => say(language, 'dataset.conferences'),
  description: (language) => say(language, 'dataset.conferences.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    kind: {
      description: 'Only conferences of this kind.',
      schema: z.enum(KINDS),
      example: 'ministerial',
    },
    series: {
      description: 'Only conferences of this series.',
      schema: z.string().max(60),
      example: 'un-peacekeeping-ministerial',
    },
    country: {
      description: 'Only conferences held in this state.',
      schema: PartyCode,
      example: 'KOR',
    },
  },
  sortable: ['starts', 'kind', 'country'],
  dated: false,
  topics: ['conferences'],
  ...inMemory('id', async (db, { language }) =>
    (await everyConference(db)).map(({ record, version }) => {
      const { dates, zone, venue, format } = outlineOf(record)
      return rowOf(
        COLUMNS,
        { ...record, version },
        {
          name: said(record.name, language),
          starts: dates?.first ?? null,
          ends: dates?.last ?? null,
          time_zone: zone,
          city: said(venue?.city, language),
          country: venue?.country ?? null,
          held: format,
          host_parties: record.hosts.map(({ party }) => party),
        },
      )
    }),
  ),
  restore: (row, { figures = [] }) => [
    {
      command: restoreConference,
      input: {
        ...factOf(COLUMNS, row),
        figures: figures.toSorted((a, b) => Number(a.position) - Number(b.position)).map(figureOf),
      },
    },
  ],
})
