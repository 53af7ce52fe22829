import { revisedText, type Text } from '../text.ts'

/** The members by which elements of a list are told apart, whatever their order. */
const KEYS = ['id', 'key', 'code', 'slug', 'party', 'number'] as const

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a value is a text in languages, by its shape: it was parsed where it came in. */
export const isText = (value: unknown): value is Text =>
  isRecord(value) && typeof value.original === 'string' && isRecord(value.in)

/**
 * How the elements of a list are called in a path: by what tells them apart, where each has it, else by their place.
 * Letters, digits, `.`, `_` and `-` only, so that a path can be an identifier anywhere.
 */
function namesOf(list: readonly unknown[]): string[] {
  for (const key of KEYS) {
    const names = list.map((one) => (isRecord(one) ? one[key] : undefined))
    const said = names.filter((name) => typeof name === 'string' && /^[\w.-]+$/.test(name))
    if (said.length === list.length && new Set(said).size === said.length) return said as string[]
  }
  return list.map((_, place) => `${place}`)
}

const below = (path: string, name: string) => (path === '' ? name : `${path}.${name}`)

/**
 * A record with each of its texts replaced, wherever they stand; everything else stays as it is. The path of a text
 * (`themes.women.title`) is the same for as long as what it belongs to keeps its name.
 */
export function mapTexts<Record>(
  record: Record,
  replace: (text: Text, path: string) => Text,
): Record {
  const walk = (value: unknown, path: string): unknown => {
    if (isText(value)) return replace(value, path)
    if (Array.isArray(value)) {
      const names = namesOf(value)
      return value.map((one, place) => walk(one, below(path, names[place] ?? '')))
    }
    if (!isRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, walk(one, below(path, name))]),
    )
  }
  return walk(record, '') as Record
}

/** Every text of a record, by its path. */
export function textsIn(record: unknown): Map<string, Text> {
  const found = new Map<string, Text>()
  mapTexts(record, (text, path) => {
    found.set(path, text)
    return text
  })
  return found
}

/**
 * A record as somebody leaves it who has edited it, with `revisedText` done to each of its texts. Texts are compared by
 * their paths; one that is new, or stands where another stood, is as it was written.
 */
export function revised<Record>(before: unknown, after: Record): Record {
  if (before === null || before === undefined) return after
  const old = textsIn(before)
  return mapTexts(after, (text, path) => revisedText(old.get(path) ?? null, text))
}
