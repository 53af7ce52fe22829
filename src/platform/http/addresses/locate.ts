import type { Actor } from '../../../kernel/actor.ts'
import type { Topic } from '../../command/command.ts'
import { type Addresses, pathOf } from './addresses.ts'

/** An address that leads somewhere. */
export interface Shareable {
  /** What the cache keeps it under: the path and the declared query, in one spelling. */
  key: string
  /** Path and query. */
  address: string
  topics: readonly Topic[]
  /** Whether it is a page, which can be followed; a resource or a built file cannot. */
  live: boolean
  /** Whether one rendering is everybody's; a page that says who may read it is rendered for each. */
  kept: boolean
  /** Who may read it: of a page that somebody may not read, they do not hear that it changed either. */
  may(actor: Actor): boolean
}

const REMEMBER = 5000
const LONGEST = 200

/** The query parameters of an address; of one that comes twice, the last. */
export const queryOf = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search))

/**
 * Finds what may be shared. Whatever is misspelled, unknown or refused is not: it is answered anew, for whoever asks.
 * Parameters that the page does not declare are no part of the key, so nobody can fill the cache by inventing some.
 */
export function createLocate(addresses: Addresses): (address: string) => Shareable | null {
  const remembered = new Map<string, Shareable>()

  const locate = (address: string): Shareable | null => {
    // Read as whoever renders it reads it, to the letter: else one reader's query could stand on another's page.
    const url = URL.parse(address, 'http://plenum')
    const path = url?.pathname
    if (!url || path === undefined || path !== address.split(/[?#]/, 1)[0]) return null
    if (path.startsWith('/assets/'))
      return { key: path, address: path, topics: [], live: false, kept: true, may: () => true }
    const found = addresses.find(path)
    if (!found || path !== pathOf(found.language, found.address)) return null
    const query = found.reads.query.safeParse(queryOf(url.search))
    if (!query.success) return null
    const declared = JSON.stringify(query.data ?? {})
    return {
      key: declared === '{}' ? path : `${path}?${declared}`,
      address,
      topics: found.topics,
      live: found.reads.kind === 'page',
      kept: found.reads.may === undefined,
      may: (actor) => found.reads.may?.(actor, found.params) ?? true,
    }
  }
  // Where an address leads never changes while the process lives, and most requests are for few addresses.
  return (address) => {
    const known = remembered.get(address)
    if (known) return known
    const place = locate(address)
    if (!place || address.length > LONGEST) return place
    if (remembered.size >= REMEMBER) remembered.clear()
    remembered.set(address, place)
    return place
  }
}
