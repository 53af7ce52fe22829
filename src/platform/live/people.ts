import type { Topic } from '../command/command.ts'
import { accountTopic, personalTopic } from '../command/topic.ts'
import type { Place } from './followed.ts'
import { eventOf, type Stream, type Streams } from './streams.ts'

/** Those who are signed in and have pages open. */
export interface People {
  /** One more stream of an account, and the pages that it follows; the answer ends it. */
  join(stream: Stream, account: string | undefined, places: readonly Place[]): () => void
  /**
   * Tells whoever sees something of their own that has changed to fetch their pages again; null: anything may have. A
   * stream of somebody whose rights or sessions have changed ends: what comes back is let in as who it is then.
   */
  touched(topics: readonly Topic[] | null): void
}

/** Beside the pages there is what only one person sees: how many notices are unread, which sessions they chose. */
export function createPeople(streams: Pick<Streams, 'write'>): People {
  const open = new Map<Topic, Map<Stream, readonly Buffer[]>>()
  const accounts = new Map<Topic, Topic>()

  return {
    join(stream, account, places) {
      if (account === undefined) return () => undefined
      const topic = personalTopic(account)
      const own = open.get(topic) ?? new Map<Stream, readonly Buffer[]>()
      own.set(
        stream,
        places.map(({ address }) => eventOf('stale', { path: address })),
      )
      open.set(topic, own)
      accounts.set(accountTopic(account), topic)
      return () => {
        own.delete(stream)
        if (own.size > 0 || open.get(topic) !== own) return
        open.delete(topic)
        accounts.delete(accountTopic(account))
      }
    },
    touched(topics) {
      for (const topic of topics ?? open.keys()) {
        const personal = accounts.get(topic)
        for (const [stream, events] of open.get(personal ?? topic) ?? []) {
          for (const event of events) streams.write([stream], event)
          if (personal) stream.response.end()
        }
      }
    },
  }
}
