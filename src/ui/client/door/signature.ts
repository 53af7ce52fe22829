import type { DoorList } from '../../../kernel/badges/door-list.ts'
import type { ReadCode } from '../../../kernel/badges/payload.ts'

const ALGORITHM = { name: 'Ed25519' }

const bytesOf = (base64url: string) =>
  Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
    sign.charCodeAt(0),
  )

/** Whether this browser can check a signature at all. */
export async function canVerify(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
    return true
  } catch {
    return false
  }
}

/** Whether the conference signed what a camera read, by the public keys that the door has. */
export async function isSigned(
  { payload, signed, signature }: ReadCode,
  keys: DoorList['keys'],
): Promise<boolean> {
  const raw = keys[`${payload.key}`]
  if (raw === undefined) return false
  const key = await crypto.subtle.importKey('raw', bytesOf(raw), ALGORITHM, false, ['verify'])
  return crypto.subtle.verify(ALGORITHM, key, signature, signed)
}
