import type { Wish } from './queue.ts'

/** Where the queue of a conference is. */
export const addressOf = (conference: string): string => `/${conference}/desk/accreditation`

/** What is asked of it, `?state=approved&kind=media`; the usual is left out. */
export function searchOf(
  { state, kind, party }: Wish,
  more: Readonly<Record<string, string>> = {},
): string {
  const asked = new URLSearchParams({
    ...(state !== 'submitted' && { state }),
    ...(kind !== null && { kind }),
    ...(party !== null && { party }),
    ...more,
  }).toString()
  return asked === '' ? '' : `?${asked}`
}
