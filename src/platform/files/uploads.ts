import { createHash, randomUUIDv7 } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import {
  EVERY_KIND,
  FILE_KINDS,
  type FileKind,
  LARGEST_FILE,
  tidyName,
} from '../../kernel/documents/files.ts'
import { FileId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Reading, Tables, Writing } from '../database/tables.ts'
import { calledIn, examined } from './examine.ts'
import type { Scan } from './scan.ts'

/** Whether a file was looked through for viruses. */
export type Scanned = 'clean' | 'not-scanned'

interface UploadRow {
  id: FileId
  at: Temporal.Instant
  name: string
  kind: FileKind
  bytes: Uint8Array
  size: number
  digest: string
  uploader: string
  scan: Scanned
  owner: string | null
}

declare module '../database/tables.ts' {
  interface Tables {
    upload: UploadRow
  }
}

/** What is known of a file without its bytes. */
export type AboutFile = Omit<UploadRow, 'bytes'> & { type: string }

/** A file with its bytes. */
export type StoredFile = AboutFile & { bytes: Uint8Array }

/** What files are taken in with. */
export interface UploadsParts {
  database: Pick<Database, 'write'>
  clock: Clock
  /** Without it files are kept unscanned, and it is said of them. */
  scan?: Scan | undefined
  /** What may wait unclaimed, in bytes. */
  mostWaiting?: typeof MOST_WAITING
}

/** How long a file waits for the deed that it was sent for. */
const UNCLAIMED_FOR = { hours: 24 }
/** What one person, or all who are not signed in together, may leave waiting: in bytes. */
const MOST_WAITING = { account: 200 * 2 ** 20, anonymous: 500 * 2 ** 20 }

const ABOUT = ['id', 'at', 'name', 'kind', 'size', 'digest', 'uploader', 'scan', 'owner'] as const

const nameOf = ({ kind, id }: Actor) => `${kind}/${id}`
const about = <Row extends { kind: FileKind }>(row: Row) => ({
  ...row,
  type: FILE_KINDS[row.kind].type,
})
const refused = (code: string, values: Record<string, string> = {}) =>
  new Refusal(`platform.${code}`, 422, values)

/**
 * Takes files in as they come with forms: each is examined and scanned, pictures are painted anew, and it is kept. A
 * deed then claims it.
 */
export function createUploads({ database, clock, scan, mostWaiting = MOST_WAITING }: UploadsParts) {
  return {
    /**
     * Keeps one file.
     *
     * @param accepts the kinds that the form's field wants.
     * @throws Refusal 422 with clear words where the file is none that may be kept, 429 where too many wait.
     */
    async keep(
      actor: Actor,
      file: File,
      accepts: readonly FileKind[] = EVERY_KIND,
    ): Promise<AboutFile> {
      if (file.size > LARGEST_FILE) throw refused('file-too-large')
      const given = new Uint8Array(await file.arrayBuffer())
      const { name, kind, bytes } = await examined({ name: file.name, bytes: given }, accepts)
      const row: UploadRow = {
        id: FileId.parse(randomUUIDv7()),
        at: clock.now(),
        ...{ name, kind, bytes: Buffer.from(bytes), size: bytes.length },
        digest: createHash('sha256').update(bytes).digest('hex'),
        uploader: nameOf(actor),
        // What was sent is scanned, not what was made of it.
        scan: await scanned(given, scan),
        owner: null,
      }
      const most = mostWaiting[actor.kind === 'anonymous' ? 'anonymous' : 'account']
      await mustNotBeTooMuch(database.write, row, most)
      await database.write.insertInto('upload').values(row).execute()
      const { bytes: _, ...kept } = row
      return about(kept)
    },
  }
}

async function scanned(bytes: Uint8Array, scan: Scan | undefined): Promise<Scanned> {
  if (!scan) return 'not-scanned'
  const verdict = await scan(bytes)
  if (verdict === 'infected') throw refused('file-infected')
  if (verdict === 'could-not-scan') throw refused('file-not-scanned')
  return verdict
}

async function mustNotBeTooMuch(
  db: Kysely<Tables>,
  { uploader, size, at }: UploadRow,
  most: number,
) {
  const { waiting } = await db
    .selectFrom('upload')
    .select(sql<number>`coalesce(sum(size), 0)::int`.as('waiting'))
    .where('uploader', '=', uploader)
    .where('owner', 'is', null)
    .where('at', '>', at.subtract(UNCLAIMED_FOR))
    .executeTakeFirstOrThrow()
  if (waiting + size > most) throw new Refusal('platform.files-too-many', 429)
}

/**
 * Binds files to what they belong to; called by a command's `save`. A file is claimed by whoever sent it and for one
 * owner only; claiming it again for the same changes nothing.
 *
 * @throws Refusal 422 where there is no such file, it is somebody else's, or none of the kinds.
 */
export async function claimFiles(
  db: Writing,
  ids: readonly FileId[],
  { by, owner, accepts = EVERY_KIND }: { by: Actor; owner: string; accepts?: readonly FileKind[] },
): Promise<void> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return
  const found = await db
    .selectFrom('upload')
    .select(['id', 'uploader', 'owner', 'kind'])
    .where('id', 'in', wanted)
    .execute()
  const mine = found.filter(
    (file) => file.owner === owner || (file.owner === null && file.uploader === nameOf(by)),
  )
  if (mine.length < wanted.length) throw refused('file-unknown')
  if (!mine.every(({ kind }) => accepts.includes(kind))) {
    throw refused('file-of-other-kind', { kinds: calledIn(accepts) })
  }
  await db.updateTable('upload').set({ owner }).where('id', 'in', wanted).execute()
}

/**
 * Keeps a file that was kept before, under its own identifier: whoever asks has examined it, and knows that its bytes are
 * the same. A deed claims it as any other.
 */
export async function keepAgain(
  db: Kysely<Tables>,
  {
    by,
    ...file
  }: Pick<UploadRow, 'id' | 'at' | 'name' | 'kind' | 'bytes' | 'size' | 'digest'> & { by: Actor },
): Promise<void> {
  const { id, at, name, kind, bytes, size, digest } = file
  await db
    .insertInto('upload')
    .values({
      ...{ id, at, name: tidyName(name), kind, bytes: Buffer.from(bytes), size, digest },
      ...{ uploader: nameOf(by), scan: 'not-scanned', owner: null },
    })
    .execute()
}

/** Lets go of files that no deed has claimed. */
export async function letGo(db: Kysely<Tables>, ids: readonly FileId[]): Promise<void> {
  if (ids.length === 0) return
  const unclaimed = db.deleteFrom('upload').where('owner', 'is', null)
  await unclaimed.where('id', 'in', [...ids]).execute()
}

/** Deletes files of an owner: all of them, or those named; what belongs to somebody else stays. */
export async function dropFiles(
  db: Writing,
  owner: string,
  ids?: readonly FileId[],
): Promise<void> {
  const deleting = db.deleteFrom('upload').where('owner', '=', owner)
  if (ids === undefined) await deleting.execute()
  else if (ids.length > 0) await deleting.where('id', 'in', [...ids]).execute()
}

/** A file with its bytes; null: no such file. Who may read it is the business of whoever owns it. */
export async function readFileOf(db: Reading, id: FileId): Promise<StoredFile | null> {
  const row = await db.selectFrom('upload').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? about(row) : null
}

/** What is known of some files, in no order: names, sizes and whether they were scanned. */
export async function aboutFiles(db: Reading, ids: readonly FileId[]): Promise<AboutFile[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('upload')
    .select([...ABOUT])
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(about)
}

/** Deletes the files that no deed has claimed for a day; answers how many. */
export async function purgeFiles(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('upload')
    .where('owner', 'is', null)
    .where('at', '<', now.subtract(UNCLAIMED_FOR))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
