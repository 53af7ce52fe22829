import { z } from 'zod'
import { Source } from '../../../kernel/source.ts'
import { Text } from '../../../kernel/text.ts'
import { Usual } from './settings.ts'

/** Usual rules of a kind of session, to be taken over and changed. What no source says is our own proposal. */
export const Preset = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z]+(-[a-z]+)*$/)
    .max(40),
  name: Text,
  settings: Usual,
  sources: z.array(
    Source.extend({
      /** Which of the settings it says: `order`, `limits.single`. */
      says: z.array(z.string()).min(1),
    }).strict(),
  ),
})
export type Preset = z.infer<typeof Preset>

/** The file of presets that ships, `floor-presets.json`. */
export const Presets = z.strictObject({ about: z.string(), presets: z.array(Preset) })

/** The preset as settings of a list, without any instant. */
export const withoutInstants = ({ settings }: Pick<Preset, 'settings'>) => ({
  ...settings,
  ...{ opens: null, closes: null, videoBy: null },
})
