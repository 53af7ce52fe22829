import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../kernel/refusal.ts'
import { asRefusal } from '../constraint.ts'
import { retrying } from './retry.ts'

const failure = (code: string, constraint?: string) =>
  Object.assign(new Error(`PostgreSQL says ${code}`), { code, constraint })

/** How often a transaction is tried that ends so every time, or the given number of times. */
async function attempts(error: Error, times = Number.POSITIVE_INFINITY) {
  let tried = 0
  const end = await retrying(async () => {
    tried += 1
    if (tried <= times) throw error
    return 'done'
  }).catch((thrown) => thrown)
  return { tried, end }
}

describe('a transaction that PostgreSQL gave up', () => {
  it.each(['40001', '40P01'])('is tried again (%s)', async (code) => {
    expect(await attempts(failure(code), 2)).toEqual({ tried: 3, end: 'done' })
  })

  it('is tried again when the same key came twice at once', async () => {
    expect(await attempts(failure('23505', 'deed_pkey'), 1)).toEqual({ tried: 2, end: 'done' })
  })

  it('is not tried for ever', async () => {
    const error = failure('40001')
    expect(await attempts(error)).toEqual({ tried: 8, end: error })
  })

  it.each([
    new Refusal('floor.taken'),
    failure('23505', 'party_pkey'),
    failure('57P01'),
    failure('ECONNRESET'),
  ])('is not tried again for %s', async (error) => {
    expect(await attempts(error)).toEqual({ tried: 1, end: error })
  })
})

describe('a violated constraint', () => {
  it('is the refusal whose name it bears', () => {
    expect(asRefusal(failure('23P01', 'programme.room-taken'))).toEqual(
      new Refusal('programme.room-taken', 409),
    )
  })

  it.each([
    failure('23505', 'party_pkey'),
    failure('42601', 'programme.room-taken'),
    failure('23502'),
    new Error('programme.room-taken'),
  ])('or else stays what it is: %s', (error) => {
    expect(asRefusal(error)).toBe(error)
  })
})
