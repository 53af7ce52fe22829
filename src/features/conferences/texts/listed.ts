import type { Text } from '../../../kernel/text.ts'
import { textsIn } from '../../../kernel/wording/texts.ts'

/** What a text of a conference is, by the field in which it stands. */
const KINDS: Readonly<Record<string, string>> = {
  name: 'name',
  shortName: 'name',
  label: 'name',
  summary: 'description',
  objective: 'description',
  themes: 'agenda',
  sessions: 'agenda',
  crossCutting: 'agenda',
  background: 'background',
  hosts: 'people',
  convenors: 'people',
  coChairs: 'people',
  participants: 'people',
  figures: 'figures',
  documents: 'documents',
  milestones: 'chronology',
  handover: 'chronology',
  zone: 'place',
  dates: 'place',
  venue: 'place',
  format: 'place',
}

const SERIES_KINDS: Readonly<Record<string, string>> = {
  names: 'name',
  summary: 'description',
  functions: 'description',
  nameChange: 'description',
  next: 'description',
  counting: 'counting',
}

/** What was printed is quoted, and not translated. */
const AS_PRINTED = /\.nameAsPrinted$/

/** A text of a record, with what it is and what it belongs to. */
export interface Found {
  id: string
  kind: string
  text: Text
  of: Text | null
}

function listedIn(record: unknown, kinds: Readonly<Record<string, string>>): Found[] {
  const all = textsIn(record)
  return [...all].flatMap(([id, text]) => {
    const kind = kinds[id.split('.', 1)[0] ?? '']
    if (kind === undefined || AS_PRINTED.test(id)) return []
    const whole = id.slice(0, id.lastIndexOf('.'))
    const of = all.get(`${whole}.title`) ?? all.get(`${whole}.name`) ?? null
    return [{ id, kind, text, of: of === text ? null : of }]
  })
}

/** Every text of a conference that people translate. */
export const textsOfConference = (record: unknown): Found[] => listedIn(record, KINDS)

/** The same of a series. */
export const textsOfSeries = (record: unknown): Found[] => listedIn(record, SERIES_KINDS)

export const CONFERENCE_KINDS = [...new Set(Object.values(KINDS))]
export const SERIES_TEXT_KINDS = [...new Set(Object.values(SERIES_KINDS))]
