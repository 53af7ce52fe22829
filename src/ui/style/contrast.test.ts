import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PALETTES } from './palettes.ts'

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

/** Relative luminance of an OKLCH colour, clipped to sRGB (Ottosson's matrices, WCAG 2.2's weights). */
function luminance([lightness, chroma, hue]: Colour): number {
  const [a, b] = [Math.cos, Math.sin].map((turn) => chroma * turn((hue * Math.PI) / 180)) as [
    number,
    number,
  ]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((part) => Math.min(1, Math.max(0, part))) as [number, number, number]
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

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
