/** As long as what nobody guesses: a link that signs somebody in, a feed of somebody's own. */
const SECRET = /[\w-]{32,}/g

/**
 * An address as the log may hold it: without what was asked of it, which may be a name, and without secrets.
 * @param url path and query.
 */
export const loggable = (url: string | undefined): string =>
  (url ?? '').split('?', 1)[0]?.replace(SECRET, '…') ?? ''
