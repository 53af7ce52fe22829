import { z } from 'zod'
import {
  EVERY_KIND,
  FILE_KINDS,
  type FileKind,
  LARGEST_FILE,
} from '../../kernel/documents/files.ts'
import { FileId } from '../../kernel/ids.ts'
import { choice, derived, integer, text } from './columns.ts'
import type { Column } from './dataset.ts'

const MUST = { required: true } as const

/** The columns of a dataset whose rows are files: which, under which name, and by what their bytes are known again. */
export const FILE_COLUMNS: readonly Column[] = [
  text('file', 'The identifier of the file.', MUST),
  text('name', 'The name of the file.', MUST),
  choice('kind', 'What it is by its content.', EVERY_KIND, MUST),
  integer('size', 'How many bytes it has.', MUST),
  text('digest', 'The SHA-256 of its bytes, in hexadecimal.', MUST),
  derived(text('path', 'Where its bytes stand in the archive of all data.')),
]

/** A file as a row names it. */
export const NamedFile = z.object({
  file: FileId,
  name: z.string().min(1).max(400),
  kind: z.enum(EVERY_KIND as [FileKind, ...FileKind[]]),
  size: z.int().positive().max(LARGEST_FILE),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type NamedFile = z.infer<typeof NamedFile>

/** Where the bytes of a file stand below an archive's folder: `files/0197….pdf`. Never taken from what a row says. */
export const pathOfFile = ({ file, kind }: Pick<NamedFile, 'file' | 'kind'>): string =>
  `files/${file}.${FILE_KINDS[kind].endings[0]}`
