import type { Actor } from '../../kernel/actor.ts'
import type { Answer } from '../cache/answer.ts'
import type { Clock } from '../clock.ts'
import type { Topic } from '../command/command.ts'
import { type Apart, apart, changesBetween } from './parts.ts'
import { eventOf, type Stream, type Streams } from './streams.ts'

/** A page that can be followed. */
export interface Place {
  /** What the cache keeps it under. */
  key: string
  /** Path and query as a browser shows them: `/fr/seoul2021/programme`. */
  address: string
  topics: readonly Topic[]
  /** Whether everybody sees the same; of any other page its readers are only told that it changed. */
  kept: boolean
  /** Who may read it. */
  may(actor: Actor): boolean
}

/** A page that somebody has open. */
export interface Followed {
  readonly place: Place
  readonly listeners: ReadonlySet<Stream>
  /** One more listener: it is told the state in which the page is, as soon as that is known. */
  join(stream: Stream): void
  leave(stream: Stream): void
  /** Something that it shows has changed. */
  touched(): void
  /** Nobody listens any more. */
  forget(): void
}

const AGAIN_AFTER = 1000

/** Follows one page: remembers how it was sent last, and sends what changed since. */
export function createFollowed(
  place: Place,
  world: { obtain(place: Place): Promise<Answer>; clock: Clock },
  streams: Pick<Streams, 'write'>,
): Followed {
  const { clock } = world
  const listeners = new Set<Stream>()
  let last: Apart | undefined
  let cancelWake = () => {}
  let forgotten = false
  /** Renderings follow each other, so that listeners get them in order. */
  let work: Promise<void> = Promise.resolve()
  let waiting = false

  const stale = eventOf('stale', { path: place.address })
  /** A browser that finds its page in another state, or that was away, fetches it again. */
  const greet = (stream: Stream, { stamp }: Apart) =>
    streams.write(
      [stream],
      eventOf('stamp', { path: place.address, stamp: stream.personal ? null : stamp }),
    )
  const tell = (page: Apart) => {
    if (!last) {
      for (const stream of listeners) greet(stream, page)
      return
    }
    const everybody = [...listeners]
    const personal = everybody.filter((stream) => stream.personal)
    const open = everybody.filter((stream) => !stream.personal)
    streams.write(personal, stale)
    if (last.stamp === page.stamp) return
    const html = changesBetween(last, page)
    const facts = { path: place.address, from: last.stamp, to: page.stamp, html }
    streams.write(open, html === null ? stale : eventOf('parts', facts))
  }

  const wakeAt = (until: number) => {
    cancelWake()
    if (until === Number.POSITIVE_INFINITY || forgotten) return
    // A page that says it is wrong already is looked at again in a second, not in a loop.
    const soonest = clock.now().epochMilliseconds + AGAIN_AFTER
    const at = until > clock.now().epochMilliseconds ? until : soonest
    cancelWake = clock.at(Temporal.Instant.fromEpochMilliseconds(at), touched)
  }

  const render = async () => {
    waiting = false
    if (forgotten) return
    if (!place.kept) return streams.write([...listeners], stale)
    try {
      const answer = await world.obtain(place)
      // What is not there now may be there after a change; what failed is tried again.
      if (answer.rendering.status === 404) return
      if (answer.rendering.status !== 200) throw new Error('The page could not be rendered')
      const page = apart(answer.rendering.body.toString())
      tell(page)
      last = page
      wakeAt(answer.until)
    } catch {
      cancelWake()
      cancelWake = clock.at(clock.now().add({ milliseconds: AGAIN_AFTER }), touched)
    }
  }

  /** Changes that come while a rendering waits are in it already. */
  function touched() {
    if (waiting || forgotten) return
    waiting = true
    work = work.then(render)
  }

  return {
    place,
    listeners,
    join(stream) {
      listeners.add(stream)
      if (!place.kept)
        streams.write([stream], eventOf('stamp', { path: place.address, stamp: null }))
      else if (last) greet(stream, last)
      else touched()
    },
    leave: (stream) => void listeners.delete(stream),
    touched,
    forget() {
      forgotten = true
      cancelWake()
    },
  }
}
