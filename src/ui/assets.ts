import type { Language } from '../kernel/language.ts'

/** The built files that a page names, as addresses. */
export interface Assets {
  /** Classic script that applies the reader's colours before anything is painted. */
  early?: string
  script: string
  style: string
  /** What pages on which people work need besides: forms, editors. */
  work?: { script: string; style: string }
  /** What pages need besides on which clocks run. */
  clock?: { script: string; style: string }
  /** The style of whole screens. */
  screen?: { style: string }
  /** The type that this page's language is set in, to be fetched at once. */
  fonts: readonly { href: string; type: string }[]
  icon?: string
  /** The service worker, served at `/offline.js` because its pages lie at the root. */
  offline?: string
}

/** An entry of Vite's `manifest.json`. */
export interface ManifestEntry {
  file: string
  css?: readonly string[] | undefined
}
export type Manifest = Readonly<Record<string, ManifestEntry>>

const SCRIPT = 'src/ui/client/client.ts'
const WORK = 'src/ui/client/work.ts'
const CLOCK = 'src/ui/client/clock/clock.ts'
const SCREEN = 'src/ui/client/clock/screen.ts'
const EARLY = 'src/ui/client/early.ts'
const OFFLINE = 'src/ui/client/offline.ts'
const ICON = 'src/ui/style/icon.svg'
const face = (name: string) => `src/ui/fonts/${name}.woff2`
const LATIN = [face('serif-latin')]
const FIGURES = face('serif-figures')

/** Chinese and Korean are set in the system's own type, figures apart: theirs would be megabytes. */
const TYPE: Readonly<Record<Language, readonly string[]>> = {
  ar: [face('naskh-arabic'), FIGURES],
  zh: [FIGURES],
  en: LATIN,
  fr: LATIN,
  ru: [face('serif-cyrillic'), FIGURES],
  es: LATIN,
  ko: [FIGURES],
}

/**
 * The files of one language's pages, from the manifest that `vite build` writes.
 * @param base where they are served, `/assets/`'s parent: `/` by default.
 */
export function assetsOf(manifest: Manifest, language: Language, base = '/'): Assets {
  const fileOf = (source: string) => manifest[source]?.file
  const client = manifest[SCRIPT]
  const style = client?.css?.[0]
  if (!client || !style) throw new RangeError(`The client's build has no ${SCRIPT} with its style`)
  const kit = (source: string) => {
    const { file, css: [style] = [] } = manifest[source] ?? {}
    return file && style ? { script: base + file, style: base + style } : null
  }
  const [work, clock, screen] = [kit(WORK), kit(CLOCK), kit(SCREEN)]
  const early = fileOf(EARLY)
  const icon = fileOf(ICON)
  const offline = fileOf(OFFLINE)
  const fonts = TYPE[language].flatMap((source) => fileOf(source) ?? [])
  return {
    script: base + client.file,
    style: base + style,
    fonts: fonts.map((file) => ({ href: base + file, type: 'font/woff2' })),
    ...(work && { work }),
    ...(clock && { clock }),
    ...(screen && { screen: { style: screen.style } }),
    ...(early && { early: base + early }),
    ...(icon && { icon: base + icon }),
    ...(offline && { offline: base + offline }),
  }
}
