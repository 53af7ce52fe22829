import { PALETTES, type Palette } from '../../kernel/palette.ts'

/**
 * The colours of a conference that has not chosen: always the same for the same one, and for its preparatory
 * meetings (`seoul2021_prep1`), so that a reader knows by the colour where they are.
 */
export function paletteOf(conference: string): Palette {
  const [edition = ''] = conference.split('_')
  const sum = [...edition].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return PALETTES[sum % PALETTES.length] as Palette
}
