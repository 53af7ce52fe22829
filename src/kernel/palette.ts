import { z } from 'zod'

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
export const Palette = z.enum(PALETTES)
export type Palette = z.infer<typeof Palette>
