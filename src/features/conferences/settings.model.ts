import { z } from 'zod'
import { Palette } from '../../kernel/palette.ts'

/** What may need the consent of others before it is published. */
export const SIGNED = ['programme', 'participants', 'announcements'] as const
export type Signed = (typeof SIGNED)[number]

/** Who signs: the host, by one person or two (both ministries), and the United Nations. */
export const SIDES = ['host', 'un'] as const
export type Side = (typeof SIDES)[number]

/** How many people of each side must agree; 0: nobody is asked. */
export const Needed = z.strictObject({
  host: z.int().min(0).max(2).default(0),
  un: z.int().min(0).max(1).default(0),
})
export type Needed = z.infer<typeof Needed>

/** What a secretariat sets for its conference. */
export const Settings = z.strictObject({
  /** Null: the colours that fall to it. */
  palette: Palette.nullable().default(null),
  signOffs: z
    .strictObject({
      programme: Needed.prefault({}),
      participants: Needed.prefault({}),
      announcements: Needed.prefault({}),
    })
    .prefault({}),
})
export type Settings = z.infer<typeof Settings>

const USUAL: Settings = Settings.parse({})

/** The settings of a record; one that was kept before there were any has the usual ones. */
export const settingsOf = (record: { settings?: Settings | undefined }): Settings =>
  record.settings ?? USUAL

/** A signature under a version of something. */
export interface Signature {
  side: Side
  signedBy: string
}

/** How many people of each side have still to sign. Nobody signs twice for one side. */
export function missing(needed: Needed, signatures: readonly Signature[]): Needed {
  const left = (side: Side) => {
    const people = new Set(signatures.filter((one) => one.side === side).map((one) => one.signedBy))
    return Math.max(0, needed[side] - people.size)
  }
  return { host: left('host'), un: left('un') }
}

/** Whether everybody has agreed who must. */
export const isAgreed = (needed: Needed, signatures: readonly Signature[]): boolean =>
  SIDES.every((side) => missing(needed, signatures)[side] === 0)
