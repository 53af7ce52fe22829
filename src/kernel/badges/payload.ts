import { fromBase45, toBase45 } from './base45.ts'

/**
 * What the QR code of a badge holds, and nothing else: which badge it is (an identifier that says nothing of its
 * bearer), until when it is good, by which key of the conference that is signed, and the signature (Ed25519).
 *
 *     1 byte   form, 1
 *     1 byte   key
 *    16 bytes  identifier
 *     4 bytes  end, in seconds since 1970
 *    64 bytes  signature of the 22 before
 */
export interface Payload {
  key: number
  id: string
  /** In seconds since 1970. */
  expires: number
}

const FORM = 1
const HEAD = 22
const SIGNATURE = 64
/** Tells a badge from whatever else a camera reads at a door. */
const MARK = 'PLENUM:'

/** The bytes that are signed. */
export function bytesOf({ key, id, expires }: Payload): Uint8Array {
  const bytes = new Uint8Array(HEAD)
  const view = new DataView(bytes.buffer)
  view.setUint8(0, FORM)
  view.setUint8(1, key)
  const hex = id.replaceAll('-', '')
  for (let at = 0; at < 16; at += 1) {
    view.setUint8(2 + at, Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
  }
  view.setUint32(18, expires)
  return bytes
}

/** The text of the QR code. */
export function codeOf(payload: Payload, signature: Uint8Array): string {
  const bytes = new Uint8Array(HEAD + SIGNATURE)
  bytes.set(bytesOf(payload))
  bytes.set(signature, HEAD)
  return MARK + toBase45(bytes)
}

/** What a camera read. */
export interface ReadCode {
  payload: Payload
  signed: Uint8Array<ArrayBuffer>
  signature: Uint8Array<ArrayBuffer>
}

/** Reads the text of a QR code; null where it is no badge of ours. Whether the signature holds is another question. */
export function readCode(text: string): ReadCode | null {
  if (!text.startsWith(MARK)) return null
  const bytes = fromBase45(text.slice(MARK.length))
  if (!bytes || bytes.length !== HEAD + SIGNATURE || bytes[0] !== FORM) return null
  const view = new DataView(bytes.buffer)
  const hex = [...bytes.slice(2, 18)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  return {
    payload: { key: view.getUint8(1), id, expires: view.getUint32(18) },
    signed: bytes.slice(0, HEAD),
    signature: bytes.slice(HEAD),
  }
}
