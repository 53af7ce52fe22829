import type { z } from 'zod'

const PLAIN = new Set(['string', 'number', 'boolean'])

/**
 * The declared part of a query as it stands in an address, `?edition=seoul2021`, or nothing: what a page was asked,
 * without what goes without saying. It is made of the parsed query alone, so pages under one key of the cache say
 * the same.
 */
export function declaredSearch(schema: z.ZodType, query: unknown): string {
  const silent = new Map(Object.entries(schema.safeParse({}).data ?? {}))
  const said = Object.entries(query ?? {}).filter(
    ([name, value]) => PLAIN.has(typeof value) && value !== silent.get(name),
  )
  return said.length > 0
    ? `?${new URLSearchParams(said.map(([name, value]) => [name, `${value}`]))}`
    : ''
}
