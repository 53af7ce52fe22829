import type { z } from 'zod'
import type { Language } from '../../kernel/language.ts'
import type { Palette } from '../../kernel/palette.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { current } from './history.ts'
import type { Conference, Dates, Venue } from './model.ts'
import { settingsOf } from './settings.model.ts'

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
  /** The colours that it has chosen; nothing where it has not. */
  palette?: Palette | null
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
  palette: settingsOf(conference).palette,
})

/** What the layout says of the conference whose page it shows. */
export const barOf = (
  { id, shortName, palette }: Pick<Outline, 'id' | 'shortName' | 'palette'>,
  language: Language,
): { id: string; name: string; palette: Palette | null } => ({
  id,
  name: readingOf(shortName, language).value,
  palette: palette ?? null,
})

/** The zone of a conference's wall times. */
export function zoneOf(conference: Pick<Conference, 'zone'>): string {
  const zone = current(conference.zone)
  if (!zone) throw new RangeError('A conference has a zone')
  return zone.is
}
