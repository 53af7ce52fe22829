import { hash } from 'node:crypto'

/** A value as JSON with its fields in one order (RFC 8785): equal values give equal texts. */
export function canonical(value: unknown): string {
  const plain = toJson(value)
  if (Array.isArray(plain)) return `[${plain.map(canonical).join(',')}]`
  if (typeof plain !== 'object' || plain === null) return JSON.stringify(plain ?? null)
  const fields = Object.entries(plain)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
  return `{${fields.join(',')}}`
}

const toJson = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'toJSON' in value
    ? (value as { toJSON(): unknown }).toJSON()
    : value

/** SHA-256 of a text, 64 hexadecimal digits. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex')

/** The digest of a value, with a salt where nobody may find the value by trying. */
export const digestOf = (value: unknown, salt = ''): string => sha256(salt + canonical(value))
