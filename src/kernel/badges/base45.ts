/** The signs that a QR code stores in five and a half bits each (RFC 9285). */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const BASE = 45

/** Bytes as text of a QR code: two bytes become three signs, a last one two. */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = [bytes[at], bytes[at + 1]]
    let value = second === undefined ? first : first * 256 + second
    for (let digit = second === undefined ? 2 : 3; digit > 0; digit -= 1) {
      text += SIGNS[value % BASE]
      value = Math.floor(value / BASE)
    }
  }
  return text
}

/** The bytes of such a text; null where it is none. */
export function fromBase45(text: string): Uint8Array | null {
  const digits = [...text].map((sign) => SIGNS.indexOf(sign))
  if (digits.includes(-1) || digits.length % 3 === 1) return null
  const bytes: number[] = []
  for (let at = 0; at < digits.length; at += 3) {
    const [a = 0, b = 0, c] = digits.slice(at, at + 3)
    const value = a + b * BASE + (c ?? 0) * BASE * BASE
    if (value > (c === undefined ? 255 : 65_535)) return null
    bytes.push(...(c === undefined ? [value] : [Math.floor(value / 256), value % 256]))
  }
  return Uint8Array.from(bytes)
}
