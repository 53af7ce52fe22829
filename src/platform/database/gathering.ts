import { setImmediate as whenAllIsRead } from 'node:timers/promises'

/**
 * Gathers what is asked one by one in the same moment: a question waits until all that has arrived is read, and while one
 * is under way, those that come are the next together.
 *
 * @param ask many in one query; who is not in the answer gets null.
 */
export function gathering<Key, Answer>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>,
): (key: Key) => Promise<Answer | null> {
  let next = new Map<Key, PromiseWithResolvers<Answer | null>>()
  let busy = false

  async function serve(): Promise<void> {
    busy = true
    await whenAllIsRead()
    while (next.size > 0) {
      const asked = next
      next = new Map()
      try {
        const answers = await ask([...asked.keys()])
        for (const [key, { resolve }] of asked) resolve(answers.get(key) ?? null)
      } catch (error) {
        for (const { reject } of asked.values()) reject(error)
      }
    }
    busy = false
  }

  return (key) => {
    const asked = next.get(key) ?? Promise.withResolvers<Answer | null>()
    next.set(key, asked)
    if (!busy) serve()
    return asked.promise
  }
}
