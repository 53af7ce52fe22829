import {
  FILE_KINDS,
  type FileKind,
  kindOfName,
  LARGEST_FILE,
  PICTURES,
  tidyName,
} from '../../kernel/documents/files.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lookInto } from './archive.ts'
import { troubleInPdf } from './pdf.ts'
import { type PictureKind, painted } from './picture.ts'
import { isText, isTextKind } from './text.ts'

/** A file as somebody sent it. */
export interface Given {
  name: string
  bytes: Uint8Array
}

/** What was found, and what is kept of it. */
export interface Examined {
  name: string
  kind: FileKind
  /** A picture painted anew, or the very bytes. */
  bytes: Uint8Array
}

const refused = (code: string, values: Record<string, string | number> = {}) =>
  new Refusal(`platform.${code}`, 422, values)

/** The names of kinds as a refusal lists them. */
export const calledIn = (kinds: readonly FileKind[]): string =>
  kinds.map((kind) => FILE_KINDS[kind].called).join(', ')

/**
 * Finds out what a file is by its content, never by what is said of it, and refuses what is not wanted, is not what its
 * name says, is broken, or brings along what may run.
 *
 * @param accepts the kinds that are wanted.
 * @throws Refusal 422, with clear words.
 */
export async function examined(
  { name, bytes }: Given,
  accepts: readonly FileKind[],
): Promise<Examined> {
  if (bytes.length === 0) throw refused('file-empty')
  if (bytes.length > LARGEST_FILE) throw refused('file-too-large')
  const said = kindOfName(tidyName(name))
  const kind = await kindOf(bytes, said)
  if (kind === null || !accepts.includes(kind)) {
    throw refused('file-of-other-kind', { kinds: calledIn(accepts) })
  }
  if (said !== kind && tidyName(name).includes('.')) {
    throw refused('file-misnamed', { kind: FILE_KINDS[kind].called })
  }
  return {
    name:
      said === null ? `${tidyName(name) || 'file'}.${FILE_KINDS[kind].endings[0]}` : tidyName(name),
    kind,
    bytes: await without(bytes, kind),
  }
}

/** By signature where there is one; a text has none, and is what its name says if it can be. */
async function kindOf(bytes: Uint8Array, said: FileKind | null): Promise<FileKind | null> {
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(bytes)
  const kind = KIND_OF_SIGNATURE[found?.ext ?? '']
  if (kind) return kind
  if (isArchive(bytes)) {
    const { kind: main, trouble } = await lookInto(bytes)
    // Of one whose list is lost nobody can tell: its name is believed, so that it is refused as broken.
    return main ?? (trouble !== null && (said === 'docx' || said === 'xlsx') ? said : null)
  }
  const text = said ?? 'txt'
  const isPlain = found === undefined || found.ext === 'xml' || found.ext === 'ics'
  return isPlain && isTextKind(text) && isText(bytes, text) ? text : null
}

const isArchive = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

const KIND_OF_SIGNATURE: Readonly<Record<string, FileKind>> = {
  pdf: 'pdf',
  jpg: 'jpeg',
  png: 'png',
  webp: 'webp',
}

const isPicture = (kind: FileKind): kind is PictureKind =>
  (PICTURES as readonly string[]).includes(kind)

async function without(bytes: Uint8Array, kind: FileKind): Promise<Uint8Array> {
  if (isPicture(kind)) {
    const picture = await painted(bytes, kind)
    if ('trouble' in picture) throw refused(picture.trouble)
    if (picture.bytes.length > LARGEST_FILE) throw refused('file-too-large')
    return picture.bytes
  }
  const trouble = await troubleIn(bytes, kind)
  if (trouble !== null) throw refused(trouble)
  return bytes
}

async function troubleIn(bytes: Uint8Array, kind: FileKind) {
  if (kind === 'pdf') return troubleInPdf(bytes)
  return kind === 'docx' || kind === 'xlsx' ? (await lookInto(bytes)).trouble : null
}
