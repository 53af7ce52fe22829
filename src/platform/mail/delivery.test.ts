import { describe, expect, it } from 'vitest'
import { mishapOf, pauseAfter } from './delivery.ts'

describe('an attempt that did not succeed', () => {
  it.each([
    [{ code: 'EENVELOPE', responseCode: 550, response: '550 No such user' }, 'refused', true],
    [{ code: 'EMESSAGE', responseCode: 552, response: '552 Too big' }, 'refused', true],
    [{ code: 'EENVELOPE', responseCode: 451, response: '451 Greylisted' }, 'put-off', false],
    [{ code: 'EAUTH', responseCode: 535, response: '535 Wrong' }, 'not-let-in', false],
    [{ code: 'EENVELOPE', responseCode: 530, response: '530 STARTTLS' }, 'not-let-in', false],
    [{ code: 'ESOCKET' }, 'out-of-reach', false],
    [new Error('Anything'), 'out-of-reach', false],
    [undefined, 'out-of-reach', false],
  ])('%j', (error, trouble, final) => {
    expect(mishapOf(error)).toMatchObject({ trouble, final })
  })

  it('keeps what the server answered, but no novel', () => {
    expect(mishapOf({ responseCode: 550, response: `550 ${'x'.repeat(9_999)}` }).said).toHaveLength(
      300,
    )
    expect(mishapOf({ code: 'ETIMEDOUT' }).said).toBeNull()
  })

  it('is followed by growing pauses, shorter where the server was away', () => {
    const pauses = (trouble: Parameters<typeof pauseAfter>[1]) =>
      [0, 1, 2, 3, 4, 5, 6, 7, 99].map((attempts) => pauseAfter(attempts, trouble).minutes)
    expect(pauses('put-off')).toEqual([1, 1, 2, 5, 10, 20, 40, 60, 60])
    expect(pauses('out-of-reach')).toEqual([1, 1, 2, 5, 5, 5, 5, 5, 5])
  })
})
