import { z } from 'zod'
import { fileOf } from '../../../kernel/documents/files.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { revisedText, Text } from '../../../kernel/text.ts'
import { PartialDay } from '../../../kernel/time.ts'
import { FigureValue } from '../figure.model.ts'
import { freeId } from '../keeping/free-id.ts'
import { type Conference, DOCUMENT_KINDS, PAPER_KINDS } from '../model.ts'
import { listDeeds } from './lists.commands.ts'

const OneText = z.strictObject({ title: Text })

/** The themes of the agenda. A theme keeps its identifier, by which sessions name it. */
export const themes = listDeeds({
  noun: 'theme',
  plural: 'themes',
  said: OneText,
  get: ({ themes: list }: Conference) => list,
  set: (_, items) => ({ themes: [...items] }),
  item: ({ title }, before: Conference['themes'][number] | null, { conference, sources }) => ({
    id: before?.id ?? freeId(title, 'theme', new Set(conference.themes.map(({ id }) => id))),
    title: revisedText(before?.title ?? null, title),
    sources,
  }),
})

/** The questions that run through all themes. */
export const questions = listDeeds({
  noun: 'question',
  plural: 'questions',
  said: OneText,
  get: ({ crossCutting }: Conference) => crossCutting,
  set: (_, items) => ({ crossCutting: [...items] }),
  item: ({ title }, before: Conference['crossCutting'][number] | null, { sources }) => ({
    title: revisedText(before?.title ?? null, title),
    sources,
  }),
})

/** The paragraphs of the background. */
export const background = listDeeds({
  noun: 'background',
  plural: 'background',
  said: OneText,
  get: ({ background: list }: Conference) => list,
  set: (_, items) => ({ background: [...items] }),
  item: ({ title }, before: Conference['background'][number] | null, { sources }) => ({
    title: revisedText(before?.title ?? null, title),
    sources,
  }),
})

/** Sessions as a concept note orders them. */
export const orderedSessions = listDeeds({
  noun: 'ordered-session',
  plural: 'ordered-sessions',
  said: z.strictObject({ number: z.string().min(1).max(20), theme: z.string(), title: Text }),
  get: ({ sessions }: Conference) => sessions,
  set: (_, items) => ({ sessions: [...items] }),
  item: ({ number, theme, title }, before: Conference['sessions'][number] | null, { sources }) => ({
    number,
    theme,
    title: revisedText(before?.title ?? null, title),
    sources,
  }),
})

/** Host parties with their ministries. */
export const hosts = listDeeds({
  noun: 'host',
  plural: 'hosts',
  said: z.strictObject({ party: PartyCode, ministry: Text.nullable() }),
  parties: ({ party }) => [party],
  get: ({ hosts: list }: Conference) => list,
  set: (_, items) => ({ hosts: [...items] }),
  item: ({ party, ministry }, before: Conference['hosts'][number] | null, { sources }) => ({
    party,
    ministry: ministry && revisedText(before?.ministry ?? null, ministry),
    sources,
  }),
})

/** Co-chairs, in the order of protocol, which is set by hand. */
export const coChairs = listDeeds({
  noun: 'co-chair',
  plural: 'co-chairs',
  said: z.strictObject({
    party: PartyCode,
    office: Text.nullable(),
    nameAsPrinted: Text.nullable(),
  }),
  parties: ({ party }) => [party],
  get: ({ coChairs: found }: Conference) => found?.list ?? [],
  set({ coChairs: found }, list, sources) {
    const reason = found?.reason ?? null
    if (list.length === 0 && reason === null) return { coChairs: null }
    const cited = [...new Set([...(found?.sources ?? []), ...sources])]
    return { coChairs: { reason, list: [...list], sources: cited } }
  },
  item: (said, before: CoChair | null) => ({
    party: said.party,
    office: said.office && revisedText(before?.office ?? null, said.office),
    nameAsPrinted:
      said.nameAsPrinted && revisedText(before?.nameAsPrinted ?? null, said.nameAsPrinted),
  }),
})
type CoChair = NonNullable<Conference['coChairs']>['list'][number]

/** Who called the conference together, with the office of that day. */
export const convenors = listDeeds({
  noun: 'convenor',
  plural: 'convenors',
  said: z.strictObject({
    party: PartyCode,
    person: z.string().min(1).max(200),
    office: Text,
    officeAt: PartialDay,
  }),
  parties: ({ party }) => [party],
  get: ({ convenors: list }: Conference) => list,
  set: (_, items) => ({ convenors: [...items] }),
  item: (said, before: Conference['convenors'][number] | null, { sources }) => ({
    ...said,
    office: revisedText(before?.office ?? null, said.office),
    sources,
  }),
})

/** What happened on the way, by date; what has none comes last. */
export const milestones = listDeeds({
  noun: 'milestone',
  said: z.strictObject({ on: PartialDay.nullable(), what: Text }),
  get: ({ milestones: list }: Conference) => list,
  set: (_, items) => ({
    milestones: items.toSorted((a, b) => byDay(a.on ?? '9999', b.on ?? '9999')),
  }),
  item: ({ on, what }, before: Conference['milestones'][number] | null, { sources }) => ({
    on,
    what: revisedText(before?.what ?? null, what),
    sources,
  }),
})

const byDay = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Published numbers: those that disagree stand side by side, so that adding one removes none. */
export const figures = listDeeds({
  noun: 'figure',
  plural: 'figures',
  said: z.strictObject({
    counts: z.string().min(1),
    value: FigureValue,
    asOf: PartialDay.nullable(),
    note: Text.nullable(),
  }),
  get: ({ figures: list }: Conference) => list,
  set: (_, items) => ({ figures: [...items] }),
  item: (said, before: Conference['figures'][number] | null, { sources }) => ({
    ...said,
    note: said.note && revisedText(before?.note ?? null, said.note),
    sources,
  }),
})

/** Papers, with their dates and what they take the place of. */
export const documents = listDeeds({
  noun: 'document',
  plural: 'documents',
  said: z.strictObject({
    kind: z.enum(DOCUMENT_KINDS),
    name: Text,
    date: PartialDay.nullable(),
    supersedes: z.string().nullable(),
    note: Text.nullable(),
    /** The paper itself; left out, the one that is there stays. */
    file: fileOf(...PAPER_KINDS).optional(),
  }),
  files: ({ file }) => (file ? [file] : []),
  get: ({ documents: list }: Conference) => list,
  set: (_, items) => ({ documents: [...items] }),
  item: (said, before: Conference['documents'][number] | null, { conference, sources }) => ({
    ...said,
    id: before?.id ?? freeId(said.name, said.kind, new Set(conference.documents.map(idOf))),
    name: revisedText(before?.name ?? null, said.name),
    note: said.note && revisedText(before?.note ?? null, said.note),
    file: said.file ?? before?.file ?? null,
    sources,
  }),
})

const idOf = ({ id }: { id: string }) => id
