import { z } from 'zod'

/** Who may see something, from everybody to the fewest. */
export const AUDIENCES = ['public', 'participants', 'parties', 'secretariat'] as const

/** `parties` are those whom the record is about, together with the secretariat. */
export const Audience = z.enum(AUDIENCES)
export type Audience = z.infer<typeof Audience>

/** Whether a reader who belongs to an audience may see what is meant for another. */
export const reaches = (reader: Audience, meantFor: Audience): boolean =>
  AUDIENCES.indexOf(reader) >= AUDIENCES.indexOf(meantFor)
