/**
 * The colours that a conference may choose from, each with enough contrast in light and dark. They are named
 * after materials, never after a state's flag.
 */
export const PALETTES = [
  'ink',
  'slate',
  'celadon',
  'ochre',
  'brick',
  'indigo',
  'pine',
  'plum',
  'harbour',
] as const
export type Palette = (typeof PALETTES)[number]

/**
 * The colours of a conference that has not chosen: always the same for the same one, and for its preparatory
 * meetings (`seoul2021_prep1`), so that a reader knows by the colour where they are.
 */
export function paletteOf(conference: string): Palette {
  const [edition = ''] = conference.split('_')
  const sum = [...edition].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return PALETTES[sum % PALETTES.length] as Palette
}
