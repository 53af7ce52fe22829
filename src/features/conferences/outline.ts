import type { z } from 'zod'
import type { Text } from '../../kernel/text.ts'
import { current } from './history.ts'
import type { Conference, Dates, Venue } from './model.ts'

/** What a list, a menu or a calendar needs to know of a conference. */
export interface Outline
  extends Pick<
    Conference,
    'id' | 'series' | 'parent' | 'kind' | 'label' | 'name' | 'shortName' | 'themes'
  > {
  zone: string
  dates: z.infer<typeof Dates> | null
  venue: z.infer<typeof Venue> | null
  format: Conference['format'][number]['is'] | null
  summary: Text
  /** Whether the dates are not the first that were announced. */
  moved: boolean
}

export const outlineOf = (conference: Conference): Outline => ({
  id: conference.id,
  series: conference.series,
  parent: conference.parent,
  kind: conference.kind,
  label: conference.label,
  name: conference.name,
  shortName: conference.shortName,
  themes: conference.themes,
  zone: zoneOf(conference),
  dates: current(conference.dates)?.is ?? null,
  venue: current(conference.venue)?.is ?? null,
  format: current(conference.format)?.is ?? null,
  summary: conference.summary.title,
  moved: conference.dates.length > 1,
})

/** The zone of a conference's wall times. */
export function zoneOf(conference: Pick<Conference, 'zone'>): string {
  const zone = current(conference.zone)
  if (!zone) throw new RangeError('A conference has a zone')
  return zone.is
}
