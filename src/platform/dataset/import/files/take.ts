import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { OPERATOR } from '../../../../kernel/actor.ts'
import { FILE_KINDS } from '../../../../kernel/documents/files.ts'
import type { FileId } from '../../../../kernel/ids.ts'
import { Refusal } from '../../../../kernel/refusal.ts'
import { explain } from '../../../command/explain.ts'
import type { Tables } from '../../../database/tables.ts'
import type { Feature } from '../../../feature.ts'
import { examined } from '../../../files/examine.ts'
import { aboutFiles, keepAgain } from '../../../files/uploads.ts'
import type { Dataset } from '../../dataset.ts'
import { NamedFile, pathOfFile } from '../../files.ts'
import type { Complain } from '../complaints.ts'
import type { Sources } from '../sources.ts'
import { stagedInOrder } from '../staging.ts'

interface Taking {
  db: Kysely<Tables>
  /** Of the import. */
  id: string
  now: Temporal.Instant
  features: readonly Feature[]
  sources: Sources
  complain: Complain
}

/**
 * Keeps the files that rows name, as they stand beside these, for the deeds that claim them: the very bytes, or a
 * complaint by the name of the file. Answers which are new here; they go again where nothing comes of the import.
 */
export async function takeFiles(
  datasets: Iterable<Dataset>,
  taking: Taking,
  kept: (id: FileId) => void,
): Promise<void> {
  for (const dataset of datasets) {
    if (!dataset.files) continue
    for await (const { file, line, content } of stagedInOrder(taking.db, taking.id, dataset.name)) {
      const at = { file: taking.sources.files[file]?.name ?? '', line }
      const { data: named, error } = NamedFile.safeParse(content)
      if (!named) {
        const column = String(error.issues[0]?.path[0] ?? '')
        taking.complain({ ...at, column, reason: 'this is nothing that could be said of a file' })
      } else if (!(await isKept(named, at, taking))) {
        if (await takeFile(named, at, { ...taking, ...dataset.files })) kept(named.file)
      }
    }
  }
}

type At = Pick<Parameters<Complain>[0], 'file' | 'line'>

/** Whether the file is here already; another file by its identifier is a complaint. */
async function isKept({ file, digest }: NamedFile, at: At, { db, complain }: Taking) {
  const [here] = await aboutFiles(db, [file])
  if (here && here.digest !== digest) {
    complain({ ...at, column: 'digest', reason: `«${file}» is another file here` })
  }
  return here !== undefined
}

/** Whether it was taken. */
async function takeFile(
  named: NamedFile,
  at: At,
  { db, now, features, sources, complain, accepts }: Taking & NonNullable<Dataset['files']>,
): Promise<boolean> {
  const path = pathOfFile(named)
  const found = await sources.beside(path)
  if (!found) {
    complain({ ...at, column: 'file', reason: `there is no «${path}» beside these rows` })
    return false
  }
  const wrong = (reason: string) => {
    complain({ file: found.name, line: null, column: null, reason })
    return false
  }
  const { bytes } = found
  if (bytes?.length !== named.size || digestOf(bytes) !== named.digest) {
    return wrong('this file is damaged: its bytes are not those that were given out')
  }
  try {
    const { kind } = await examined({ name: `file.${endingOf(named)}`, bytes }, accepts)
    if (kind !== named.kind) return wrong(`this file is of another kind than ${named.kind}`)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return wrong(explain(error, 'en', features).title.replace(/\.$/, ''))
  }
  await keepAgain(db, { ...named, id: named.file, bytes, at: now, by: OPERATOR })
  return true
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const endingOf = ({ kind }: NamedFile) => FILE_KINDS[kind].endings[0]
