import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { Palette } from '../../../kernel/palette.ts'
import { deed } from '../keeping/deed.commands.ts'
import { Needed, SIGNED, settingsOf } from '../settings.model.ts'

/** Chooses the colours of a conference's pages; none: those that fall to it. */
export const chooseColours = deed('conferences.choose-colours', {
  input: z.strictObject({ conference: ConferenceId, palette: Palette.nullable() }),
  seen: (conference) => settingsOf(conference).palette,
  change: (conference, { palette }) => ({
    settings: { ...settingsOf(conference), palette },
  }),
})

/** Says who must agree before something is published. */
export const requireSignOffs = deed('conferences.require-sign-offs', {
  input: z.strictObject({ conference: ConferenceId, of: z.enum(SIGNED), needed: Needed }),
  seen: (conference, { of }) => settingsOf(conference).signOffs[of],
  change(conference, { of, needed }) {
    const settings = settingsOf(conference)
    return { settings: { ...settings, signOffs: { ...settings.signOffs, [of]: needed } } }
  },
})
