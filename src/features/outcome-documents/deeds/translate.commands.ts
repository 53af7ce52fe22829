import { ConferenceId } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Writing } from '../../../platform/command/command.ts'
import { type DocumentRow, draftsOf } from '../queries.ts'

/** Gives an adopted text other translations; what counts of it stays to the letter, for whoever translates says so. */
export async function retranslate(
  db: Writing,
  { conference, document, draft, settings }: DocumentRow,
  { name, paragraphs }: { name: Text; paragraphs: ReadonlyMap<string, Text> },
): Promise<void> {
  const of = { conference: ConferenceId.parse(conference), document }
  const adopted = (await draftsOf(db, of)).find(({ number }) => number === draft)
  if (!adopted) return
  const after = adopted.paragraphs.map((one) => ({
    ...one,
    text: paragraphs.get(one.id) ?? one.text,
  }))
  await db
    .updateTable('outcomeDraft')
    .set({ paragraphs: JSON.stringify(after) })
    .where('conference', '=', conference)
    .where('document', '=', document)
    .where('number', '=', adopted.number)
    .execute()
  await db
    .updateTable('outcomeDocument')
    .set({ settings: JSON.stringify({ ...settings, name }) })
    .where('conference', '=', conference)
    .where('document', '=', document)
    .execute()
}
