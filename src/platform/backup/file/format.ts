import { z } from 'zod'

/** Counts up when an older Plenum could no longer read what is written. */
export const FORMAT = 1

/** What a backup's name ends in; an encrypted one has `.encrypted` behind it. */
export const ENDING = '.tar.zst'
export const ENCRYPTED_ENDING = `${ENDING}.encrypted`

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A table of the backup, `public.journal`, and the columns in the order in which its rows have them. */
const Table = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()).min(1),
})

/** What stands first in a backup: what it is of, and what is needed to read it. */
export const Header = z.strictObject({
  format: z.literal(FORMAT),
  id: z.uuid(),
  /** The moment that it shows. */
  at: z.string(),
  plenum: z.string(),
  /** `server_version_num` of the PostgreSQL that it was taken from. */
  postgres: z.int(),
  migrations: z.array(z.strictObject({ name: z.string(), digest: Sha256 })).min(1),
  /** How each table is made, for those that no migration makes; and what ties it to others, for when all are there. */
  definitions: z.array(
    z.strictObject({
      table: z.string(),
      statements: z.array(z.string()),
      ties: z.array(z.string()),
    }),
  ),
  tables: z.array(Table),
})
export type Header = z.infer<typeof Header>
export type TableHeader = Header['tables'][number]

/** What stands last: only a backup that was written to its end has it. */
export const Manifest = z.strictObject({
  tables: z.array(
    z.strictObject({
      name: z.string(),
      rows: z.int().min(0),
      bytes: z.int().min(0),
      sha256: Sha256,
    }),
  ),
  sequences: z.array(z.strictObject({ name: z.string(), last: z.string().regex(/^-?\d+$/) })),
})
export type Manifest = z.infer<typeof Manifest>
export type TableSum = Manifest['tables'][number]

/** One file of the archive, in the parts in which its bytes came; what is larger than a piece stands in several. */
export interface Piece {
  readonly name: string
  readonly parts: readonly Uint8Array[]
}

/** The same as it is read: its parts arrive as they are asked for, all of them before the next file. */
export interface Found {
  readonly name: string
  readonly size: number
  readonly parts: AsyncIterable<Uint8Array>
}

const FOLDER = 'plenum-backup'
export const README = `${FOLDER}/README.txt`
export const HEADER = `${FOLDER}/backup.json`
export const MANIFEST = `${FOLDER}/manifest.json`

/** Bytes of a table in one file of the archive, at most. */
export const PIECE = 2 ** 20

/** `plenum-backup/data/public.journal/000001`: in their order, the pieces are what COPY gave. */
export const pieceName = (table: string, number: number): string =>
  `${FOLDER}/data/${table}/${String(number).padStart(6, '0')}`

/** The table of a piece, or null for another file. */
export const tableOfPiece = (name: string): string | null =>
  /^plenum-backup\/data\/([^/]+)\/\d{6,}$/.exec(name)?.[1] ?? null
