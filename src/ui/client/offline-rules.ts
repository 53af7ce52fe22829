/** What a request is to the pages that are kept on a device. */
export type Kept = 'lasting' | 'file' | 'page' | null

/**
 * A programme, and the page of a door, are kept and shown when the network is gone; a built file never changes; another
 * page has at least the offline page; anything else (deeds, live streams, exports) is none of our business.
 */
export function keptAs(method: string, path: string, accept: string): Kept {
  if (method !== 'GET') return null
  if (path.startsWith('/assets/')) return 'file'
  if (!accept.includes('text/html') || !/^\/[a-z]{2}(?:\/|$)/.test(path)) return null
  return /^\/[a-z]{2}\/[a-z0-9_]*\d[a-z0-9_]*\/(?:programme|door)$/.test(path) ? 'lasting' : 'page'
}

/** Only what everybody may see is kept: an answer that depends on rights says `private` or `no-store`. */
export const mayKeep = (status: number, cacheControl: string | null): boolean =>
  status === 200 && /^\s*public\b/.test(cacheControl ?? '') && !/no-store/.test(cacheControl ?? '')

/** The language of a page's path, for the offline page. */
export const languageOf = (path: string): string => path.slice(1, 3)
