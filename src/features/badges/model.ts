import { z } from 'zod'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import { Language } from '../../kernel/language.ts'
import { must } from '../../kernel/refusal.ts'
import { Text } from '../../kernel/text.ts'
import { Clock, Day, instantAt } from '../../kernel/time.ts'
import { DELEGATE, Kind, type ParticipantId } from '../delegations/participants/model.ts'
import type { PartyKind } from '../parties/model.ts'

const Slug = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)

/** Colours of categories: far enough apart to be told from across a room, also by those who see few. The name stands beside. */
export const COLOURS = [
  'gold',
  'navy',
  'teal',
  'violet',
  'orange',
  'green',
  'grey',
  'black',
] as const

/** What kind of participant a badge shows, by colour and by name. */
export const Category = z.strictObject({
  id: Slug,
  /** Null: the usual name of this category. */
  name: Text.nullable().default(null),
  colour: z.enum(COLOURS),
  /** The zones that its badges open without a card. */
  zones: z.array(Slug).default([]),
})
export type Category = z.infer<typeof Category>

/** A part of the venue with doors of its own. */
export const Zone = z.strictObject({
  id: Slug,
  name: Text.nullable().default(null),
  /** Whether a secondary card opens it to those whose badge does not. */
  card: z.boolean(),
})
export type Zone = z.infer<typeof Zone>

export const Settings = z
  .strictObject({
    conference: ConferenceId,
    categories: z.array(Category).min(1).max(20),
    /** Which category people of a form have; members of delegations have theirs by their place. */
    byKind: z.record(Kind, Slug).default({}),
    zones: z.array(Zone).min(1).max(20),
    /** In which languages a badge is printed: the first large, the second below it. */
    languages: z.array(Language).min(1).max(2),
    /** Until when badges are good, by the clock of the conference; null: through the day after its last. */
    until: z.strictObject({ day: Day, clock: Clock }).nullable(),
  })
  .refine(({ categories, byKind }) => Object.values(byKind).every((id) => has(categories, id)), {
    path: ['byKind'],
    error: 'badges.unknown-category',
  })
  .refine(
    ({ categories, zones }) => categories.every((one) => one.zones.every((id) => has(zones, id))),
    {
      path: ['categories'],
      error: 'badges.unknown-zone',
    },
  )
export type Settings = z.infer<typeof Settings>

const has = (all: readonly { id: string }[], id: string) => all.some((one) => one.id === id)

/** The names of categories and zones that ship, in the order in which a legend lists them. */
export const USUAL_CATEGORIES = [
  'head',
  'delegate',
  'observer',
  'organisation',
  'academic',
  'media',
  'staff',
  'guest',
] as const
export const USUAL_ZONES = ['venue', 'hall', 'press'] as const

/** What holds where a conference has decided nothing: everybody enters the venue, the hall by card but for heads and staff. */
export const usualSettings = (conference: ConferenceId): Settings => ({
  conference,
  categories: USUAL_CATEGORIES.map((id, place) => ({
    id,
    name: null,
    colour: COLOURS[place] ?? 'grey',
    zones: [
      'venue',
      ...(id === 'head' || id === 'staff' ? ['hall'] : []),
      ...(id === 'media' || id === 'staff' ? ['press'] : []),
    ],
  })),
  byKind: { organisation: 'organisation', academic: 'academic', media: 'media', staff: 'staff' },
  zones: [
    { id: 'venue', name: null, card: false },
    { id: 'hall', name: null, card: true },
    { id: 'press', name: null, card: false },
  ],
  languages: ['en'],
  until: null,
})

/** The category of somebody: heads and members of delegations by their party, all others by their form. */
export function categoryOf(
  { categories, byKind }: Pick<Settings, 'categories' | 'byKind'>,
  { kind, head }: { kind: string; head: boolean },
  party: PartyKind | null,
): string {
  const wanted =
    kind !== DELEGATE
      ? byKind[kind]
      : head
        ? 'head'
        : party === 'organisation'
          ? 'observer'
          : 'delegate'
  const known =
    categories.find(({ id }) => id === wanted) ?? categories.find(({ id }) => id === 'guest')
  return (known ?? categories.at(-1))?.id ?? ''
}

/** The instant at which badges end: the end of the day after the last, where nothing else is said. */
export function endOf(
  { until }: Pick<Settings, 'until'>,
  lastDay: string | null,
  zone: string,
): Temporal.Instant {
  if (until) return instantAt(until.day, until.clock, zone)
  must(lastDay !== null && lastDay.length === 10, 'badges.no-last-day')
  const after = Temporal.PlainDate.from(lastDay).add({ days: 2 }).toString()
  return instantAt(after, '00:00', zone)
}

export const REASONS = ['reissued', 'lost', 'withdrawn', 'decided', 'erased'] as const
export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

export const BadgeId = z.uuid().brand<'BadgeId'>()
export type BadgeId = z.infer<typeof BadgeId>

/** A badge, or a secondary card that opens one zone to whoever of a delegation carries it. */
export interface Badge {
  id: BadgeId
  conference: ConferenceId
  /** Issued together, and printed together. */
  batch: string
  /** Whose badge it is; null for a card, and once its time is over. */
  participant: ParticipantId | null
  /** For a card: whose, and which zone. */
  party: PartyCode | null
  zone: string | null
  category: string
  /** To be typed: `K7Q4-9XTMB`. */
  code: string
  /** The text of its QR code, with its signature. */
  signed: string
  issuedAt: Temporal.Instant
  issuedBy: string
  expiresAt: Temporal.Instant
  revokedAt: Temporal.Instant | null
  reason: Reason | null
}

export const isCard = ({ zone }: Pick<Badge, 'zone'>): boolean => zone !== null
