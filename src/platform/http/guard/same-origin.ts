/**
 * Whether a request that changes something comes from our own pages. A browser says where a POST comes from, by
 * `Sec-Fetch-Site` or `Origin`; a program that says neither may pass only without the cookies of a browser.
 */
export function isSameOrigin(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (site !== null) return site === 'same-origin' || site === 'none'
  if (origin === null) return !headers.has('cookie')
  if (origin === publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === headers.get('host')
}
