/** A browser and what it runs on, by names that are the same in every language. */
export interface Device {
  browser: string | null
  system: string | null
}

/** The first that a user agent names: most of them name others too, to be taken for them. */
const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['SamsungBrowser', 'Samsung Internet'],
  ['Firefox', 'Firefox'],
  ['FxiOS', 'Firefox'],
  ['CriOS', 'Chrome'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const

const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
] as const

const named = (userAgent: string, names: readonly (readonly [string, string])[]) =>
  names.find(([mark]) => userAgent.includes(mark))?.[1] ?? null

/** What a browser says of itself, as far as its owner knows it by that. */
export const deviceOf = (userAgent: string | null): Device => ({
  browser: named(userAgent ?? '', BROWSERS),
  system: named(userAgent ?? '', SYSTEMS),
})
