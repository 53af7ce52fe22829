import { describe, expect, it } from 'vitest'
import { isAddress, isHeading, MailAddress } from './address.ts'

describe('an address', () => {
  it.each([
    'kim@mofa.go.kr',
    'first.last+tag@un.org',
    "o'brien@dfa.ie",
    '_x@localhost',
    '用户@例子.广告',
    'Pelé@example.com',
    'a@xn--fsq.example',
  ])('is %s', (address) => expect(isAddress(address)).toBe(true))

  it.each([
    '',
    'kim',
    '@mofa.go.kr',
    'kim@',
    'kim@@mofa.go.kr',
    'kim @mofa.go.kr',
    'kim@mofa.go.kr\r\nBcc: all@un.org',
    'kim@mofa.go.kr, lee@mofa.go.kr',
    '"kim lee"@mofa.go.kr',
    '"x@evil.example "@mofa.go.kr',
    'Kim <kim@mofa.go.kr>',
    'kim@[127.0.0.1]',
    'kim@-mofa.go.kr',
    '.kim@mofa.go.kr',
    'kim..lee@mofa.go.kr',
    'kim(comment)@mofa.go.kr',
    `${'k'.repeat(65)}@mofa.go.kr`,
    `k@${'m'.repeat(64)}.kr`,
    `k@${'m.'.repeat(130)}kr`,
  ])('is not %j', (address) => expect(isAddress(address)).toBe(false))

  it('is judged at once, however long', () => {
    const began = performance.now()
    expect(isAddress(`${'a.'.repeat(500_000)}@${'b-'.repeat(500_000)}`)).toBe(false)
    expect(performance.now() - began).toBeLessThan(50)
  })

  it('may come with spaces around it', () => {
    expect(MailAddress.parse(' kim@mofa.go.kr ')).toBe('kim@mofa.go.kr')
    expect(MailAddress.safeParse('kim').error?.issues[0]?.message).toBe('address.not-one')
  })
})

describe('a heading', () => {
  it('is one line', () => {
    expect(['Приглашение', 'دعوة \u2068Seoul\u2069', ''].map(isHeading)).toEqual([true, true, true])
    expect(['a\nb', 'a\r\nBcc: x', 'a\0', 'a\u2028b', 'a\u0085b', 'a\tb'].map(isHeading)).toEqual(
      Array(6).fill(false),
    )
  })
})
