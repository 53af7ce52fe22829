import { z } from 'zod'

/**
 * A conference's identifier (`seoul2021`). Letters, digits and underscores only, because the schedule formats of
 * calendars refuse others; with a digit, so that `/en/seoul2021` never meets a page such as `/en/pledges`.
 */
export const ConferenceId = z
  .string()
  .regex(/^(?=[a-z0-9_]*\d)[a-z0-9_]{2,40}$/)
  .brand<'ConferenceId'>()
export type ConferenceId = z.infer<typeof ConferenceId>

/** ISO 3166-1 alpha-3 for a state, the acronym for an organisation. An identifier, never a label. */
export const PartyCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9-]{1,15}$/)
  .brand<'PartyCode'>()
export type PartyCode = z.infer<typeof PartyCode>

export const SessionId = z.uuid().brand<'SessionId'>()
export type SessionId = z.infer<typeof SessionId>

/** A file that somebody handed in: what a form's file field becomes, and a command takes. */
export const FileId = z.uuid().brand<'FileId'>()
export type FileId = z.infer<typeof FileId>
