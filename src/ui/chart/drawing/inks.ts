/** The few colours of a picture; what they are in a page is the theme's business. */
export const INKS = ['accent', 'text', 'quiet', 'hair', 'tint', 'paper'] as const
export type Ink = (typeof INKS)[number]

/** Variables of the theme: light, dark, and the hue of a conference. */
export const THEME_INKS: Readonly<Record<Ink, string>> = {
  accent: 'var(--color-primary)',
  text: 'var(--color-base-content)',
  quiet: 'var(--color-muted)',
  hair: 'var(--color-base-300)',
  tint: 'var(--color-tint)',
  paper: 'var(--color-base-100)',
}

/** The same on white paper, for a file that stands alone: those of the light theme, in sRGB. */
export const PRINT_INKS: Readonly<Record<Ink, string>> = {
  accent: '#304d6e',
  text: '#1b1e23',
  quiet: '#575b62',
  hair: '#d6d5d0',
  tint: '#e9eff6',
  paper: '#fff',
}
