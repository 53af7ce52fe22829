import { FileId } from '../ids.ts'

/** What may be handed in at all: its media type, the endings of its names, and how people call it everywhere. */
export const FILE_KINDS = {
  pdf: { type: 'application/pdf', endings: ['pdf'], called: 'PDF' },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe'], called: 'JPEG' },
  png: { type: 'image/png', endings: ['png'], called: 'PNG' },
  webp: { type: 'image/webp', endings: ['webp'], called: 'WebP' },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    called: 'DOCX',
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    called: 'XLSX',
  },
  txt: { type: 'text/plain', endings: ['txt', 'text', 'md'], called: 'TXT' },
  csv: { type: 'text/csv', endings: ['csv'], called: 'CSV' },
  ics: { type: 'text/calendar', endings: ['ics'], called: 'ICS' },
  html: { type: 'text/html', endings: ['html', 'htm'], called: 'HTML' },
  xliff: { type: 'application/xliff+xml', endings: ['xlf', 'xliff'], called: 'XLIFF' },
} as const satisfies Record<string, { type: string; endings: readonly string[]; called: string }>

export type FileKind = keyof typeof FILE_KINDS

/** All kinds there are. */
export const EVERY_KIND = Object.keys(FILE_KINDS) as readonly FileKind[]

/** Pictures: they lose what a camera wrote beside them, and are painted anew. */
export const PICTURES = ['jpeg', 'png', 'webp'] as const satisfies readonly FileKind[]

/** The largest file, in bytes: 10 MB. */
export const LARGEST_FILE = 10 * 2 ** 20

/**
 * A file of one of some kinds, as a command wants to be told it. The form's field and the form's route read the kinds
 * from the schema: another file is refused before it is kept. `claimFiles` wants the same kinds again, for whoever
 * comes by another way.
 */
export const fileOf = (...kinds: readonly FileKind[]): typeof FileId =>
  FileId.meta({ accepts: kinds })

/** What the field of a form offers to choose, as HTML's `accept` has it. */
export const acceptOf = (kinds: readonly FileKind[]): string =>
  kinds
    .flatMap((kind) => [
      FILE_KINDS[kind].type,
      ...FILE_KINDS[kind].endings.map((ending) => `.${ending}`),
    ])
    .join(',')

/** The kind that the ending of a name says, or null. */
export function kindOfName(name: string): FileKind | null {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return (
    EVERY_KIND.find((kind) => (FILE_KINDS[kind].endings as readonly string[]).includes(ending)) ??
    null
  )
}

const LONGEST_NAME = 150

/**
 * The name under which a file is kept and given out: its last part, on one line, no longer than a disk takes, without
 * signs that turn the direction of what follows (by which `txt.exe` reads as `exe.txt`).
 */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replace(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\uFEFF]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^\.+/, '')
    .trim()
  const signs = [...clean]
  if (signs.length <= LONGEST_NAME) return clean
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  return signs.slice(0, LONGEST_NAME - ending.length).join('') + ending
}
