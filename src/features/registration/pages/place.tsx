import type { FormReader } from '../../../ui/form/attempt.ts'

/** For whom a page of registration is, and at which conference. */
export interface Place {
  viewer: FormReader
  conference: string
  conferenceName: string
  zone: string
}

/** Where people register. */
export const addressOf = (conference: string, kind?: string): string =>
  `/${conference}/register${kind === undefined ? '' : `/${kind}`}`
