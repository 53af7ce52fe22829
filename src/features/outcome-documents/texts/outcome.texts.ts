import { ConferenceId } from '../../../kernel/ids.ts'
import type { Text } from '../../../kernel/text.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { fromAll, type ListedText, type TextSource } from '../../../platform/texts/source.ts'
import { retranslate } from '../deeds/translate.commands.ts'
import { isPublic } from '../model.ts'
import { documentsAt, draftsOf } from '../queries.ts'
import { say } from './words.ts'

/** Adopted documents only: a translator never sees a draft. */
async function adoptedAt(db: Reading | Writing, id: string) {
  const conference = ConferenceId.parse(id)
  const all = await documentsAt(db, conference)
  const adopted: { row: (typeof all)[number]; paragraphs: readonly ParagraphOf[] }[] = []
  for (const row of all.filter(({ state }) => isPublic(state))) {
    const drafts = await draftsOf(db, { conference, document: row.document })
    const text = drafts.find(({ number }) => number === row.draft)
    adopted.push({ row, paragraphs: text?.paragraphs ?? [] })
  }
  return adopted
}

type ParagraphOf = { id: string; text: Text }

/** Names and paragraphs of adopted documents, in the languages in which they are not authentic. */
export const outcomeTexts: TextSource = {
  name: 'outcomes',
  kinds: ['name', 'paragraph'],
  sayKind: (language, kind) => say(language, kind as 'name'),
  ...fromAll(async (db, conference): Promise<ListedText[]> => {
    const adopted = await adoptedAt(db, conference)
    return adopted.flatMap(({ row: { document, settings }, paragraphs }) => {
      const at = `/${conference}/outcome/${document}`
      return [
        { id: `${document}.name`, kind: 'name', text: settings.name, of: null, at, longest: null },
        ...paragraphs.map(({ id, text }) => ({
          ...{ id: `${document}.${id}`, kind: 'paragraph', text, of: settings.name },
          ...{ at: `${at}#${id}`, longest: null },
        })),
      ]
    })
  }),
  async write(db, conference, texts) {
    for (const { row, paragraphs } of await adoptedAt(db, conference)) {
      const said = (id: string, text: Text) => texts.get(`${row.document}.${id}`) ?? text
      await retranslate(db, row, {
        name: said('name', row.settings.name),
        paragraphs: new Map(paragraphs.map(({ id, text }) => [id, said(id, text)])),
      })
    }
  },
  topics: async (_, conference) => [
    `outcome-documents/${conference}`,
    `outcome-documents/at-work/${conference}`,
  ],
  past: async () => [],
}
