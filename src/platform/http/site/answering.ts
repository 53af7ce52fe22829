import { randomUUID } from 'node:crypto'
import { type Actor, ANONYMOUS, worksAt } from '../../../kernel/actor.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import type { Attempt } from '../../../ui/form/attempt.ts'
import type { Shows } from '../../cache/cache.ts'
import type { Replica } from '../../cache/replica.ts'
import type { Topics } from '../../cache/topics.ts'
import { type Found, pathOf } from '../addresses/addresses.ts'
import { declaredSearch } from '../addresses/declared.ts'
import type { AnyPage, AnyResource, Viewer } from '../page.ts'
import type { ApplicationParts, Cost } from '../parts.ts'
import { readDone, sayDone } from './deeds/done.ts'
import type { Documents } from './documents.ts'
import { httpDate } from './http-date.ts'
import { type Reading, readOnce } from './reading.ts'
import { streamed } from './streamed.ts'

/** The answer to a reader, and what it shows. */
export interface Answered {
  body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>
  headers: Record<string, string>
  shows: Shows
}

/** What answers are made with. */
export interface AnsweringParts extends Omit<ApplicationParts, 'onRead' | 'authenticate'> {
  topics: Topics
  replica: Replica
  documents: Documents
  authenticate: NonNullable<ApplicationParts['authenticate']>
  onRead(cost: Cost): void
}

const encoder = new TextEncoder()

/** Who asks, and what they tried before. */
export interface Asking {
  actor: Actor
  attempt: Attempt | null
  /** The command that this reader has just done. */
  done: string | null
  /** What the form of that command sent to be shown once. */
  shown?: string
}

/** Everybody who reads without an account. */
export const SOMEBODY: Asking = { actor: ANONYMOUS, attempt: null, done: null }

/** Answers with a page or a resource: read in one transaction, then rendered; null: no such thing. */
export function createAnswering(parts: AnsweringParts) {
  const { topics, replica, documents, clock, database, settings } = parts
  const unreadOf = parts.features.map(({ unread }) => unread).find(Boolean)

  return async (found: Found, query: unknown, asking: Asking): Promise<Answered | null> => {
    const { actor, attempt } = asking
    const { language, address, reads } = found
    const viewer: Viewer = {
      ...{ actor, language, address, attempt, origin: settings.publicUrl, now: clock.now() },
      done: asking.done === null ? null : readDone(asking.done),
      search: declaredSearch(reads.query, query),
      sendKey: actor.kind === 'anonymous' && !reads.may ? null : randomUUID(),
      ...(asking.shown !== undefined && { shown: asking.shown }),
      ...(parts.instance && { instance: parts.instance }),
      ...(parts.house && { house: parts.house }),
    }
    const stands = topics.note(found.topics)
    const began = performance.now()
    const read = (db: typeof database.write) => readOnce(db, found, query, viewer, unreadOf)
    const reading = await (actor.kind === 'anonymous'
      ? replica.reading(read)
      : read(database.write))
    if (reading.facts === null) return null
    const { body, headers } = await (reads.kind === 'page'
      ? asPage(reads, found, query, viewer, reading)
      : asResource(reads, found, viewer, reading))
    const milliseconds = performance.now() - began
    const { queries, until } = reading
    const bytes = body instanceof Uint8Array ? body.length : 0
    parts.onRead({ name: reads.name, queries, milliseconds, bytes })
    return {
      body,
      headers: {
        ...headers,
        'Content-Language': language,
        'Last-Modified': httpDate(viewer.now),
      },
      shows: { topics: found.topics, until, stands },
    }
  }

  async function asPage(
    page: AnyPage,
    { params }: Found,
    query: unknown,
    viewer: Viewer,
    reading: Reading,
  ) {
    const sections = Object.fromEntries(
      reading.sections.map(({ section, facts }) => [section.name, section.view(facts, viewer)]),
    )
    const beside = (key: string) =>
      reading.sections.flatMap(({ section, facts }) => section.beside?.(facts, viewer, key) ?? [])
    const view = page.view(reading.facts, viewer, { params, query, sections, beside })
    const { language, address, search, actor, done } = viewer
    const html = await documents.page({
      ...{ ...view, language, address, search },
      person: actor.kind === 'anonymous' ? null : personOf(actor, reading),
      done: done && (view.done ?? sayDone(done, language, parts.features) ?? ''),
      desk: view.conference !== undefined && worksAt(actor, view.conference.id),
      work:
        page.may !== undefined ||
        view.work === true ||
        reading.sections.some(({ section }) => section.work),
      // What is shown once stands at no address, so it cannot be followed.
      live: viewer.shown === undefined,
    })
    return {
      body: encoder.encode(html),
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
    }
  }

  async function asResource(
    resource: AnyResource,
    { params, address }: Found,
    viewer: Viewer,
    { facts }: Reading,
  ) {
    const content = await resource.render(facts, viewer)
    const filename = resource.filename?.(params, viewer, facts)
    return {
      body: bodyOf(content),
      headers: {
        'Content-Type': resource.typeOf?.(facts) ?? resource.type,
        Link: linksOf(viewer.origin, address, viewer.language),
        ...(filename && { 'Content-Disposition': `attachment; ${namedAs(filename)}` }),
      },
    }
  }
}

const bodyOf = (content: string | Uint8Array | Iterable<string>) => {
  if (typeof content === 'string') return encoder.encode(content)
  return content instanceof Uint8Array ? Uint8Array.from(content) : streamed(content)
}

const personOf = ({ name, id }: Actor, { unread }: Reading) => ({
  name: name ?? id,
  ...(unread !== null && { unread }),
})

/** A page says in its head which address is the right one and where its translations are; a file, in its headers. */
function linksOf(origin: string, address: string, language: Viewer['language']): string {
  const at = (other: Viewer['language']) => `<${origin}${pathOf(other, address)}>`
  const others = LANGUAGES.map((other) => `${at(other)}; rel="alternate"; hreflang="${other}"`)
  return [`${at(language)}; rel="canonical"`, ...others].join(', ')
}

/** A file's name in letters that every client reads, and in its own (RFC 6266). */
function namedAs(filename: string): string {
  const plain = filename.replace(/[^\w.-]+/g, '_')
  const full = encodeURIComponent(filename).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return `filename="${plain}"; filename*=UTF-8''${full}`
}
