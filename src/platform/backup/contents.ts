import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { CannotStart } from '../config/cannot-start.ts'
import { digestOfMigration, type Migration } from '../database/migrations.ts'
import { altered, cut } from './file/damaged.ts'
import {
  FORMAT,
  HEADER,
  Header,
  MANIFEST,
  Manifest,
  type Piece,
  pieceName,
  README,
  type TableHeader,
  type TableSum,
  tableOfPiece,
} from './file/format.ts'
import { readBackup } from './file/reading.ts'

/** Who takes what a backup holds, in its order: the head, then the rows of one table after the other. */
export interface Taker {
  begin(header: Header): Promise<void>
  take(table: TableHeader, rows: Uint8Array): Promise<void>
}

/**
 * Reads a backup whole. What was taken before the end may come from a damaged file: it must be taken back if this
 * fails.
 *
 * @param migrations of this version: a backup with others is refused before a row of it is taken.
 * @throws Damaged where the file is not what was written; CannotStart where this version cannot restore it.
 */
export async function readContents(
  file: string,
  passphrase: string | undefined,
  migrations: readonly Migration[],
  taker: Taker,
): Promise<{ header: Header; manifest: Manifest }> {
  let header: Header | undefined
  let manifest: Manifest | undefined
  let sums: ReturnType<typeof summing> | undefined
  for await (const piece of readBackup(file, passphrase)) {
    if (piece.name === README) continue
    if (manifest) throw altered('what follows its list of tables')
    if (piece.name === HEADER) {
      if (header) throw altered('its head')
      header = headerFrom(piece)
      mustBeKnown(header, migrations)
      sums = summing(header)
      await taker.begin(header)
    } else if (!header || !sums) {
      throw altered('its head')
    } else if (piece.name === MANIFEST) {
      manifest = parsed(Manifest, piece)
    } else {
      await taker.take(sums.add(piece), piece.bytes)
    }
  }
  if (!header || !manifest || !sums) throw cut()
  sums.mustBe(manifest.tables)
  return { header, manifest }
}

function parsed<Value>(shape: z.ZodType<Value>, { name, bytes }: Piece): Value {
  try {
    return shape.parse(JSON.parse(Buffer.from(bytes).toString()))
  } catch {
    throw altered(name)
  }
}

function headerFrom(piece: Piece): Header {
  const { format } = parsed(z.object({ format: z.int() }), piece)
  if (format !== FORMAT) {
    throw new CannotStart(
      `This backup is written in a form that this Plenum does not know (${format}): restore it with the version that wrote it, or a newer one.`,
    )
  }
  return parsed(Header, piece)
}

/** This version must have every step by which the database of the backup came to be. */
function mustBeKnown({ migrations: taken, plenum }: Header, migrations: readonly Migration[]) {
  for (const { name, digest } of taken) {
    const known = migrations.find((one) => one.name === name)
    if (known && digestOfMigration(known) === digest) continue
    throw new CannotStart(
      `This backup is of another Plenum (${plenum}; ${known ? `its step ${name} differs from ours` : `this one does not know its step ${name}`}): restore it with the version that wrote it, or a newer one.`,
    )
  }
}

const LINE = 10

/** Counts rows: each ends in a line feed, and none has another. */
function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(LINE); at >= 0; at = bytes.indexOf(LINE, at + 1)) lines += 1
  return lines
}

/** Sums up the pieces of each table, which come in the order of the head, without a gap. */
function summing({ tables }: Header) {
  const sums = new Map(
    tables.map((table) => [table.name, { table, rows: 0, bytes: 0, pieces: 0, hash: sha256() }]),
  )
  const order = tables.map(({ name }) => name)
  let place = 0
  return {
    add({ name, bytes }: Piece): TableHeader {
      const table = tableOfPiece(name)
      const sum = table === null ? undefined : sums.get(table)
      if (!sum || name !== pieceName(sum.table.name, sum.pieces + 1)) throw altered(name)
      const now = order.indexOf(sum.table.name)
      if (now < place) throw altered(name)
      place = now
      sum.pieces += 1
      sum.bytes += bytes.length
      sum.rows += linesIn(bytes)
      sum.hash.update(bytes)
      return sum.table
    },
    mustBe(written: readonly TableSum[]) {
      if (written.length !== order.length) throw altered('its list of tables')
      for (const [at, { name, rows, bytes, sha256: hash }] of written.entries()) {
        const sum = name === order[at] ? sums.get(name) : undefined
        if (!sum) throw altered('its list of tables')
        if (sum.rows !== rows || sum.bytes !== bytes || sum.hash.digest('hex') !== hash) {
          throw altered(`the table ${name}`)
        }
      }
    },
  }
}

const sha256 = (): Hash => createHash('sha256')
