import { must } from '../../../kernel/refusal.ts'
import type { Circumstances, Topic, Writing } from '../../../platform/command/command.ts'
import { isPublic, type OfDocument, stateAt } from '../model.ts'
import { type DocumentRow, type DraftRow, documentOf, draftsOf } from '../queries.ts'

/** What a decision about a document looks at. */
export interface Known {
  stored: DocumentRow | null
  /** Newest first. */
  drafts: readonly DraftRow[]
}

export const documentKnown = async (db: Writing, of: OfDocument): Promise<Known> => ({
  stored: await documentOf(db, of),
  drafts: await draftsOf(db, of),
})

/** A document as it is after a deed, and the line that the deed is in its history. */
export interface Done {
  row: DocumentRow
  entry: {
    deed: string
    at: Temporal.Instant
    by: string
    draft: number | null
    deadline: Temporal.Instant | null
    party: DocumentEntry['party']
    reason: string | null
  }
}

type DocumentEntry = Awaited<ReturnType<typeof import('../queries.ts').deedsOf>>[number]

export const byOf = ({ actor }: Pick<Circumstances, 'actor'>): string => `${actor.kind}/${actor.id}`

/** The document, with the state in which it is at this instant. */
export function standing({ stored }: Known, now: Temporal.Instant): DocumentRow {
  must(stored, 'outcome-documents.unknown')
  return { ...stored, state: stateAt(stored, now) }
}

/** What a deed leaves behind. */
export const done = (
  row: DocumentRow,
  deed: string,
  circumstances: Circumstances,
  more: Partial<Done['entry']> = {},
): Done => ({
  row: { ...row, version: row.version + 1 },
  entry: {
    ...{ deed, at: circumstances.now, by: byOf(circumstances) },
    ...{ draft: row.draft, deadline: null, party: null, reason: null },
    ...more,
  },
})

export async function saveDone(db: Writing, { row, entry }: Done): Promise<void> {
  const { conference, document } = row
  const stored = { ...row, settings: JSON.stringify(row.settings) }
  await db
    .insertInto('outcomeDocument')
    .values(stored)
    .onConflict((conflict) => conflict.columns(['conference', 'document']).doUpdateSet(stored))
    .execute()
  const last = await db
    .selectFrom('outcomeDeed')
    .select('position')
    .where('conference', '=', conference)
    .where('document', '=', document)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  await db
    .insertInto('outcomeDeed')
    .values({ conference, document, position: (last?.position ?? 0) + 1, ...entry })
    .execute()
}

/** What those see who work on it; and what everybody sees, once it is adopted. */
export const touched = ({ row }: Pick<Done, 'row'>): Topic[] => [
  atWork(row),
  ...(isPublic(row.state) ? [inPublic(row)] : []),
]

/** The pages of those who read drafts. */
export const atWork = ({ conference }: { conference: string }): Topic =>
  `outcome-documents/at-work/${conference}`

/** The pages that everybody reads: nothing of a draft, not even that there is one. */
export const inPublic = ({ conference }: { conference: string }): Topic =>
  `outcome-documents/${conference}`

/** What every deed to a document has in common. */
export const OUTCOME = {
  save: (db: Writing, decision: Done) => saveDone(db, decision),
  subject: ({ row }: Done) => `outcome-document/${row.conference}/${row.document}`,
  answer: ({ row }: Done) => ({ document: row.document, state: row.state }),
  touches: (decision: Done) => touched(decision),
}
