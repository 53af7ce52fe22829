import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { payloadsOf, topicsOf } from './notices.ts'

describe('notices', () => {
  it('tell all topics in their order, each notice below the limit of PostgreSQL', () => {
    const topic = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
    fc.assert(
      fc.property(fc.array(topic, { maxLength: 200 }), (topics) => {
        const payloads = payloadsOf(topics)
        expect(payloads.flatMap(topicsOf)).toEqual(topics)
        expect(payloads.filter((one) => Buffer.byteLength(one) >= 8000)).toEqual([])
      }),
    )
  })

  it('are none where nothing was touched, and one where little was', () => {
    expect(payloadsOf([])).toEqual([])
    expect(payloadsOf(['parties', 'parties/KOR'])).toEqual(['{"topics":["parties","parties/KOR"]}'])
  })

  it('of others tell nothing', () => {
    expect(['', 'hello', '7', 'null', '{}', '{"topics":"all"}'].flatMap(topicsOf)).toEqual([])
  })

  it('cannot carry a topic that is no name', () => {
    expect(() => payloadsOf(['x'.repeat(8000)])).toThrow(RangeError)
  })
})
