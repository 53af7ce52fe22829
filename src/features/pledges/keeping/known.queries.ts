import { sql } from 'kysely'
import { type Actor, speaksFor } from '../../../kernel/actor.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Reading, Writing } from '../../../platform/database/tables.ts'
import { pledgesNamedIn, type Terms } from '../model.ts'
import { partiesOf } from '../shares.model.ts'
import { nameableAmong } from '../writing/queries.ts'

/** What terms name that nobody has recorded: each list empty where all is known. */
export interface Unknown {
  conference: boolean
  parties: string[]
  capabilities: string[]
  categories: string[]
  themes: string[]
  missions: string[]
  requirements: string[]
  pledges: string[]
}

/** Every code that terms name, by kind. */
const namedIn = (terms: Terms) => ({
  conference: terms.conference === null ? [] : [String(terms.conference)],
  party: [...partiesOf(terms.shares), ...terms.beneficiaries].map(String),
  capability: terms.capabilities,
  category: terms.categories.map(({ code }) => code),
  theme: [
    ...terms.priorities.map(({ code }) => `a4p-plus/${code}`),
    ...terms.crossCutting.map(({ code }) => `cross-cutting/${code}`),
  ],
  mission: terms.missions,
  requirement: terms.requirements.map(({ code }) => code),
  pledge: pledgesNamedIn(terms).map(String),
})
type Kind = keyof ReturnType<typeof namedIn>

const unknownIn = (db: Writing, terms: Terms): Promise<Unknown> =>
  unknownInEach(db, [terms]).then(([unknown]) => unknown as Unknown)

/**
 * The same for somebody who writes: a pledge that is neither public nor their own is unknown to them, so that nobody
 * finds out by guessing what others prepare.
 */
export async function unknownToAuthor(db: Writing, terms: Terms): Promise<Unknown> {
  const named = pledgesNamedIn(terms)
  const nameable = await nameableAmong(db, named, terms.lead)
  return { ...(await unknownIn(db, terms)), pledges: named.filter((id) => !nameable.has(id)) }
}

/** What each of some terms names that nobody has recorded, found out at once. */
export async function unknownInEach(db: Writing, all: readonly Terms[]): Promise<Unknown[]> {
  const named = all.map(namedIn)
  const every = (kind: Kind) => [...new Set(named.flatMap((one) => one[kind]))]
  const found = await sql<{ kind: Kind; code: string }>`
    select 'party' as kind, code from party where code = any(${every('party')})
    union all select 'capability', code from capability where code = any(${every('capability')})
    union all select 'category', code from edition_category where code = any(${every('category')})
    union all select 'theme', name from (
      select scheme || '/' || case scheme when 'a4p-plus' then number::text else code end as name from theme
    ) as named where name = any(${every('theme')})
    union all select 'mission', acronym from mission where acronym = any(${every('mission')})
    union all select 'requirement', id from requirement where id = any(${every('requirement')})
    union all select 'pledge', id from pledge where id = any(${every('pledge')})
    union all select 'conference', id from conference where id = any(${every('conference')})
  `.execute(db)
  const known = new Set(found.rows.map(({ kind, code }) => `${kind} ${code}`))
  return named.map((one) => {
    const missing = (kind: Kind) =>
      [...new Set(one[kind])].filter((code) => !known.has(`${kind} ${code}`))
    return {
      conference: missing('conference').length > 0,
      parties: missing('party'),
      capabilities: missing('capability'),
      categories: missing('category'),
      themes: missing('theme'),
      missions: missing('mission'),
      requirements: missing('requirement'),
      pledges: missing('pledge'),
    }
  })
}

/**
 * The conferences at which a party is heard on what was promised at one: that one and those that came after it. People
 * change; whoever speaks for a state today answers for what stands here of it.
 */
export async function heardAt(db: Reading | Writing, conference: string | null): Promise<string[]> {
  if (conference === null) return []
  const { rows } = await sql<{ id: string }>`
    select later.id from conference as one
    join conference as later on later.series = one.series
      and (later.id = one.id or (later.parent is null and later.starts >= one.starts))
    where one.id = ${conference} order by later.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether somebody speaks for a party where it is heard; for what belongs to no conference, anywhere. */
export const isHeard = (
  actor: Actor,
  party: PartyCode,
  { conference, heard }: { conference: string | null; heard: readonly string[] },
): boolean =>
  conference === null
    ? speaksFor(actor, null, party)
    : heard.some((one) => speaksFor(actor, one, party))
