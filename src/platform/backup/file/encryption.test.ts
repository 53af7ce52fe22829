import { randomBytes } from 'node:crypto'
import { Readable, type Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { decrypting, encrypting } from './encryption.ts'

const KEY = 'a passphrase with 한글 in it'
/** So small that a thousand files take no time; the file says it. */
const CHEAP = 2
const CHUNK = 64 * 1024

async function through(stage: Transform, bytes: Uint8Array, at = bytes.length): Promise<Buffer> {
  const collected = buffer(stage)
  collected.catch(() => undefined)
  await pipeline(Readable.from([bytes.subarray(0, at), bytes.subarray(at)]), stage)
  return collected
}
const encrypted = async (bytes: Uint8Array, key = KEY) =>
  through(await encrypting(key, CHEAP), bytes)
const decrypted = (bytes: Uint8Array, key = KEY, at = bytes.length) =>
  through(decrypting(key), bytes, at)

const NOT_THIS = /^(This backup|BACKUP_KEY is not)/

describe('encryption', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 300_000])(
    'gives back %i bytes, however they arrive',
    async (size) => {
      const plain = randomBytes(size)
      const cipher = await encrypted(plain)
      for (const at of [cipher.length, 1, 20, 57, Math.floor(cipher.length / 2)]) {
        expect((await decrypted(cipher, KEY, at)).equals(plain)).toBe(true)
      }
    },
  )

  it('says nothing of what is in it, and is another each time', async () => {
    const plain = Buffer.from('Seoul '.repeat(1000))
    const [one, other] = [await encrypted(plain), await encrypted(plain)]
    expect(one.includes(Buffer.from('Seoul'))).toBe(false)
    expect(one.subarray(57).equals(other.subarray(57))).toBe(false)
  })

  it('finds one flipped bit, wherever', async () => {
    const cipher = await encrypted(randomBytes(200))
    for (let at = 8; at < cipher.length; at += 1) {
      const flipped = Buffer.from(cipher)
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 4))
      await expect(decrypted(flipped), `byte ${at}`).rejects.toThrow(NOT_THIS)
    }
  })

  it('finds what was cut, left out, exchanged or added', async () => {
    const cipher = await encrypted(randomBytes(3 * CHUNK + 5))
    const [head, one, two, rest] = [
      cipher.subarray(0, 57),
      cipher.subarray(57, 57 + CHUNK + 16),
      cipher.subarray(57 + CHUNK + 16, 57 + 2 * (CHUNK + 16)),
      cipher.subarray(57 + 2 * (CHUNK + 16)),
    ] as const
    for (const parts of [
      [head.subarray(0, 30)],
      [head],
      [head, one],
      [head, one, two],
      [head, one, two, rest.subarray(0, -1)],
      [head, two, one, rest],
      [head, one, rest],
      [head, one, two, rest, Buffer.of(0)],
    ]) {
      await expect(decrypted(Buffer.concat(parts))).rejects.toThrow(NOT_THIS)
    }
  })

  it('needs this very passphrase, however its letters were typed', async () => {
    const plain = Buffer.from('x')
    const cipher = await encrypted(plain, 'Zu\u0308rich a passphrase')
    expect(await decrypted(cipher, 'Zürich a passphrase')).toEqual(plain)
    await expect(decrypted(cipher, 'Zurich a passphrase')).rejects.toThrow(
      'BACKUP_KEY is not the passphrase of this backup',
    )
  })

  it('spends no more than a bound on what a file asks for', async () => {
    const cipher = await encrypted(Buffer.from('x'))
    cipher[8] = 40
    await expect(decrypted(cipher)).rejects.toThrow('its first bytes')
  })
})
