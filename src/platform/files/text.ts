import { EVERY_KIND, type FileKind } from '../../kernel/documents/files.ts'

/** The kinds that are text, and hold nothing but words. */
const TEXTS = ['txt', 'csv', 'ics', 'html', 'xliff'] as const satisfies readonly FileKind[]
type TextKind = (typeof TEXTS)[number]

export const isTextKind = (kind: FileKind): kind is TextKind =>
  EVERY_KIND.includes(kind) && (TEXTS as readonly string[]).includes(kind)

/** How each begins, spaces and a byte order mark aside; what begins otherwise is something else under its name. */
const BEGINS: Readonly<Record<TextKind, RegExp>> = {
  txt: /^(?!<(?:!doctype|html|script|svg|\?xml|iframe)\b)/i,
  csv: /^(?!<(?:!doctype|html|script|svg|\?xml|iframe)\b)/i,
  ics: /^BEGIN:VCALENDAR\b/i,
  html: /^<(?:!doctype html|!--|html|head|body|meta|div|p|table|h\d)\b/i,
  xliff: /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<xliff\b/,
}

/** Whether bytes are a text of a kind, in UTF-8, without the signs of a machine among them. */
export function isText(bytes: Uint8Array, kind: TextKind): boolean {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return false
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return !/[\0-\x08\x0E-\x1A\x1C-\x1F]/.test(text) && BEGINS[kind].test(text.trimStart())
}
