import { z } from 'zod'
import { type Actor, holds, type Role } from '../../kernel/actor.ts'
import { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import { must } from '../../kernel/refusal.ts'
import { Source } from '../../kernel/source.ts'
import { Text } from '../../kernel/text.ts'
import { PartialDay, Zone } from '../../kernel/time.ts'
import { CountingRule, Figure } from './figure.model.ts'
import { held, SourceKey, Sources } from './history.ts'
import { Settings } from './settings.model.ts'

export const KINDS = ['summit', 'ministerial', 'side-edition', 'preparatory'] as const
export const FORMATS = ['in-person', 'in-person-webcast', 'virtual', 'hybrid'] as const
export const DOCUMENT_KINDS = [
  'concept-note',
  'requirements',
  'pledging-guide',
  'logistics-note',
  'study',
  'outcome',
  'report',
] as const
/** What a paper of a conference may be. */
export const PAPER_KINDS = ['pdf', 'docx', 'xlsx'] as const

const SeriesId = z.string().regex(/^[a-z][a-z0-9-]+$/)
const SourceList = z.record(SourceKey, Source)

/** The days of a conference, as far as they are known. A single day has `last` equal to `first`. */
export const Dates = z.strictObject({ first: PartialDay, last: PartialDay.nullable() })

/** Where it is held. The state is a code: its name comes from the parties, by date. */
export const Venue = z.strictObject({
  key: z.string(),
  name: Text.nullable(),
  city: Text.nullable(),
  country: PartyCode.nullable(),
  /** What else was where: an exhibition in another house. */
  note: Text.nullable().default(null),
})

const Titled = z.strictObject({ title: Text, sources: Sources })

/** A session in the order of the programme, and the theme of the agenda that it treats. */
const OrderedSession = z.strictObject({
  number: z.string(),
  theme: z.string(),
  title: Text,
  sources: Sources,
})

/** Somebody who called the conference together, with the office held on that day. */
const Convenor = z.strictObject({
  party: PartyCode,
  person: z.string(),
  office: Text,
  officeAt: PartialDay,
  sources: Sources,
})

/** Co-chairs stand in the order in which they were printed, never in one that we computed. */
const CoChairs = z.strictObject({
  reason: Text.nullable(),
  list: z.array(
    z.strictObject({
      party: PartyCode,
      office: Text.nullable().default(null),
      nameAsPrinted: Text.nullable().default(null),
    }),
  ),
  sources: Sources,
})

const Document = z.strictObject({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  name: Text,
  date: PartialDay.nullable(),
  supersedes: z.string().nullable().default(null),
  note: Text.nullable().default(null),
  /** The paper itself, where the secretariat has handed it in. */
  file: FileId.nullable().default(null),
  sources: Sources,
})

/** What happened on the way to the conference, and because of it. */
const Milestone = z.strictObject({ on: PartialDay.nullable(), what: Text, sources: Sources })

/** An edition of a series, or a meeting that prepares one. Null and empty mean: not known. */
export const Conference = z.strictObject({
  id: ConferenceId,
  series: SeriesId,
  parent: ConferenceId.nullable(),
  kind: z.enum(KINDS),
  /** How it is counted: «4th ministerial». A stored text, because numerals of order are never computed. */
  label: Text.nullable(),
  name: Text,
  shortName: Text,
  zone: z.array(held(Zone)).min(1),
  dates: z.array(held(Dates)),
  venue: z.array(held(Venue)),
  format: z.array(held(z.enum(FORMATS))),
  summary: Titled,
  objective: Titled.nullable(),
  background: z.array(Titled),
  hosts: z.array(z.strictObject({ party: PartyCode, ministry: Text.nullable(), sources: Sources })),
  convenors: z.array(Convenor),
  coChairs: CoChairs.nullable(),
  themes: z.array(z.strictObject({ id: z.string(), title: Text, sources: Sources })),
  sessions: z.array(OrderedSession),
  crossCutting: z.array(Titled),
  participants: z
    .strictObject({ who: Text, categories: z.array(Text), sources: Sources })
    .nullable(),
  figures: z.array(Figure),
  documents: z.array(Document),
  milestones: z.array(Milestone),
  handover: z.strictObject({ to: ConferenceId, what: Text, sources: Sources }).nullable(),
  settings: Settings.prefault({}),
  sources: SourceList,
})
export type Conference = z.infer<typeof Conference>

/** Conferences that belong together, what they are for, and how they count. */
export const Series = z.strictObject({
  id: SeriesId,
  /** The name over time; the last holds now. */
  names: z
    .array(
      z.strictObject({
        name: Text,
        from: PartialDay.nullable(),
        until: PartialDay.nullable(),
        sources: Sources,
      }),
    )
    .min(1),
  summary: Titled,
  /** What the series is for. */
  functions: z.strictObject({ list: z.array(Text), sources: Sources }),
  nameChange: Titled.nullable(),
  /** The edition that a newcomer is led to; null before there is one. */
  main: ConferenceId.nullable(),
  next: Titled.nullable(),
  counting: z.record(z.string(), CountingRule),
  sources: SourceList,
})
export type Series = z.infer<typeof Series>

/** Who works on a conference: its secretariats, and those of the conference that it prepares. */
export const mayEdit = (actor: Actor, conference: string, parent: string | null): boolean =>
  [conference, parent].some(
    (id) => id !== null && holds(actor, id, 'host-secretariat', 'un-secretariat', 'administrator'),
  )

/** Who begins conferences and says how a series counts. */
export const mayEditSeries = (actor: Actor): boolean => holds(actor, '*', 'administrator')

/** Who begins a conference: the administrator, and a meeting that prepares one, the secretariat of that one. */
export const mayBegin = (actor: Actor, parent: string | null): boolean =>
  mayEditSeries(actor) || (parent !== null && mayEdit(actor, parent, null))

/** Whether somebody works on any conference at all. */
export const worksOnSome = ({ grants }: Actor): boolean =>
  grants.some(({ role }) =>
    (['host-secretariat', 'un-secretariat', 'administrator'] as Role[]).includes(role),
  )

/** Every key of a source that a record cites, wherever it stands. */
export function cited(record: unknown): string[] {
  if (typeof record !== 'object' || record === null) return []
  return Object.entries(record).flatMap(([name, value]) =>
    name === 'sources' && Array.isArray(value) ? (value as string[]) : cited(value),
  )
}

/** Every party that a record names, by its code. */
export const partiesOf = (conference: Conference): PartyCode[] => [
  ...new Set([
    ...conference.hosts.map((host) => host.party),
    ...conference.convenors.map((convenor) => convenor.party),
    ...(conference.coChairs?.list ?? []).map((chair) => chair.party),
    ...conference.venue.flatMap(({ is }) => is.country ?? []),
  ]),
]

/** A record is sound if it says where it knows things from, and contradicts neither itself nor its series. */
export function mustBeSound(conference: Conference, series: Series): void {
  must(conference.parent !== conference.id, 'conferences.own-parent')
  must(
    (conference.kind === 'preparatory') === (conference.parent !== null),
    'conferences.preparatory-has-parent',
  )
  for (const key of cited(conference)) {
    must(key in conference.sources, 'conferences.unknown-source', { source: key })
  }
  for (const { counts } of conference.figures) {
    must(counts in series.counting, 'conferences.unknown-counting-rule', { rule: counts })
  }
  const themes = new Set(conference.themes.map((theme) => theme.id))
  for (const { theme } of conference.sessions) {
    must(themes.has(theme), 'conferences.unknown-theme', { theme })
  }
  const documents = new Set(conference.documents.map((document) => document.id))
  for (const { supersedes } of conference.documents) {
    must(supersedes === null || documents.has(supersedes), 'conferences.unknown-document', {
      document: supersedes ?? '',
    })
  }
  for (const { is } of conference.dates) {
    must(is.last === null || is.last >= is.first, 'conferences.ends-before-it-begins')
  }
}
