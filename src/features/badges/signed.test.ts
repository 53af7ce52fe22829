import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase45, toBase45 } from '../../kernel/badges/base45.ts'
import { bytesOf, codeOf, type Payload, readCode } from '../../kernel/badges/payload.ts'
import { readShortCode, shortCodeOf } from '../../kernel/badges/short-code.ts'
import { newKeyPair, signatureOf } from './signature.ts'

const text = (words: string) => new TextEncoder().encode(words)
const payload: Payload = {
  key: 3,
  id: '0190f7a2-1c3d-7e4f-8a5b-6c7d8e9f0a1b',
  expires: 1_639_000_000,
}
const isSigned = (bytes: Uint8Array, signature: Uint8Array, x: string) =>
  verify(
    null,
    bytes,
    createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }),
    signature,
  )

describe('base45', () => {
  it('is that of RFC 9285', () => {
    expect(toBase45(text('AB'))).toBe('BB8')
    expect(toBase45(text('Hello!!'))).toBe('%69 VD92EX0')
    expect(toBase45(text('base-45'))).toBe('UJCLQE7W581')
    expect(new TextDecoder().decode(fromBase45('QED8WEX0') ?? undefined)).toBe('ietf!')
  })

  it('gives back every byte, and refuses what nobody wrote', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 90 }), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes)
      }),
    )
    for (const wrong of ['A', 'ab', 'GGW', ':::', '::']) expect(fromBase45(wrong), wrong).toBeNull()
  })
})

describe('the code of a badge', () => {
  const { publicKey, privateKey } = newKeyPair()
  const signature = signatureOf(bytesOf(payload), privateKey)
  const code = codeOf(payload, signature)

  it('holds an identifier, an end, a key and a signature, and nothing else', () => {
    expect(code).toHaveLength('PLENUM:'.length + 129)
    expect(readCode(code)?.payload).toEqual(payload)
    expect(bytesOf(payload)).toHaveLength(22)
  })

  it('is signed by the key of the conference, and by no other', () => {
    const read = readCode(code)
    if (!read) throw new Error('It can be read')
    expect(isSigned(read.signed, read.signature, publicKey)).toBe(true)
    expect(isSigned(read.signed, read.signature, newKeyPair().publicKey)).toBe(false)
  })

  it('does not hold once a single bit of it is another', () => {
    const bytes = fromBase45(code.slice('PLENUM:'.length)) ?? new Uint8Array()
    fc.assert(
      fc.property(fc.integer({ min: 8, max: bytes.length * 8 - 1 }), (bit) => {
        const altered = Uint8Array.from(bytes)
        altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
        const read = readCode(`PLENUM:${toBase45(altered)}`)
        expect(read && isSigned(read.signed, read.signature, publicKey)).toBe(false)
      }),
    )
  })

  it('is not whatever else a camera reads', () => {
    for (const other of [
      '',
      'https://example.org',
      'PLENUM:',
      `PLENUM:${'0'.repeat(129)}`,
      code.slice(0, -1),
      `${code}00`,
    ]) {
      expect(readCode(other), other).toBeNull()
    }
  })
})

describe('the code that is typed', () => {
  it('is short, and has no sign that people take for another', () => {
    expect(shortCodeOf(payload.id)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(shortCodeOf('00000000-0000-7000-8000-000000000001')).toBe('0000-0001F')
  })

  it('is read as people type it', () => {
    const code = shortCodeOf('00000000-0000-7000-8000-000000000001')
    for (const typed of [
      code,
      code.toLowerCase(),
      'oooo ooo1f',
      'oooo oooIf',
      '0000.0001f',
      '00000001F',
    ]) {
      expect(readShortCode(typed), typed).toBe(code)
    }
  })

  it('tells every single sign that was mistyped, and neighbours that changed places', () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.nat(8),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (id, at, sign) => {
          const plain = shortCodeOf(id).replace('-', '')
          const typed = plain.slice(0, at) + sign + plain.slice(at + 1)
          expect(readShortCode(typed)).toBe(typed === plain ? shortCodeOf(id) : null)
          const [one = '', other = ''] = [plain[at], plain[at + 1]]
          const turned = plain.slice(0, at) + other + one + plain.slice(at + 2)
          if (at < 7 && one !== other && (SIGNS.indexOf(one) - SIGNS.indexOf(other)) % 16 !== 0) {
            expect(readShortCode(turned)).toBeNull()
          }
        },
      ),
    )
  })
})
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
