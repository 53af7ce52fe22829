import { z } from 'zod'
import { Clock, Day, instantAt } from '../../../kernel/time.ts'

/**
 * `rank-then-request`: the customary order of protocol. `preferred-slots`: each delegation names two parts of the
 * session, and stands in the first that has room. `request`: as they asked. `hand`: as the desk puts them.
 */
export const ORDERS = ['rank-then-request', 'preferred-slots', 'request', 'hand'] as const
export type Order = (typeof ORDERS)[number]

/** What a delegation asks the floor for. */
export const STATEMENTS = ['single', 'group', 'observer'] as const
export type Statement = (typeof STATEMENTS)[number]

/** Everything that has a time limit of its own. */
export const KINDS = [...STATEMENTS, 'reply-first', 'reply-second', 'point-of-order'] as const
export type Kind = (typeof KINDS)[number]

/** `written`: handed in, and taken as read. */
export const WAYS = ['in-person', 'video', 'written'] as const
export type Way = (typeof WAYS)[number]

/** A wall time of the conference, to the minute. */
export const Moment = z.strictObject({ day: Day, clock: Clock })
export type Moment = z.infer<typeof Moment>

const HOUR = 60 * 60
/** A time limit in seconds. */
export const Seconds = z
  .int()
  .min(10)
  .max(4 * HOUR)
/** How long before its end a clock warns, in seconds. */
const Warning = z.int().min(0).max(HOUR)

const Limits = z
  .strictObject({
    single: Seconds,
    group: Seconds,
    observer: Seconds,
    'reply-first': Seconds,
    'reply-second': Seconds,
    'point-of-order': Seconds,
  })
  .refine(({ single, group }) => group >= single, {
    path: ['group'],
    error: 'floor.group-below-single',
  })

/** Every rule of a list that a secretariat may decide; see `data/floor-presets.json` for usual ones. */
const Rules = z.strictObject({
  order: z.enum(ORDERS),
  /** Whether the order classes of the day come before all else: States, then observers, then organisations. */
  byClass: z.boolean(),
  /** How many speakers each part of the session holds, for preferred slots; the last takes whoever remains. */
  slots: z.array(z.int().min(1).max(500)).max(20),
  ways: z
    .array(z.enum(WAYS))
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'floor.way-twice'),
  limits: Limits,
  amber: Warning,
  red: Warning,
  /** Whether two delegations may exchange their places; both must consent. */
  exchange: z.boolean(),
  /** Whether whoever has spoken may ask for the floor again. */
  again: z.boolean(),
  /** Where whoever is called and not there goes: to the end of the list, or of this meeting. */
  absent: z.enum(['list', 'meeting']),
  /** How many speakers one meeting hears; null: all of them. */
  meeting: z.int().min(1).max(500).nullable(),
  /** How often a delegation may reply; decision 34/401 of the General Assembly says twice, at the end of the day. */
  replies: z.strictObject({ most: z.int().min(0).max(5), when: z.enum(['at-once', 'at-end']) }),
  pointsOfOrder: z.boolean(),
  /** Whether the chair may do what the desk does; else the chair sees it, and no more. */
  chairDecides: z.boolean(),
  /** From when on everybody reads the list: as it grows, once it is closed, or when the session is over. */
  listed: z.enum(['always', 'closed', 'after']),
  /** Whether everybody sees the seconds, or only the room. */
  countdown: z.enum(['public', 'room']),
})

/** What a preset may say: everything but the instants of one conference. */
export const Usual = Rules
export type Usual = z.infer<typeof Usual>

/** The settings of a list. */
export const Settings = Rules.extend({
  /** From and until when delegations ask for the floor; null: until the desk says so. */
  opens: Moment.nullable(),
  closes: Moment.nullable(),
  /** By when a recorded statement has arrived. */
  videoBy: Moment.nullable(),
})
  .refine(({ opens, closes }) => !opens || !closes || wall(opens) < wall(closes), {
    path: ['closes', 'clock'],
    error: 'floor.closes-before-it-opens',
  })
  .refine(({ amber, red }) => red <= amber, { path: ['red'], error: 'floor.red-before-amber' })
  .refine(({ order, slots }) => order !== 'preferred-slots' || slots.length > 0, {
    path: ['slots'],
    error: 'floor.no-slots',
  })
export type Settings = z.infer<typeof Settings>

const wall = ({ day, clock }: Moment) => `${day}T${clock}`

/** The instants of a window, in milliseconds since 1970; null: the clock says nothing. */
export interface Window {
  opens: number | null
  closes: number | null
}

const at = (moment: Moment | null, zone: string) =>
  moment && instantAt(moment.day, moment.clock, zone).epochMilliseconds

/** When inscription opens and closes by the clock of the conference, whatever zone that is in. */
export const windowOf = (
  { opens, closes }: Pick<Settings, 'opens' | 'closes'>,
  zone: string,
): Window => ({
  opens: at(opens, zone),
  closes: at(closes, zone),
})

/** By when a recorded statement has arrived, in milliseconds since 1970. */
export const videoDeadline = (
  { videoBy }: Pick<Settings, 'videoBy'>,
  zone: string,
): number | null => at(videoBy, zone)
