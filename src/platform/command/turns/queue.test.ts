import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createQueue } from './queue.ts'

describe('the queue', () => {
  it('does the deeds of one lane one after the other, those of two side by side', async () => {
    const queued = createQueue()
    const said: string[] = []
    const deed = (name: string, takes: number) => async () => {
      said.push(`${name} begins`)
      await sleep(takes)
      said.push(`${name} ends`)
      return name
    }
    const answers = await Promise.all([
      queued('seoul2021', deed('first', 20)),
      queued('seoul2021', deed('second', 0)),
      queued('accra2023', deed('elsewhere', 0)),
    ])
    expect(answers).toEqual(['first', 'second', 'elsewhere'])
    expect(said).toEqual([
      'first begins',
      'elsewhere begins',
      'elsewhere ends',
      'first ends',
      'second begins',
      'second ends',
    ])
  })

  it('goes on after a deed that was refused, and tells only whoever asked', async () => {
    const queued = createQueue()
    const refused = queued('seoul2021', () => Promise.reject(new Error('refused')))
    const thrown = queued('seoul2021', () => {
      throw new Error('thrown')
    })
    const done = queued('seoul2021', async () => 'done')
    await expect(refused).rejects.toThrow('refused')
    await expect(thrown).rejects.toThrow('thrown')
    expect(await done).toBe('done')
  })
})
