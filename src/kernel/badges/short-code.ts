/** Crockford's signs: no I, L, O and U, which people take for others. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** A sum by which a mistyped sign, or two that changed places, is told: the last sign of a code. */
function sumOf(signs: string): string {
  const total = [...signs].reduce((sum, sign, at) => sum + SIGNS.indexOf(sign) * (2 * at + 1), 0)
  return SIGNS[total % SIGNS.length] as string
}

/** The code of a badge, to be typed where no camera reads it: `K7Q4-9XTMB`, from the last forty bits of its identifier. */
export function shortCodeOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(-10)}`)
  let signs = ''
  for (let at = 0; at < LENGTH; at += 1) {
    signs = SIGNS[Number(bits % 32n)] + signs
    bits /= 32n
  }
  return `${signs.slice(0, 4)}-${signs.slice(4)}${sumOf(signs)}`
}

/** A code as somebody typed it, in its one form; null where it cannot be one. */
export function readShortCode(typed: string): string | null {
  const plain = typed
    .toUpperCase()
    .replace(/[\s.–-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  const signs = plain.slice(0, LENGTH)
  const isCode = plain.length === LENGTH + 1 && [...plain].every((sign) => SIGNS.includes(sign))
  return isCode && sumOf(signs) === plain[LENGTH] ? `${signs.slice(0, 4)}-${plain.slice(4)}` : null
}
