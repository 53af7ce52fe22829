/**
 * What a door knows while there is no network: which badges there are, which of them open it, and which are not good
 * any more. No name, no photo, no party.
 */
export interface DoorList {
  /** When the server wrote it, ISO 8601 in UTC: its age is shown at the door. */
  asOf: string
  /** The same by the clock of the conference, as it is said. */
  said: string
  door: string
  zone: { id: string; name: string; card: boolean }
  /** Public keys of the conference by number, 32 bytes in base64url. */
  keys: Readonly<Record<string, string>>
  categories: Readonly<Record<string, DoorCategory>>
  badges: readonly DoorBadge[]
  /** Badges whose bearers are inside, by their identifiers. */
  inside: readonly string[]
}

/** A kind of participant, as a door shows it; `opens`: without a card. */
export interface DoorCategory {
  name: string
  ground: string
  ink: string
  opens: boolean
}

/** A badge, or a card for the zone that it names. */
export interface DoorBadge {
  id: string
  code: string
  category: string
  /** Revoked. */
  out?: true
  /** The zone that a card opens. */
  card?: string
}

/** How old a list may be before the door says so, in minutes. */
export const FRESH_FOR = 15
