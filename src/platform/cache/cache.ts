import type { Clock } from '../clock.ts'
import type { Topic } from '../command/command.ts'
import { type Answer, answerOf, type Rendering } from './answer.ts'
import type { Topics } from './topics.ts'

/** What a rendering shows, said by whoever rendered it. */
export interface Shows {
  topics: readonly Topic[]
  until: Temporal.Instant | null
  /** Whether the topics are as they were before the reading. */
  stands(): boolean
}

/** Renders for somebody of whom nothing is known. Without `shows` the rendering is given once and not kept. */
export type Render = (address: string) => Promise<{ rendering: Rendering; shows: Shows | null }>

/** The answers that everybody may have, by address and declared query. */
export interface Cache {
  /** The answer that is kept under a key and still right. */
  find(key: string): Answer | undefined
  /** The answer under a key: kept, on its way, or rendered now; asked for together, it is rendered once. */
  obtain(key: string, address: string): Promise<Answer>
  readonly counts: { hits: number; misses: number; answers: number; bytes: number }
  close(): void
}

interface Kept {
  answer: Answer
  topics: readonly Topic[]
  bytes: number
}

const IDLE_AFTER = 500

/** Keeps renderings up to a number of bytes, the least recently used go first. */
export function createCache(options: {
  render: Render
  topics: Topics
  clock: Clock
  limit?: number
}): Cache {
  const { render, topics, clock, limit = 64 * 2 ** 20 } = options
  const kept = new Map<string, Kept>()
  const byTopic = new Map<Topic, Set<string>>()
  const flights = new Map<string, { touches: number; answer: Promise<Answer> }>()
  const unpolished = new Set<string>()
  const counts = { hits: 0, misses: 0, answers: 0, bytes: 0 }
  let idle: NodeJS.Timeout | undefined

  const count = () => {
    counts.answers = kept.size
  }

  const drop = (key: string) => {
    const one = kept.get(key)
    if (!one) return
    kept.delete(key)
    unpolished.delete(key)
    counts.bytes -= one.bytes
    for (const topic of one.topics) {
      const keys = byTopic.get(topic)
      keys?.delete(key)
      if (keys?.size === 0) byTopic.delete(topic)
    }
    count()
  }

  const weigh = (key: string) => {
    const one = kept.get(key)
    if (!one) return
    counts.bytes += one.answer.size() - one.bytes
    one.bytes = one.answer.size()
    for (const oldest of kept.keys()) {
      if (counts.bytes <= limit) break
      drop(oldest)
    }
    count()
  }

  const keep = (key: string, answer: Answer, of: readonly Topic[]) => {
    drop(key)
    kept.set(key, { answer, topics: of, bytes: 0 })
    for (const topic of of) {
      byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(key))
    }
    unpolished.add(key)
    weigh(key)
    whenIdle()
  }

  /** One page at a time is made as small as it gets, while nothing is being rendered. */
  const polish = async () => {
    const [key] = unpolished
    const one = key === undefined ? undefined : kept.get(key)
    if (key === undefined || !one) return
    unpolished.delete(key)
    if (one.answer.bodyIn('br')) await one.answer.prepare('br', 'at-leisure')
    weigh(key)
    whenIdle()
  }
  const whenIdle = () => {
    clearTimeout(idle)
    if (unpolished.size > 0) idle = setTimeout(() => void polish(), IDLE_AFTER).unref()
  }

  const stopListening = topics.onTouch((touched) => {
    if (touched === null) {
      for (const key of [...kept.keys()]) drop(key)
      return
    }
    for (const topic of touched) for (const key of [...(byTopic.get(topic) ?? [])]) drop(key)
  })

  const find = (key: string) => {
    const one = kept.get(key)
    if (!one) return undefined
    if (one.answer.until !== Number.POSITIVE_INFINITY) {
      if (clock.now().epochMilliseconds >= one.answer.until) {
        drop(key)
        return undefined
      }
    }
    kept.delete(key)
    kept.set(key, one)
    counts.hits += 1
    return one.answer
  }

  const renderAndKeep = async (key: string, address: string) => {
    counts.misses += 1
    const { rendering, shows } = await render(address)
    const until = shows?.until?.epochMilliseconds ?? Number.POSITIVE_INFINITY
    const answer = answerOf(rendering, until)
    await answer.prepare(answer.preferred)
    if (shows?.stands()) keep(key, answer, shows.topics)
    return answer
  }

  return {
    counts,
    find,
    obtain(key, address) {
      const found = find(key)
      if (found) return Promise.resolve(found)
      const flying = flights.get(key)
      // Whoever asks after a change must see it: a rendering begun before it is not shared.
      if (flying?.touches === topics.touches) return flying.answer
      const answer = renderAndKeep(key, address).finally(() => {
        if (flights.get(key)?.answer === answer) flights.delete(key)
      })
      flights.set(key, { touches: topics.touches, answer })
      return answer
    },
    close() {
      stopListening()
      clearTimeout(idle)
    },
  }
}
