import type { ConferenceId, FileId, PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Reading } from '../../../platform/database/tables.ts'
import { type AboutFile, aboutFiles } from '../../../platform/files/uploads.ts'
import type { SpeechId } from '../../floor/queue/deeds.ts'
import { heldVersions, publicStatements } from '../queries.ts'

/** A paper of a statement that everybody may read. */
export interface PublicPaper extends Pick<AboutFile, 'name' | 'kind' | 'size' | 'digest'> {
  speech: SpeechId
  conference: ConferenceId
  party: PartyCode
  language: Language
  file: FileId
}

/** The papers of statements that are public, of the version that holds, handed in for everybody. */
export async function publicPapers(db: Reading): Promise<PublicPaper[]> {
  const statements = await publicStatements(db, {})
  const held = await heldVersions(db, statements)
  const papers = statements.flatMap(({ speech, conference, party }) => {
    const content = held.get(speech)?.content
    return content?.use === 'publication'
      ? content.files.map((paper) => ({ speech, conference, party, ...paper }))
      : []
  })
  const about = await aboutFiles(
    db,
    papers.map(({ file }) => file),
  )
  const known = new Map(about.map((file) => [file.id, file]))
  return papers.flatMap((paper) => {
    const file = known.get(paper.file)
    if (!file) return []
    const { name, kind, size, digest } = file
    return [{ ...paper, name, kind, size, digest }]
  })
}
