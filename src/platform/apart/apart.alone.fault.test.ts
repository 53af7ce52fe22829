import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it, vi } from 'vitest'
import { alone } from './alone.ts'

const count = alone<number, number, number>(
  new URL('./fixtures/counting.ts', import.meta.url),
  'Nobody counts',
)
const nameAfter = (patience: number) =>
  alone<number, never, number>(
    new URL('./fixtures/naming.ts', import.meta.url),
    'Nobody answers',
    patience,
  )
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
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

describe('the next piece of work', () => {
  it('is done by the same process, one after the other', async () => {
    const name = nameAfter(60_000)
    const [first, second] = await Promise.all([name(20), name(0)])
    expect(second).toBe(first)
    expect(await name(0)).toBe(first)
  })

  it('is done by another one where the first was cancelled, failed or was killed', async () => {
    const name = nameAfter(60_000)
    const first = await name(0)
    const cancelled = name(60_000, { signal: AbortSignal.timeout(20) })
    await expect(cancelled).rejects.toThrow('timeout')
    const second = await name(0)
    expect(second).not.toBe(first)
    await expect(name(-1)).rejects.toThrow('Nobody answers: No time runs backwards')
    const third = await name(0)
    expect(third).not.toBe(second)
    process.kill(third, 'SIGKILL')
    await vi.waitFor(() => expect(isThere(third)).toBe(false))
    expect(await name(0)).not.toBe(third)
  })

  it('is waited for only so long', async () => {
    const name = nameAfter(50)
    const first = await name(0)
    expect(isThere(first)).toBe(true)
    await vi.waitFor(() => expect(isThere(first)).toBe(false), { timeout: 5000 })
    expect(await name(0)).not.toBe(first)
  })
})
