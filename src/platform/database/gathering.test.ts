import { setImmediate as whenAllIsRead } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { gathering } from './gathering.ts'

/** Questions that are answered when the test says so; what is asked, and how it is answered. */
function asked() {
  const questions: { keys: readonly number[]; answer: () => void; fail: () => void }[] = []
  const ask = gathering<number, string>((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<Map<number, string>>()
    const answers = new Map(keys.filter((key) => key > 0).map((key) => [key, `answer ${key}`]))
    questions.push({ keys, answer: () => resolve(answers), fail: () => reject(new Error('no')) })
    return promise
  })
  return { ask, questions }
}

describe('questions that are gathered', () => {
  it('are asked together where they come together, and while another is under way', async () => {
    const { ask, questions } = asked()
    const first = [ask(1), ask(2)]
    await whenAllIsRead()
    const others = [ask(3), ask(4), ask(3), ask(-1)]
    await whenAllIsRead()
    expect(questions.map(({ keys }) => keys)).toEqual([[1, 2]])
    questions[0]?.answer()
    expect(await Promise.all(first)).toEqual(['answer 1', 'answer 2'])
    expect(questions.map(({ keys }) => keys)).toEqual([
      [1, 2],
      [3, 4, -1],
    ])
    questions[1]?.answer()
    expect(await Promise.all(others)).toEqual(['answer 3', 'answer 4', 'answer 3', null])
  })

  it('fail together, and those that come later do not', async () => {
    const { ask, questions } = asked()
    const first = ask(1)
    await whenAllIsRead()
    const second = ask(2)
    questions[0]?.fail()
    await expect(first).rejects.toThrow('no')
    questions[1]?.answer()
    expect(await second).toBe('answer 2')
  })

  it('are asked anew each time: nothing is kept', async () => {
    const { ask, questions } = asked()
    const first = ask(1)
    await whenAllIsRead()
    questions[0]?.answer()
    await first
    const again = ask(1)
    await whenAllIsRead()
    questions[1]?.answer()
    expect([await again, questions.length]).toEqual(['answer 1', 2])
  })
})
