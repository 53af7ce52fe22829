import { promisify } from 'node:util'
import { constants, inflate } from 'node:zlib'

/** What a PDF may not bring along, or why nobody can tell. */
export type PdfTrouble = 'file-has-scripts' | 'file-has-files' | 'file-protected' | 'file-damaged'

const unpack = promisify(inflate)

/** How much is unpacked of one document, in bytes: its lists of objects, not its pictures. */
const MOST_UNPACKED = 32 * 2 ** 20

/** Names may be written with their signs as numbers: `/J#61vaScript`. */
const plain = (text: string) =>
  text.includes('#')
    ? text.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

/** These do not come by chance, not even in packed bytes. */
const LONG = {
  'file-has-scripts': /\/JavaScript(?![\w.-])/,
  'file-has-files': /\/(?:EmbeddedFiles?|RichMedia|Launch)(?![\w.-])/,
} as const
/** These do, so they are looked for in what is said about objects only. */
const SHORT = /\/(?:JS|XFA)(?![\w.-])/
const ENCRYPTED = /\/Encrypt(?![\w.-])/

/** The document's own words, and what it says of each stream, with where its bytes begin and end. */
function partsOf(text: string): {
  words: string
  streams: { said: string; from: number; to: number }[]
} {
  const streams: { said: string; from: number; to: number }[] = []
  const words: string[] = []
  let last = 0
  const keyword = /\bstream\r?\n/g
  for (let found = keyword.exec(text); found; found = keyword.exec(text)) {
    const from = keyword.lastIndex
    const end = text.indexOf('endstream', from)
    const to = end < 0 ? text.length : end
    const before = text.slice(last, found.index)
    words.push(before)
    streams.push({ said: before.slice(Math.max(before.lastIndexOf(' obj'), 0)), from, to })
    last = to
    keyword.lastIndex = to + 'endstream'.length
  }
  words.push(text.slice(last))
  return { words: words.join('\n'), streams }
}

/**
 * Looks for scripts, attached files, players and calls of programs in a PDF, also in its packed lists of objects; they
 * are how a document does harm, and no note verbale needs them. What is encrypted cannot be looked into. This finds
 * what honest programs write and what is hidden in common ways; it is no scanner of viruses.
 */
export async function troubleInPdf(bytes: Uint8Array): Promise<PdfTrouble | null> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const { words, streams } = partsOf(text)
  if (!/startxref/.test(words) && !/\btrailer\b/.test(words)) return 'file-damaged'
  const said = plain(words)
  if (ENCRYPTED.test(said)) return 'file-protected'
  const lists: string[] = []
  let unpacked = 0
  for (const stream of streams.filter((one) => /\/ObjStm(?![\w.-])/.test(plain(one.said)))) {
    const list = await listIn(
      stream.said,
      bytes.subarray(stream.from, stream.to),
      MOST_UNPACKED - unpacked,
    )
    if (list === null) return 'file-damaged'
    unpacked += list.length
    lists.push(plain(list))
  }
  for (const [trouble, names] of Object.entries(LONG)) {
    if ([plain(text), ...lists].some((one) => names.test(one))) return trouble as PdfTrouble
  }
  return [said, ...lists].some((one) => SHORT.test(one)) ? 'file-has-scripts' : null
}

/** A list of objects, unpacked; null where it is packed in no usual way, or far too large. */
async function listIn(said: string, packed: Uint8Array, most: number): Promise<string | null> {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(plain(said))?.[1]
  if (filter === undefined) return Buffer.from(packed).toString('latin1')
  if (!/^\[?\s*\/FlateDecode\s*\]?$/.test(filter) || /\/Predictor\s+(?!1\b)/.test(said)) return null
  try {
    const list = await unpack(packed, {
      maxOutputLength: Math.max(most, 1),
      finishFlush: constants.Z_SYNC_FLUSH,
    })
    return list.toString('latin1')
  } catch {
    return null
  }
}
