import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Attempt, FormReader } from '../../../ui/form/attempt.ts'
import type { Clock } from '../../clock.ts'
import type { Database } from '../../database/database.ts'
import { type Addresses, pathOf } from '../../http/addresses/addresses.ts'
import type { Env } from '../../http/site/beside.ts'
import { type Sent, sentBy } from '../../http/site/deeds/sent.ts'
import type { Documents } from '../../http/site/documents.ts'
import type { Accounts } from '../accounts.ts'
import { remembering, START } from '../onward.ts'
import type { Session } from '../sessions.ts'

/** What the pages of accounts are answered with. */
export interface Room {
  accounts: Accounts
  documents: Documents
  addresses: Pick<Addresses, 'languageOf'>
  database: Pick<Database, 'write'>
  clock: Clock
  settings: { publicUrl: string }
}

export type Asked = Context<Env>

/** The language of a request's path; every path of ours has one. */
export const languageOf = ({ addresses }: Room, c: Asked): Language => {
  const language = addresses.languageOf(c.req.path)
  if (!language) throw new Refusal('platform.unreadable-parameters', 404)
  return language
}

/** An address of ours, without its language: nobody is led to another site. */
const OURS = /^\/(?![/\\])[^\s\\]*$/
/** What one would only come back to: the pages of signing in. */
const WAY_IN = /^\/(?:sign-in|sign-out|deeds)(?:[/?]|$)/

/** Where somebody wanted to go, `/seoul2021/desk`; without such a place, and for what is none of ours, their work. */
export const thenOf = (said: string | null | undefined): string =>
  said && OURS.test(said) && !WAY_IN.test(said) ? said : START

/** The way of a request. */
export const wanted = (c: Asked): string => thenOf(c.req.query('then'))

/** A path with where to go on to. */
export const withThen = (language: Language, path: string, onward: string): string =>
  remembering(pathOf(language, path), onward)

/** A form as one of ours reads it: the last value of each name, and where to go on to. */
export interface Filled {
  value(name: string): string
  onward: string
  fields: Sent['fields']
}

export async function filledBy(c: Asked): Promise<Filled> {
  const { fields, about } = await sentBy(c.req.raw)
  return {
    value: (name) => fields.findLast((field) => field.name === name)?.value ?? '',
    onward: thenOf(about.next),
    fields,
  }
}

/** A form that was refused, as its page shows it again. */
export const attemptOf = (
  command: string,
  { fields }: Pick<Filled, 'fields'>,
  said: { title: string; of?: string; at?: { name: string; message: string } },
): Attempt => ({
  ...{ command, of: said.of ?? '', title: said.title, overtaken: false, seen: null },
  values: new Map(fields.map(({ name, value }) => [name, [value]])),
  files: new Map(),
  fields: said.at ? [said.at] : [],
})

export interface Shown {
  title: string
  body(reader: FormReader): Child
  status?: 200 | 400 | 401 | 403 | 404 | 410 | 422 | 429
  attempt?: Attempt | null
  /** Who is signed in; to nobody the way in is not offered where they stand in it. */
  person?: { name: string }
}

/** Answers with a page inside its layout, which nobody keeps. */
export async function show({ documents }: Room, c: Asked, language: Language, page: Shown) {
  const { title, status = 200, attempt = null, person } = page
  const url = new URL(c.req.url)
  const address = url.pathname.replace(/^\/[^/]+/, '') || '/'
  const { search } = url
  const body = page.body({ language, address, search, attempt, sendKey: null })
  const html = await documents.page({
    ...{ title, body, language, address, search },
    ...(person && { person }),
    ...{ work: true, live: false },
  })
  return c.html(html, status)
}

/** How many tries somebody has; beyond, the page says when the next one is. */
export async function refuseBeyond(
  { documents }: Room,
  c: Asked,
  language: Language,
  wait: number,
) {
  c.header('Retry-After', `${wait}`)
  return c.html(await documents.error(language, '/', 429), 429)
}

/** The cookies that better-auth sets travel on with our own answer. */
export function passCookies(from: Headers, c: Asked): void {
  for (const cookie of from.getSetCookie()) c.header('Set-Cookie', cookie, { append: true })
}

/** The cookies of a request, after an answer has set others. */
export function cookiesAfter(c: Asked, set: Headers): string {
  const pairs = new Map(
    [...(c.req.header('cookie') ?? '').split(/;\s*/), ...set.getSetCookie()].map((cookie) => {
      const pair = cookie.split(';', 1)[0] ?? ''
      return [pair.slice(0, pair.indexOf('=')), pair] as const
    }),
  )
  return [...pairs.values()].join('; ')
}

/** How long after signing in somebody may still change by what they sign in. */
const FRESH = { hours: 1 }

/** Somebody who is signed in whole, and whether just now. */
export async function insider(room: Room, c: Asked) {
  const { accounts, clock, database } = room
  const session = await accounts.sessions.of(c.req.header('cookie') ?? null)
  if (!session?.confirmed) return null
  const known = await accounts.whoIs(database.write, session.account)
  return known && { session, known, isFresh: isFresh(session, clock.now()) }
}

const isFresh = ({ createdAt }: Session, now: Temporal.Instant) =>
  Temporal.Instant.compare(createdAt.add(FRESH), now) > 0
