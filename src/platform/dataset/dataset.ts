import type { z } from 'zod'
import type { FileKind } from '../../kernel/documents/files.ts'
import type { Language } from '../../kernel/language.ts'
import type { AnyCommand, Topic } from '../command/command.ts'
import type { Reading } from '../database/tables.ts'

/**
 * What a column holds. `decimal` is an exact decimal written as text (`'150.50'`); `partial-date` a day as far as it is
 * known (`2021`, `2021-07`, `2021-07-29`); `datetime` an instant, RFC 3339 in UTC; `array` and `object` are JSON.
 */
export const COLUMN_TYPES = [
  'string',
  'integer',
  'decimal',
  'boolean',
  'date',
  'partial-date',
  'datetime',
  'array',
  'object',
] as const
export type ColumnType = (typeof COLUMN_TYPES)[number]

/** A cell; null is what is not known. Decimals, days and instants are text. */
export type Cell = string | number | boolean | null | object

/** A record of a dataset: a cell for each of its columns, by name. */
export type Row = Readonly<Record<string, Cell>>

export interface Column {
  /** `snake_case`. Published once, it never changes. */
  readonly name: string
  readonly type: ColumnType
  /** What it holds, as one English sentence. */
  readonly description: string
  /** Whether it is never null. */
  readonly required?: boolean
  /** The only values that it may have. */
  readonly values?: readonly string[]
  /** Derived from the others or said in the asked language, for people's eyes: whoever reads a file in passes over it. */
  readonly label?: boolean
  /** The field of the fact, where that is not the name in camel case. */
  readonly field?: string
  readonly example?: Cell
}

/** A parameter of the address that chooses rows. */
export interface Filter {
  /** What it chooses, as one English sentence. */
  readonly description: string
  readonly schema: z.ZodType<string>
  readonly example: string
}

/** A place in an order: the key of a row, and its cell in the column that is sorted by. */
export interface Place {
  readonly key: string
  readonly value: Cell
}

/** Which rows are asked for, in which order, and how they are said. */
export interface Wish {
  /** By the names of the dataset's filters. */
  readonly filters: Readonly<Record<string, string>>
  /** Null: by the key. What is not known comes last in either direction; equals follow by the key. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null
  /** Rows that come after this place. */
  readonly after: Place | null
  readonly limit: number
  /** Only rows whose key, or whose whole, is one of these. */
  readonly only: { readonly column: string; readonly values: readonly string[] } | null
  /** The record as it stood at the end of this day, in universal time; null: as it stands. */
  readonly asOf: string | null
  /** The day whose names are said: `asOf`, or today. */
  readonly day: string
  readonly language: Language
}

/** The rows of other datasets that belong to a row, by the names of those. */
export type Parts = Readonly<Record<string, readonly Row[]>>

/** A command, and what it is asked. */
export interface Deed {
  readonly command: AnyCommand
  readonly input: unknown
}

/** Facts of one kind as a table that everybody may take away, and give back. */
export interface Dataset {
  /** `pledges`: its address and the name of its files. Letters and hyphens. */
  readonly name: string
  title(language: Language): string
  description(language: Language): string
  readonly columns: readonly Column[]
  /** The column, a required string, that tells each row from all others. */
  readonly key: string
  readonly filters: Readonly<Record<string, Filter>>
  /** Columns that rows may be sorted by, beside the key. */
  readonly sortable: readonly string[]
  /** Whether it can be read as it stood on a day. */
  readonly dated: boolean
  readonly topics: readonly Topic[]
  /** A page of rows. Pages are read one after the other in one transaction. */
  read(db: Reading, wish: Wish): Promise<readonly Row[]>
  /** How many rows there are on all pages. */
  count(db: Reading, wish: Wish): Promise<number>
  /** The dataset whose rows this one's are parts of, and the column that holds the key of the whole. */
  readonly partOf?: { readonly dataset: string; readonly column: string }
  /**
   * Rows are files that somebody handed in, and have the columns of `FILE_COLUMNS`: their bytes stand in the archive, and
   * whoever gives them back is given the same. Of which kinds they may be.
   */
  readonly files?: { readonly accepts: readonly FileKind[] }
  /** The commands that make a row, with its parts, again. Without it, rows are parts or cannot be given back. */
  restore?(row: Row, parts: Parts): readonly Deed[]
}

/** Declares a dataset. */
export const dataset = (name: string, parts: Omit<Dataset, 'name'>): Dataset => ({ name, ...parts })
