import { isZone } from '../../../kernel/time.ts'
import type { Line } from '../lines.ts'
import { fold } from '../vocabulary/folding.ts'
import { patternOf } from '../vocabulary/phrases.ts'
import { ABBREVIATIONS, AMBIGUOUS } from './abbreviations.ts'
import { PLACES } from './host-cities.ts'
import { type Named, ZONE_NAMES } from './zone-names.ts'

/** What a text says about its zone: a name, an offset, or an abbreviation that several zones share. */
export type ZoneSaid =
  | { zone: string }
  | { offset: string }
  | { among: readonly string[]; abbreviation: string }

/** Finds which zone a text names; the pattern of each zone is made only once any was found. */
function finder(named: Named): (folded: string) => string | null {
  const any = patternOf(named.flatMap(([, forms]) => forms))
  const each = new Map<string, RegExp>()
  const patternFor = (zone: string, forms: readonly string[]) => {
    const pattern = each.get(zone) ?? patternOf(forms)
    each.set(zone, pattern)
    return pattern
  }
  return (folded) =>
    any.test(folded)
      ? (named.find(([zone, forms]) => patternFor(zone, forms).test(folded))?.[0] ?? null)
      : null
}

const namedZone = finder(ZONE_NAMES)
const placedZone = finder(PLACES)
const OFFSET =
  /(?<!\p{L})(?:gmt|utc|تغ) ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?!\d)|(?<!\p{L})(utc|gmt)(?!\p{L})/u
const IANA = /(?<![\w/])[A-Z][a-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?/

/** The zone that a text names, if any: in words, by offset or by abbreviation. */
export function zoneIn(text: string): ZoneSaid | null {
  const folded = fold(text)
  const iana = IANA.exec(text)?.[0]
  if (iana && isZone(iana)) return { zone: iana }
  const named = namedZone(folded)
  if (named) return { zone: named }
  const capitals = [...text.matchAll(/(?<![\p{L}\d])\p{Lu}{3,5}(?![\p{L}\d])/gu)].map(
    ([word]) => word,
  )
  for (const word of capitals) {
    const zone = ABBREVIATIONS[word]
    if (zone) return { zone }
    const among = AMBIGUOUS[word]
    if (among) return { among, abbreviation: word }
  }
  const offset = OFFSET.exec(folded)
  if (!offset) return null
  const [, sign, hours = '0', minutes = '00'] = offset
  if (Number(hours) > 14) return null
  if (!sign || Number(hours) + Number(minutes) === 0) return { zone: 'UTC' }
  return { offset: `${sign}${hours.padStart(2, '0')}:${minutes}` }
}

/** The zone of the host city that a text names. */
export const zoneOfPlace = (text: string): string | null => placedZone(fold(text))

const ABOUT_TIME = patternOf([
  'time',
  'times',
  'all times',
  'time zone',
  'timezone',
  'heure',
  'heures',
  'horaires',
  'fuseau',
  'hora',
  'horas',
  'horario',
  'huso',
  'время',
  'времени',
  'времени указано',
  'часовой',
  'часовому',
  'وقت',
  'توقيت',
  'أوقات',
  'مواعيد',
  'ساعات',
  '시간',
  '시각',
  '표준시',
  '时间',
  '時間',
  '标准时',
  '时区',
  'kst',
  'gmt',
  'utc',
])

/** Whether a line is there to say which zone the times are in. */
export const isAboutZone = (line: Line): boolean =>
  line.text.length <= 240 && ABOUT_TIME.test(line.folded) && zoneIn(line.text) !== null
