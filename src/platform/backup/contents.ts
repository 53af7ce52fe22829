import { createHash, type Hash } from 'node:crypto'
import { z } from 'zod'
import { CannotStart } from '../config/cannot-start.ts'
import { digestOfMigration, type Migration } from '../database/migrations.ts'
import { altered, cut } from './file/damaged.ts'
import {
  FORMAT,
  type Found,
  HEADER,
  Header,
  MANIFEST,
  Manifest,
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
    if (manifest) throw altered('what follows its list of tables')
    if (piece.name === README) {
      await textOf(piece)
    } else if (piece.name === HEADER) {
      if (header) throw altered('its head')
      header = headerFrom(await textOf(piece))
      mustBeKnown(header, migrations)
      sums = summing(header)
      await taker.begin(header)
    } else if (!header || !sums) {
      throw altered('its head')
    } else if (piece.name === MANIFEST) {
      manifest = parsed(Manifest, await textOf(piece))
    } else {
      const add = sums.open(piece.name)
      for await (const part of piece.parts) await taker.take(add(part), part)
    }
  }
  if (!header || !manifest || !sums) throw cut()
  sums.mustBe(manifest.tables)
  return { header, manifest }
}

/** What is no table is small, whatever its head says. */
const LARGEST_TEXT = 64 * 2 ** 20

async function textOf({ name, size, parts }: Found): Promise<string> {
  if (size > LARGEST_TEXT) throw altered(`the size of ${name}`)
  return Buffer.concat(await Array.fromAsync(parts)).toString()
}

function parsed<Value>(shape: z.ZodType<Value>, text: string): Value {
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw altered('its head or its list of tables')
  }
}

function headerFrom(text: string): Header {
  const { format } = parsed(z.object({ format: z.int() }), text)
  if (format !== FORMAT) {
    throw new CannotStart(
      `This backup is written in a form that this Plenum does not know (${format}): restore it with the version that wrote it, or a newer one.`,
    )
  }
  return parsed(Header, text)
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
    /** Begins the next piece; the answer takes its parts. */
    open(name: string): (part: Uint8Array) => TableHeader {
      const table = tableOfPiece(name)
      const sum = table === null ? undefined : sums.get(table)
      if (!sum || name !== pieceName(sum.table.name, sum.pieces + 1)) throw altered(name)
      const now = order.indexOf(sum.table.name)
      if (now < place) throw altered(name)
      place = now
      sum.pieces += 1
      return (part) => {
        sum.bytes += part.length
        sum.rows += linesIn(part)
        sum.hash.update(part)
        return sum.table
      }
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
