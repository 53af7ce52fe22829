import { z } from 'zod'
import { Source } from '../../../kernel/source.ts'
import { PartialDay } from '../../../kernel/time.ts'
import { SourceKey } from '../history.ts'
import type { Conference } from '../model.ts'

/** A source that the record does not list yet. */
export const NewSource = z.strictObject({
  publisher: z.string().min(1).max(200),
  url: Source.shape.url,
  date: PartialDay.nullable().default(null),
  grade: Source.shape.grade.default(null),
})

/** Where somebody says that they know something from: none, some of those that are listed, one that is new. */
export const Sourcing = {
  sources: z.array(SourceKey).default([]),
  source: NewSource.nullable().default(null),
}

interface Sourced {
  sources: readonly string[]
  source: z.infer<typeof NewSource> | null
}

const keyed = (publisher: string) =>
  publisher
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '') || 'source'

/** The keys under which something cites its sources, and the list with the new one among them. */
export function sourcesFor(
  { sources: list }: Pick<Conference, 'sources'>,
  { sources, source }: Sourced,
): { keys: string[]; list: Conference['sources'] } {
  if (!source) return { keys: [...sources], list }
  const known = Object.entries(list).find(([, one]) => one.url === source.url)
  if (known) return { keys: [...new Set([...sources, known[0]])], list }
  const wanted = keyed(source.publisher)
  let key = wanted
  for (let number = 2; key in list; number++) key = `${wanted}-${number}`
  return { keys: [...sources, key], list: { ...list, [key]: source } }
}
