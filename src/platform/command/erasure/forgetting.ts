import type { Writing } from '../../database/tables.ts'
import { forgetInputs } from '../../journal/write.ts'

/**
 * For the `save` of a deed that erases a person: the journal keeps that something was done to a subject
 * (`participant/0190…`), and nothing tells any more what was typed. Every entry stands, and every seal still fits.
 */
export async function forgetSubjects(db: Writing, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) await forgetInputs(db, { subject })
}
