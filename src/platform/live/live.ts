import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Actor } from '../../kernel/actor.ts'
import type { Answer } from '../cache/answer.ts'
import type { Topics } from '../cache/topics.ts'
import type { Clock } from '../clock.ts'
import { createFollowed, type Followed, type Place } from './followed.ts'
import { createPeople } from './people.ts'
import { createStreams, STREAM_LIMITS, type Stream, type StreamLimits } from './streams.ts'

/** The live pages of a process. */
export interface Live {
  /**
   * Answers `GET /live?path=…&path=…` with a stream of events until either side leaves. Of a page that the reader may
   * not read nothing is told, not even that it changed.
   * @returns the status of the refusal, where there is one; then nothing was written.
   */
  open(
    request: IncomingMessage,
    response: ServerResponse,
    reader: { from: string; personal: boolean; actor: Actor },
  ): 400 | 403 | 429 | null
  readonly counts: { readonly streams: number; readonly pages: number }
  close(): void
}

/** What the streams need of the rest of the house. */
export interface LiveWorld {
  /** Where a path leads, if it is a page that can be followed. */
  locate(path: string): Place | null
  /** The page as everybody sees it, through the cache. */
  obtain(place: Place): Promise<Answer>
  topics: Topics
  clock: Clock
  headers: readonly (readonly [string, string])[]
  limits?: Partial<StreamLimits>
}

/**
 * Follows pages for whoever has them open: when a topic is touched or the clock reaches the page's `until`, the page is
 * rendered once, and the parts that changed go to all of its listeners in one buffer.
 */
export function createLive(world: LiveWorld): Live {
  const { locate, topics, headers } = world
  const limits = { ...STREAM_LIMITS, ...world.limits }
  const streams = createStreams(limits)
  const people = createPeople(streams)
  const pages = new Map<string, Followed>()

  const follow = (place: Place) => {
    const known = pages.get(place.key)
    if (known) return known
    const made = createFollowed(place, world, streams)
    pages.set(place.key, made)
    return made
  }

  const stopListening = topics.onTouch((touched) => {
    people.touched(touched)
    for (const page of pages.values()) {
      if (touched === null || page.place.topics.some((topic) => touched.includes(topic)))
        page.touched()
    }
  })

  return {
    counts: {
      get streams() {
        return streams.count()
      },
      get pages() {
        return pages.size
      },
    },
    open(request, response, { from, personal, actor }) {
      // Whoever left while we asked who they are is told nothing any more, and would never be seen leaving again.
      if (response.destroyed) return null
      if (request.headers['sec-fetch-site'] === 'cross-site') return 403
      const asked = new URL(request.url ?? '/', 'http://plenum').searchParams.getAll('path')
      if (asked.length === 0 || asked.length > limits.paths) return 400
      if (streams.isFull(from)) return 429
      const places = [...new Set(asked)].map(locate)
      if (places.includes(null)) return 400
      const readable = (places as Place[]).filter((place) => place.may(actor))
      if (readable.length === 0) return 403

      const stream: Stream = { response, personal, from }
      const followed = readable.map(follow)
      const account = actor.kind === 'account' ? actor.id : undefined
      const part = people.join(stream, account, readable)
      streams.open(stream, headers, () => {
        part()
        for (const page of followed) {
          page.leave(stream)
          if (page.listeners.size > 0) continue
          page.forget()
          if (pages.get(page.place.key) === page) pages.delete(page.place.key)
        }
      })
      for (const page of followed) page.join(stream)
      return null
    },
    close() {
      stopListening()
      for (const page of pages.values()) page.forget()
      streams.close()
    },
  }
}
