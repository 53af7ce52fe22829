/**
 * What a spreadsheet runs as a formula begins with one of these, in half or full width, or is moved to the next cell by
 * a tab or a new line (OWASP, «CSV Injection»).
 */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/

/**
 * A text that no spreadsheet runs: an apostrophe stands before what would run, and before the apostrophes that stand
 * before such. So every text has one guarded form, and `unguarded` finds it again.
 */
export const guarded = (text: string): string => (RUNS.test(text) ? `'${text}` : text)

/** The text that was guarded. One that was not, since a person wrote it, stays as it is. */
export const unguarded = (text: string): string => (GUARDED.test(text) ? text.slice(1) : text)
