import decodeQR from 'qr/decode.js'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../kernel/badges/payload.ts'
import { qrPath } from './qr.ts'

const DOT = 4
const EDGE = 4

/** The path as a camera would see it: dark on light, with an empty edge around it. */
function photographed({ size, path }: ReturnType<typeof qrPath>) {
  const side = (size + 2 * EDGE) * DOT
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = '', run = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let dx = 0; dx < Number(run) * DOT; dx += 1) {
      for (let dy = 0; dy < DOT; dy += 1) {
        const at = ((Number(y) + EDGE) * DOT + dy) * side + (Number(x) + EDGE) * DOT + dx
        data.fill(0, at * 4, at * 4 + 3)
      }
    }
  }
  return { width: side, height: side, data }
}

describe('the QR code of a badge', () => {
  it('is read by a camera as it was written', () => {
    const id = '0190f7a2-1c3d-7e4f-8a5b-6c7d8e9f0a1b'
    const text = codeOf({ key: 1, id, expires: 1_639_000_000 }, new Uint8Array(64).fill(200))
    expect(decodeQR(photographed(qrPath(text)))).toBe(text)
  })

  it('has so few fields that a phone reads it at arm’s length', () => {
    const id = '0190f7a2-1c3d-7e4f-8a5b-6c7d8e9f0a1b'
    const text = codeOf({ key: 255, id, expires: 4_000_000_000 }, new Uint8Array(64).fill(255))
    expect(qrPath(text).size).toBeLessThanOrEqual(41)
  })
})
