import type { ConferenceId, FileId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import type { Outline } from '../conferences/outline.ts'
import { conferenceWithSeries, outlineById } from '../conferences/queries.ts'
import { documentAtWork, type Reader } from '../outcome-documents/facts.queries.ts'
import { seesDelegation, stateAt } from '../outcome-documents/model.ts'
import { type documentsAt, positionsOf } from '../outcome-documents/queries.ts'
import type { AtWork, DocumentLine, DraftShown, PartyChoice } from '../outcome-documents/shown.ts'
import { nameOn } from '../parties/model.ts'
import { everyParty } from '../parties/queries.ts'

/** A document with its conference, as a reader may see it. */
export interface Found {
  outline: Outline
  work: AtWork
}

export async function atWork(
  db: Reading,
  { conference, document }: { conference: ConferenceId; document: string },
  reader: Reader,
): Promise<Found | null> {
  const outline = await outlineById(db, conference)
  const work = outline && (await documentAtWork(db, { outline, document }, reader))
  return outline && work ? { outline, work } : null
}

/** A document as a line of a list. */
export const lineOf = (
  row: Awaited<ReturnType<typeof documentsAt>>[number],
  now: Temporal.Instant,
): DocumentLine => ({
  document: row.document,
  name: row.settings.name,
  state: stateAt(row, now),
  draft: row.draft,
  deadline: row.deadline,
  adoptedOn: row.adoptedOn,
})

/** The outcome documents that stand in the conference's own list, to choose from. */
export async function listedIn(
  db: Reading,
  conference: ConferenceId,
  language: Language,
): Promise<PartyChoice[]> {
  const found = await conferenceWithSeries(db, conference)
  return (found?.conference.documents ?? [])
    .filter(({ kind }) => kind === 'outcome')
    .map(({ id, name }) => ({ value: id, label: readingOf(name, language).value }))
}

/** Every party by its name of a day, in the collation of the reader. */
export async function partyChoices(
  db: Reading,
  { language, compareIn }: Pick<Reader, 'language' | 'compareIn'>,
  day: string,
): Promise<PartyChoice[]> {
  const compare = compareIn(language)
  return (await everyParty(db))
    .map((party) => ({ value: party.code as string, label: nameOn(party, day, language).short }))
    .toSorted((a, b) => compare(a.label, b.label))
}

/** A draft as a reader may see it, and the one to compare it with. */
export async function draftFor(
  db: Reading,
  params: { conference: ConferenceId; document: string; number: number },
  other: number | undefined,
  reader: Reader,
): Promise<(Found & { shown: DraftShown; other: DraftShown | null }) | null> {
  const found = await atWork(db, params, reader)
  const shown = found?.work.drafts.find(({ number }) => number === params.number)
  if (!found || !shown) return null
  return {
    ...found,
    shown,
    other: found.work.drafts.find(({ number }) => number === other) ?? null,
  }
}

/** A note, where this reader may have it: who decides on it, and who sent it. */
export async function noteFor(
  db: Reading,
  { conference, document, file }: { conference: ConferenceId; document: string; file: FileId },
  actor: Reader['actor'],
): Promise<FileId | null> {
  const told = await positionsOf(db, { conference, document })
  const found = told.find((one) => one.file === file)
  return found && seesDelegation(actor, conference, found.party) ? file : null
}
