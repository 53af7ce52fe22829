import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { QUANTITY_KINDS } from '../../../kernel/quantity.ts'
import { SearchWords } from '../../../kernel/text.ts'
import { LEVELS, STAGES } from '../history.model.ts'
import { CONDITIONS, LINKS } from '../model.ts'
import { ROLES } from '../shares.model.ts'

/** How a list is ordered: by party in the reader's alphabet, or the newest first. */
export const ORDERS = ['party', 'announced', 'reported'] as const

const Code = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,79}$/)
const one = <Value>(schema: z.ZodType<Value>) => schema.optional().catch(undefined)

/** What a reader may ask of the list, as it stands in the address. What it cannot mean is left out. */
export const Wish = z.object({
  q: SearchWords,
  party: one(PartyCode),
  role: one(z.enum(ROLES)),
  edition: one(z.union([z.literal('none'), ConferenceId])),
  category: one(Code),
  capability: one(Code),
  mission: one(z.string().regex(/^[A-Z]{3,12}$/)),
  stage: one(z.enum(STAGES)),
  readiness: one(z.enum(LEVELS)),
  condition: one(z.enum(CONDITIONS)),
  theme: one(Code),
  quantity: one(z.enum(QUANTITY_KINDS)),
  reported: one(z.string().regex(/^(?:none|\d{4})$/)),
  link: one(z.enum(LINKS)),
  beneficiary: one(PartyCode),
  requirement: one(Code),
  order: z.enum(ORDERS).catch('party').default('party'),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1).default(1),
})
export type Wish = z.infer<typeof Wish>

/** What narrows a list besides words, with the kind of facet that it stands for. */
const KIND_OF = {
  party: 'party',
  role: 'role',
  edition: 'edition',
  category: 'category',
  capability: 'capability',
  mission: 'mission',
  stage: 'delivery',
  readiness: 'readiness',
  condition: 'condition',
  theme: 'theme',
  quantity: 'quantity',
  reported: 'reported',
  link: 'link',
  beneficiary: 'beneficiary',
  requirement: 'requirement',
} as const satisfies Partial<Record<keyof Wish, string>>

export type Filter = keyof typeof KIND_OF
export const FILTERS = Object.keys(KIND_OF) as Filter[]

/** The kind of facet whose values a filter offers. */
export const kindOf = (filter: Filter): string => KIND_OF[filter]

/** The filters of a wish that are set, in the order of the form. */
export const filtersOf = (wish: Partial<Wish>): { filter: Filter; value: string }[] =>
  FILTERS.flatMap((filter) => {
    const value = wish[filter]
    return value === undefined ? [] : [{ filter, value }]
  })

/** The facets that a pledge must have. A party and a role together mean one share: this party in this role. */
export function facetsWished(wish: Partial<Wish>): string[] {
  const { party, role } = wish
  const together = party !== undefined && role !== undefined
  return filtersOf(wish).flatMap(({ filter, value }) => {
    if (together && filter === 'role') return []
    return together && filter === 'party'
      ? [`part:${party}:${role}`]
      : [`${kindOf(filter)}:${value}`]
  })
}

/** The address of a list, without its language; nothing stands in it that goes without saying. */
export function addressOfList(wish: Partial<Wish>): string {
  const { q, order, page } = wish
  const query = new URLSearchParams([
    ...(q ? [['q', q]] : []),
    ...filtersOf(wish).map(({ filter, value }) => [filter, value]),
    ...(order && order !== 'party' ? [['order', order]] : []),
    ...(page && page > 1 ? [['page', `${page}`]] : []),
  ])
  return query.size > 0 ? `/pledges?${query}` : '/pledges'
}
