import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const RULE =
  /static animationDuration = (\d+)[\s\S]*?static get defaultCSS\(\) \{\s*return unindent`\n([\s\S]*?)`/

/** The one style that Turbo writes into a page: its progress bar. Read from Turbo itself, so that it never differs. */
function turboStyle(): string {
  const file = createRequire(import.meta.url)
    .resolve('@hotwired/turbo')
    .replace(/[^/\\]+$/, 'turbo.es2017-esm.js')
  const [, duration, css] = RULE.exec(readFileSync(file, 'utf8')) ?? []
  if (!duration || css === undefined) throw new Error('Turbo no longer writes its style as it did')
  const filled = css.replace(
    /\$\{ProgressBar\.animationDuration(?: \/ (\d))?\}/g,
    (_, part = '1') => String(Number(duration) / Number(part)),
  )
  const indent = /^\s*/.exec(filled)?.[0].length ?? 0
  return filled
    .split('\n')
    .map((line) => line.slice(indent))
    .join('\n')
}

let hash: string | undefined

/** `sha256-…` of Turbo's style, for `style-src`. */
export function turboStyleHash(): string {
  hash ??= `sha256-${createHash('sha256').update(turboStyle()).digest('base64')}`
  return hash
}
