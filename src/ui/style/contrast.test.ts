import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PALETTES } from '../../kernel/palette.ts'
import { type Ink, PRINT_INKS, THEME_INKS } from '../chart/drawing/inks.ts'
import { RIBBON } from '../chart/flow.tsx'

type Colour = readonly [lightness: number, chroma: number, hue: number]
type Scheme = 'light' | 'dark'

const css = readFileSync(join(import.meta.dirname, 'colours.css'), 'utf8')

const numberAfter = (name: string, text: string) =>
  Number(new RegExp(`${name}:\\s*([\\d.]+)`).exec(text)?.[1])

const palettes = [
  { name: 'ink', hue: numberAfter('--hue', css), chroma: numberAfter('--chroma', css) },
  ...[...css.matchAll(/\[data-palette="(\w+)"\]\s*\{([^}]*)\}/g)].map(([, name, body = '']) => ({
    name,
    hue: numberAfter('--hue', body),
    chroma: numberAfter('--chroma', body),
  })),
]

/** A colour of the stylesheet in one scheme, with the hue and chroma of a palette put in. */
function colour(name: string, scheme: Scheme, palette: { hue: number; chroma: number }): Colour {
  const start = css.indexOf(`--color-${name}:`)
  const value = css
    .slice(start, css.indexOf(';', start))
    .replaceAll('var(--hue)', `${palette.hue}`)
    .replace(/calc\(var\(--chroma\) \/ (\d)\)/g, (_, by) => `${palette.chroma / Number(by)}`)
    .replaceAll('var(--chroma)', `${palette.chroma}`)
  const found = [...value.matchAll(/oklch\(\s*([\d.]+) ([\d.]+) ([\d.]+)\s*\)/g)]
  const chosen = found[scheme === 'dark' ? found.length - 1 : 0]
  if (!chosen) throw new RangeError(`No --color-${name} in ${scheme}`)
  return [Number(chosen[1]), Number(chosen[2]), Number(chosen[3])]
}

type Light = readonly [red: number, green: number, blue: number]

/** An OKLCH colour as linear light, clipped to sRGB (Ottosson's matrices). */
function lightOf([lightness, chroma, hue]: Colour): Light {
  const [a, b] = [Math.cos, Math.sin].map((turn) => chroma * turn((hue * Math.PI) / 180)) as [
    number,
    number,
  ]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clipped = (part: number) => Math.min(1, Math.max(0, part))
  return [
    clipped(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clipped(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clipped(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

const encoded = (light: number) =>
  light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055
const decoded = (value: number) =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4

/** `#304d6e` as linear light. */
function lightOfHex(hex: string): Light {
  const long = hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex
  return [1, 3, 5].map((at) =>
    decoded(Number.parseInt(long.slice(at, at + 2), 16) / 255),
  ) as unknown as Light
}

/** One colour over another, as browsers mix them: by their encoded values. */
const over = (top: Light, opacity: number, ground: Light): Light =>
  top.map((part, at) =>
    decoded(encoded(part) * opacity + encoded(ground[at] ?? 0) * (1 - opacity)),
  ) as unknown as Light

/** WCAG 2.2's contrast ratio. */
function ratioOf(one: Light, other: Light): number {
  const luminance = ([red, green, blue]: Light) => 0.2126 * red + 0.7152 * green + 0.0722 * blue
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const contrast = (one: Colour, other: Colour) => ratioOf(lightOf(one), lightOf(other))

/** What is written on what. */
const PAIRS = [
  ['base-content', 'base-100'],
  ['base-content', 'tint'],
  ['muted', 'base-100'],
  ['muted', 'base-200'],
  ['muted', 'tint'],
  ['primary', 'base-100'],
  ['primary', 'base-200'],
  ['primary', 'tint'],
  ['primary-content', 'primary'],
  ['band-content', 'band'],
  ['warning', 'base-100'],
] as const

describe('the colours', () => {
  it('are those that a conference may choose', () => {
    expect(palettes.map(({ name }) => name)).toEqual([...PALETTES])
  })

  it('have the contrast of WCAG AA in every palette, in light and in dark', () => {
    const weak = palettes.flatMap((palette) =>
      (['light', 'dark'] as const).flatMap((scheme) =>
        PAIRS.map(([ink, paper]) => ({
          pair: `${palette.name} ${scheme}: ${ink} on ${paper}`,
          ratio: contrast(colour(ink, scheme, palette), colour(paper, scheme, palette)),
        })).filter(({ ratio }) => !(ratio >= 4.5)),
      ),
    )
    expect(weak).toEqual([])
  })

  it('are measured as WCAG measures', () => {
    expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 1)
    expect(contrast([0.9, 0, 0], [0.8, 0, 0])).toBeLessThan(4.5)
  })
})

describe('the inks of a picture', () => {
  const inTheme = (scheme: Scheme, palette: (typeof palettes)[number]) => (ink: Ink) =>
    lightOf(colour(/--color-([\w-]+)/.exec(THEME_INKS[ink])?.[1] ?? '', scheme, palette))
  const everywhere = [
    { where: 'on paper', ink: (ink: Ink) => lightOfHex(PRINT_INKS[ink]) },
    ...palettes.flatMap((palette) =>
      (['light', 'dark'] as const).map((scheme) => ({
        where: `${palette.name} ${scheme}`,
        ink: inTheme(scheme, palette),
      })),
    ),
  ]

  it.each(everywhere)('$where: what is written can be read, also over what flows', ({ ink }) => {
    const ribbons = over(ink('accent'), RIBBON, over(ink('accent'), RIBBON, ink('paper')))
    for (const written of ['text', 'quiet'] as const) {
      expect(ratioOf(ink(written), ink('paper'))).toBeGreaterThanOrEqual(4.5)
      expect(ratioOf(ink(written), ink('tint'))).toBeGreaterThanOrEqual(4.5)
    }
    expect(ratioOf(ink('text'), ribbons)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(everywhere)(
    '$where: what is drawn stands out from its ground (WCAG 1.4.11)',
    ({ ink }) => {
      for (const ground of ['paper', 'tint'] as const) {
        for (const drawn of ['accent', 'quiet'] as const) {
          expect(ratioOf(ink(drawn), ink(ground))).toBeGreaterThanOrEqual(3)
        }
      }
    },
  )
})
