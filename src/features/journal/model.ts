import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { SearchWords } from '../../kernel/text.ts'

/** Who reads the journal of a conference: its secretariats. */
export const mayReadJournalOf = (actor: Actor, conference: string): boolean =>
  holds(actor, conference, 'administrator', 'host-secretariat', 'un-secretariat')

/** One deed, as the journal keeps it; `seal` is null until one closes it. */
export interface Entry {
  seq: number
  at: Temporal.Instant
  action: string
  subject: string
  conference: string | null
  /** Kind and identifier: `account/0190…`, `system/loader`. */
  actor: string
  seal: number | null
}

const optional = (shape: z.ZodType<string>) => shape.nullable().catch(null).default(null)
const day = optional(z.iso.date())
const place = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)
const NAME = /^[a-z][a-z-]{0,59}$/

/** What somebody looks for in the journal; it stands in the address. */
export const Wish = z.object({
  /** Part of a person's name. */
  who: SearchWords,
  /** A feature: `pledges`. */
  area: optional(z.string().regex(NAME)),
  /** A deed: `pledges.accept`. */
  action: optional(z.string().regex(/^[a-z][a-z-]{0,59}\.[a-z][a-z-]{0,59}$/)),
  subject: optional(z.string().trim().min(1).max(200)),
  actor: optional(z.string().regex(/^[a-z]+\/[a-z0-9-]{1,60}$/)),
  conference: ConferenceId.nullable().catch(null).default(null),
  from: day,
  until: day,
  /** Entries before this one, or after. */
  before: place.nullable().catch(null).default(null),
  after: place.nullable().catch(null).default(null),
})
export type Wish = z.infer<typeof Wish>

/** Of one conference: there is no other to choose. */
export const WishAtConference = Wish.extend({ conference: z.null().catch(null).default(null) })

export const NO_WISH: Wish = Wish.parse({})

/** Where a journal is read: of the instance, or of a conference. */
export type Scope = ConferenceId | null

const queryOf = (wish: Partial<Wish>): string => {
  const given = Object.entries(wish).filter(([, value]) => value !== null && value !== '')
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return query.size > 0 ? `?${query}` : ''
}

/** The address of a journal as somebody wishes it; what goes without saying is left out. */
export const addressOf = (scope: Scope, wish: Partial<Wish> = {}): string =>
  `${scope === null ? '/administration' : `/${scope}`}/journal${queryOf(wish)}`

/** The address of what was done to one record. */
export function historyOf(scope: Scope, subject: string): string {
  const [kind = '', ...id] = subject.split('/')
  const which = id.length === 0 ? WHOLE : encodeURIComponent(id.join('/'))
  return `${scope === null ? '/administration' : `/${scope}`}/history/${kind}/${which}`
}

/** Stands in an address for a subject that is the whole of its kind. */
const WHOLE = '-'

export const Subject = z.object({
  kind: z.string().regex(NAME),
  id: z.string().min(1).max(200),
})

export const subjectFrom = ({ kind, id }: z.infer<typeof Subject>): string =>
  id === WHOLE ? kind : `${kind}/${id}`

/** What the verification is asked: a seal that was noted, and where to go on. */
export const Verifying = z.object({
  seal: z
    .string()
    .trim()
    .transform((text) => /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text))
    .transform((found) =>
      found ? { number: Number(found[1]), hash: (found[2] as string).toLowerCase() } : null,
    )
    .nullable()
    .catch(null)
    .default(null),
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).catch(0).default(0),
})
