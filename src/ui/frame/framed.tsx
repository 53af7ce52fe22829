import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { directionOf, type Language } from '../../kernel/language.ts'
import { hrefOf } from '../navigation.tsx'
import { say } from '../words.ts'

/**
 * The only style of a part to embed: it takes the colours that the reader's system has, and logical directions. Nothing in
 * it is changed by escaping.
 */
export const STYLE = `:root{color-scheme:light dark}body{margin:0;padding:.9rem 1rem;font:15px/1.5 system-ui,Segoe UI,Roboto,Arial,sans-serif}h1{font-size:1.1rem;line-height:1.3;margin:0 0 .6rem}h2{font-size:.95rem;margin:1rem 0 .2rem;border-block-end:1px solid #8886}ul{list-style:none;margin:0;padding:0}li{padding-block:.35rem;border-block-end:1px solid #8883}a{color:inherit;text-underline-offset:.2em}time,.time{font-variant-numeric:tabular-nums}small{color:#767676}@media (prefers-color-scheme:dark){small{color:#a0a0a0}}img{max-inline-size:100%;block-size:auto;background:#fff}footer{margin-block-start:.9rem;font-size:.8rem}:lang(ko){word-break:keep-all}`

interface FrameProps {
  language: Language
  title: string
  /** Where the whole of it stands, without the language. */
  address: string
  /** What the way there is called. */
  full: string
  origin: string
  /** Seconds after which it reads itself anew; without them it stays as it is. */
  again?: number
  children?: Child
}

/** A whole document, small and without a script, that another site shows in a frame. */
export function printFrame({ children, ...frame }: FrameProps): string {
  const { language, title, address, full, origin, again } = frame
  const body = (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        {again !== undefined && raw(`<meta http-equiv="refresh" content="${again}">`)}
        <title>{title}</title>
        <style>{STYLE}</style>
        <base target="_blank" />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <p>
            <a href={origin + hrefOf(language, address)} rel="noopener">
              {full}
            </a>
            {' · '}
            <span lang="en">Plenum</span>
          </p>
          <p>
            <small>{say(language, 'notice.sample')}</small>
          </p>
        </footer>
      </body>
    </html>
  )
  return `<!doctype html>${String(body)}`
}
