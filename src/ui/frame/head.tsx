import { raw } from 'hono/html'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import type { Assets } from '../assets.ts'
import { hrefOf } from '../navigation.tsx'

/** What a search engine, a calendar and a feed reader learn of a page. */
export interface HeadProps {
  language: Language
  address: string
  origin: string
  title: string
  description?: string
  jsonLd?: unknown
  alternates?: readonly { type: string; href: string; title: string }[]
  assets: Assets
  /** Whether people work on the page. */
  work: boolean
  /** Whether clocks run on the page; `kept`: and people type on it. */
  clock: boolean | 'kept'
  /** Whether it is a whole screen. */
  screen: boolean
  /** An error has no canonical address, and nobody should find it. */
  error: boolean
}

/** Seconds after which a page of a meeting is read anew by a browser that runs no script. */
const REFRESH = 15

/** JSON inside a script element: `<` is escaped, so that no text can end the element. */
const linkedData = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`

/**
 * The head, printed by itself and its data last: hono looks for the place of each link in all that is printed with it,
 * and a page may be long.
 */
export function printHead(props: HeadProps) {
  const head = String(<Head {...props} />)
  const { jsonLd } = props
  return raw(
    jsonLd === undefined ? head : head.replace('</head>', () => `${linkedData(jsonLd)}</head>`),
  )
}

function Head(props: HeadProps) {
  const { language, address, origin, title, assets, work, clock, screen } = props
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      {assets.early && <script src={assets.early} />}
      {assets.fonts.map((font) => (
        <link rel="preload" as="font" href={font.href} type={font.type} crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.style} data-turbo-track="reload" />
      {work && assets.work && <link rel="stylesheet" href={assets.work.style} />}
      {clock && assets.clock && <link rel="stylesheet" href={assets.clock.style} />}
      {screen && assets.screen && <link rel="stylesheet" href={assets.screen.style} />}
      <script type="module" src={assets.script} data-turbo-track="reload" />
      {work && assets.work && <script type="module" src={assets.work.script} />}
      {clock && assets.clock && <script type="module" src={assets.clock.script} />}
      {clock === true &&
        raw(`<noscript><meta http-equiv="refresh" content="${REFRESH}"></noscript>`)}
      <meta name="color-scheme" content="light dark" />
      <meta name="turbo-refresh-method" content="morph" />
      <meta name="turbo-refresh-scroll" content="preserve" />
      {assets.icon && <link rel="icon" href={assets.icon} type="image/svg+xml" />}
      {props.description && <meta name="description" content={props.description} />}
      {props.error ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={origin + hrefOf(language, address)} />
          {LANGUAGES.map((other) => (
            <link rel="alternate" hreflang={other} href={origin + hrefOf(other, address)} />
          ))}
          <link rel="alternate" hreflang="x-default" href={origin + hrefOf('en', address)} />
        </>
      )}
      <link
        rel="search"
        type="application/opensearchdescription+xml"
        title="Plenum"
        href={hrefOf(language, '/opensearch.xml')}
      />
      {props.alternates?.map((other) => (
        <link rel="alternate" type={other.type} href={other.href} title={other.title} />
      ))}
    </head>
  )
}
