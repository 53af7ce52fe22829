import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { alone } from './alone.ts'

const count = alone<number, number, number>(
  new URL('./fixtures/counting.ts', import.meta.url),
  'Nobody counts',
)
const MANY = 1_000_000
const leftOver = () => readdirSync(tmpdir()).filter((name) => name.startsWith('plenum-enough-'))

/** Ends something as soon as it has counted so far. */
const at = (least: number, end: AbortController) => (counted: number) => {
  if (counted >= least) end.abort(new Error('enough'))
}

describe('a process of its own', () => {
  it('does its work, and says how far it is', async () => {
    const told: number[] = []
    expect(await count(3, { tell: (counted) => told.push(counted) })).toBe(3)
    expect(told).toEqual([1, 2, 3])
  })

  it('ends with what it has where it is asked to, although it reads no message', async () => {
    const before = leftOver()
    const stop = new AbortController()
    const counted = await count(MANY, { stop: stop.signal, tell: at(5, stop) })
    expect(counted).toBeGreaterThanOrEqual(5)
    expect(counted).toBeLessThan(MANY)
    expect(leftOver()).toEqual(before)
  })

  it('ends without an answer where it is cancelled', async () => {
    const cancel = new AbortController()
    const counting = count(MANY, { signal: cancel.signal, tell: at(5, cancel) })
    await expect(counting).rejects.toThrow('enough')
  })

  it('does not begin what nobody wants any more', async () => {
    const stop = AbortSignal.abort(new Error('never'))
    await expect(count(MANY, { stop })).rejects.toThrow('never')
  })
})
