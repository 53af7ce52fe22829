import IntlMessageFormat, { ErrorCode, FormatError } from 'intl-messageformat'
import type { Language } from '../kernel/language.ts'
import { LOCALES } from './numbers.ts'

export type Values = Readonly<Record<string, string | number>>

/** Says a message of one folder in a language. An unknown key, or a value that the message lacks, is a defect of ours: it throws a RangeError. */
export type Say<Key extends string = string> = (
  language: Language,
  key: Key,
  values?: Values,
) => string

/**
 * The words of a folder, typed by its English file. In a folder's `words.ts`:
 *
 * ```ts
 * import type en from './messages/en.json'
 * export const say = words<keyof typeof en>(import.meta.glob('./messages/*.json', { eager: true, import: 'default' }))
 * ```
 *
 * Messages are ICU MessageFormat. Languages that are not loaded, or keys that a language lacks, throw:
 * `languages.test.ts` makes sure that there are none.
 */
export function words<Key extends string>(files: Record<string, unknown>): Say<Key> {
  const catalogues = new Map<string, Record<string, string>>()
  for (const [file, messages] of Object.entries(files)) {
    const language = /([a-z]{2})\.json$/.exec(file)?.[1]
    if (language) catalogues.set(language, messages as Record<string, string>)
  }
  const formats = new Map<string, IntlMessageFormat>()

  return (language, key, values) => {
    const message = catalogues.get(language)?.[key]
    if (message === undefined) throw new RangeError(`No words for ${key} in ${language}`)
    if (!message.includes('{') && !message.includes("'")) return message
    const id = `${language}.${key}`
    let format = formats.get(id)
    if (!format) {
      format = new IntlMessageFormat(message, LOCALES[language])
      formats.set(id, format)
    }
    return formatted(format, id, values)
  }
}

function formatted(format: IntlMessageFormat, id: string, values?: Values): string {
  try {
    return String(format.format(values))
  } catch (error) {
    if (!(error instanceof FormatError) || error.code !== ErrorCode.MISSING_VALUE) throw error
    throw new RangeError(`No value for ${id}: ${error.message}`)
  }
}
