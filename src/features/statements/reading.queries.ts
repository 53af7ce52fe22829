import type { Actor } from '../../kernel/actor.ts'
import type { FileId } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { aboutFiles } from '../../platform/files/uploads.ts'
import { type Content, interprets, readsDeposit } from './model.ts'
import { heldVersions, readingsOf, statementOf, versionsOf } from './queries.ts'
import type { PaperShown } from './shown.ts'
import { openUntil } from './standing.ts'

interface Asking {
  conference: string
  speech: string
}
interface Reader {
  actor: Actor
  now: Temporal.Instant
}

/** The version that somebody has opened and may still read, with how long; null: none. */
export async function openedBy(
  db: Reading,
  { conference, speech }: Asking,
  { actor, now }: Reader,
): Promise<{ content: Content; papers: readonly PaperShown[]; until: Temporal.Instant } | null> {
  const statement = interprets(actor, conference) ? await statementOf(db, speech) : null
  if (statement?.conference !== conference) return null
  const held = (await heldVersions(db, [statement])).get(statement.speech)
  const readings = held ? await readingsOf(db, speech) : []
  const until = held && openUntil(readings, { account: actor.id, number: held.number }, now)
  if (!held || !until) return null
  const { files } = held.content
  const about = await aboutFiles(
    db,
    files.map(({ file }) => file),
  )
  const papers = files.flatMap(({ file, language }) => {
    const name = about.find(({ id }) => id === file)?.name
    return name ? [{ id: file, name, language }] : []
  })
  return { content: held.content, papers, until }
}

/**
 * A paper of a statement, for whoever may have it: everybody once it is public; before that its delegation, each of its
 * versions, and whoever opened the one that holds.
 */
export async function paperFor(
  db: Reading,
  { conference, speech, file }: Asking & { file: FileId },
  reader: Reader,
): Promise<FileId | null> {
  const statement = await statementOf(db, speech)
  if (statement?.conference !== conference) return null
  const has = ({ files }: Content) => files.some((paper) => paper.file === file)
  const held = (await heldVersions(db, [statement])).get(statement.speech)
  if (!held) return null
  const isPublic = statement.publicAt !== null && held.content.use === 'publication'
  if (isPublic && has(held.content)) return file
  if (readsDeposit(reader.actor, conference, statement.party)) {
    return (await versionsOf(db, speech)).some(({ content }) => has(content)) ? file : null
  }
  const opened = await openedBy(db, { conference, speech }, reader)
  return opened && has(opened.content) ? file : null
}
