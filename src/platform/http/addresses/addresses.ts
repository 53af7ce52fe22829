import { Language } from '../../../kernel/language.ts'
import type { Topic } from '../../command/command.ts'
import type { Feature } from '../../feature.ts'
import type { AnyPage, AnyResource, AnySection } from '../page.ts'

/** Where an address leads. */
export interface Found {
  language: Language
  /** The address without its language, in its one right spelling. */
  address: string
  reads: AnyPage | AnyResource
  params: unknown
  sections: readonly AnySection[]
  topics: readonly Topic[]
}

/** Every address of the application. */
export interface Addresses {
  /**
   * Looks an address up by its path, `/fr/seoul2021/programme`, however it is spelled: `/FR/Seoul2021/` leads to the
   * same page, and its `address` tells the right spelling. Null: nothing is there.
   */
  find(path: string): Found | null
  /** The language of a path, whether or not something is there. */
  languageOf(path: string): Language | null
}

interface Route {
  reads: AnyPage | AnyResource
  pattern: RegExp
  names: readonly string[]
  sections: readonly AnySection[]
}

/** A parameter may bear a pattern, with braces of its own: `:file{[0-9a-f-]{36}\.pdf}`. */
const PARAMETER = /:(\w+)(?:\{((?:[^{}]|\{[^}]*\})+)\})?/g
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `/:conference/programme.ics` as a pattern; a parameter ends at the next slash or literal. */
function routeOf(reads: AnyPage | AnyResource, sections: readonly AnySection[]): Route {
  const names: string[] = []
  let source = ''
  let end = 0
  for (const match of reads.path.matchAll(PARAMETER)) {
    names.push(match[1] as string)
    source += `${literal(reads.path.slice(end, match.index))}(${match[2] ?? '[^/]+?'})`
    end = match.index + match[0].length
  }
  source += literal(reads.path.slice(end))
  return { reads, pattern: new RegExp(`^${source}$`, 'i'), names, sections }
}

const spelled = (route: Route, values: readonly string[]) => {
  let at = 0
  return route.reads.path.replace(PARAMETER, () => encodeURIComponent(values[at++] as string))
}

/** The value as it stands, then the spellings that an identifier may have: `seoul2021`, `KOR`. */
const spellingsOf = (value: string) => [
  ...new Set([value, value.toLowerCase(), value.toUpperCase()]),
]

const combined = (choices: readonly (readonly string[])[]): string[][] =>
  choices.reduce<string[][]>(
    (rows, options) => rows.flatMap((row) => options.map((option) => [...row, option])),
    [[]],
  )

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** `/FR/Seoul2021/` as its language and what stands below it. */
function taken(path: string): { language: Language | null; below: string } {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? []
  return {
    language: Language.safeParse(first.toLowerCase()).data ?? null,
    below: rest.replace(/\/+$/, '') || '/',
  }
}

/** Reads the addresses of all features; a page of literal words is looked at before one with parameters. */
export function createAddresses(features: readonly Feature[]): Addresses {
  const sections = features.flatMap((feature) => feature.sections ?? [])
  const routes = features
    .flatMap((feature) => [...(feature.resources ?? []), ...(feature.pages ?? [])])
    .map((reads) =>
      routeOf(
        reads,
        sections.filter((section) => section.of === reads.name),
      ),
    )
    .sort((a, b) => a.names.length - b.names.length)

  const parse = (route: Route, values: readonly string[]) =>
    route.reads.params.safeParse(
      Object.fromEntries(route.names.map((name, i) => [name, values[i]])),
    )

  return {
    languageOf: (path) => taken(path).language,
    find(path) {
      const { language, below } = taken(path)
      if (!language) return null
      for (const route of routes) {
        const match = route.pattern.exec(below)
        const values = match?.slice(1).map(decoded)
        if (!values || values.includes(null)) continue
        for (const spelling of combined((values as string[]).map(spellingsOf))) {
          const params = parse(route, spelling)
          if (!params.success) continue
          return {
            language,
            address: spelled(route, spelling),
            reads: route.reads,
            params: params.data,
            sections: route.sections,
            topics: [
              ...route.reads.topics(params.data),
              ...route.sections.flatMap((section) => section.topics(params.data)),
            ],
          }
        }
      }
      return null
    },
  }
}

/** The path of an address in a language: `/fr/seoul2021`, and `/fr` for the first page. */
export const pathOf = (language: Language, address: string): string =>
  `/${language}${address === '/' ? '' : address}`

/** Where somebody signs in who wants to be at an address (without its language) afterwards. */
export const wayIn = (language: Language, address: string): string =>
  `${pathOf(language, '/sign-in')}?then=${encodeURIComponent(address)}`
