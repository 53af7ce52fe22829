import type { Topic } from '../command/command.ts'

/** Hears which topics were touched; null: nobody knows, so all of them. */
export type Touched = (topics: readonly Topic[] | null) => void

/** What this process knows of changes: a version per topic, counted up by every notice. */
export interface Topics {
  /** How often anything was touched: whatever was read under the same number is as fresh as it can be. */
  readonly touches: number
  /** Whether notices arrive; while they do not, nothing that was read may be kept. */
  readonly heard: boolean
  /** Notes the versions before reading; the answer says whether they still stand. */
  note(topics: readonly Topic[]): () => boolean
  touch(topics: readonly Topic[]): void
  /** Notices arrive from now on, or no longer; what happened meanwhile is unknown, so everything is touched. */
  hear(heard: boolean): void
  /** Registers a listener; the answer removes it. */
  onTouch(listener: Touched): () => void
}

/** The topic versions of one process. */
export function createTopics(): Topics {
  const versions = new Map<Topic, number>()
  const listeners = new Set<Touched>()
  let touches = 0
  let heard = false
  let era = 0
  const sumOf = (topics: readonly Topic[]) =>
    topics.reduce((sum, topic) => sum + (versions.get(topic) ?? 0), 0)

  return {
    get touches() {
      return touches
    },
    get heard() {
      return heard
    },
    note(topics) {
      const [sum, noted] = [sumOf(topics), era]
      return () => heard && noted === era && sum === sumOf(topics)
    },
    touch(topics) {
      touches += 1
      for (const topic of topics) versions.set(topic, (versions.get(topic) ?? 0) + 1)
      for (const listener of listeners) listener(topics)
    },
    hear(now) {
      heard = now
      touches += 1
      era += 1
      for (const listener of listeners) listener(null)
    },
    onTouch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
