import { sayClock, sayZoneOffset } from '../../i18n/clock.ts'
import type { DoorBadge, DoorCategory, DoorList } from '../../kernel/badges/door-list.ts'
import type { Language } from '../../kernel/language.ts'
import { categoryName, PAINT, zoneName } from '../badges/badge.print.ts'
import type { Badge, Settings } from '../badges/model.ts'
import { type Door, insideOf, type KeptScan } from './model.ts'

/** Hour and minute by the clock of a zone, with its distance from UTC. */
const sayMoment = (language: Language, at: Temporal.Instant, zone: string) => {
  const clock = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
  return `${sayClock(language, clock)} (${sayZoneOffset(language, at, zone)})`
}

/** What a door is given. */
export interface Told {
  door: Door
  settings: Settings
  keys: readonly { number: number; publicKey: string }[]
  badges: readonly Badge[]
  /** Of the doors of its zone. */
  scans: readonly KeptScan[]
  asOf: Temporal.Instant
  /** Whose clock its age is told by. */
  clock: string
}

const PLAIN = PAINT.black

function categoriesOf({ settings, door }: Told, language: Language): Record<string, DoorCategory> {
  const own = settings.categories.map(({ id, colour, zones }): [string, DoorCategory] => {
    const [ground, ink] = PAINT[colour]
    return [
      id,
      { name: categoryName(settings, id, language), ground, ink, opens: zones.includes(door.zone) },
    ]
  })
  const cards = settings.zones.map(({ id }): [string, DoorCategory] => [
    id,
    { name: zoneName(settings, id, language), ground: PLAIN[0], ink: PLAIN[1], opens: false },
  ])
  return Object.fromEntries([...cards, ...own])
}

const badgeOf = ({ id, code, category, revokedAt, zone }: Badge): DoorBadge => ({
  ...{ id, code, category },
  ...(revokedAt !== null && { out: true as const }),
  ...(zone !== null && { card: zone }),
})

/** The list of a door in a language: no name, no photo, no party is in it. */
export function doorListOf(told: Told, language: Language): DoorList {
  const { door, settings, keys, badges, scans, asOf, clock } = told
  const zone = settings.zones.find(({ id }) => id === door.zone)
  return {
    asOf: asOf.toString({ smallestUnit: 'second' }),
    said: sayMoment(language, asOf, clock),
    door: door.name,
    zone: {
      id: door.zone,
      name: zoneName(settings, door.zone, language),
      card: zone?.card ?? false,
    },
    keys: Object.fromEntries(keys.map(({ number, publicKey }) => [`${number}`, publicKey])),
    categories: categoriesOf(told, language),
    badges: badges.map(badgeOf),
    inside: insideOf(scans),
  }
}
