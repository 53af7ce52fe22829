/**
 * The colours that a conference may choose from, each with enough contrast in light and dark. They are named
 * after materials, never after a state's flag.
 */
export const PALETTES = [
  'ink',
  'celadon',
  'ochre',
  'slate',
  'brick',
  'indigo',
  'pine',
  'plum',
  'harbour',
] as const
export type Palette = (typeof PALETTES)[number]
