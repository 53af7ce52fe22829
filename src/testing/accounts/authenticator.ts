import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A device that holds passkeys, as WebAuthn Level 3 has it: ES256, no attestation. */
export interface Authenticator {
  /** The answer to options of registration, as a browser makes JSON of it. */
  register(options: { challenge: string }, said?: Said): unknown
  /** The answer to options of signing in. */
  assert(options: { challenge: string }, said?: Said): unknown
}

/** What differs from an honest answer. */
interface Said {
  origin?: string
  /** Whether the device recognised its owner. */
  verified?: boolean
}

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_KEY = 0x40

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest()
const url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** CBOR of what is needed: short byte strings, short texts, small integers, short maps. */
const head = (major: number, size: number) =>
  size < 24
    ? Buffer.from([(major << 5) | size])
    : size < 256
      ? Buffer.from([(major << 5) | 24, size])
      : Buffer.from([(major << 5) | 25, size >> 8, size & 0xff])
const bytes = (value: Uint8Array) => Buffer.concat([head(2, value.length), value])
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)])
const integer = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value))
const map = (...pairs: [Buffer, Buffer][]) =>
  Buffer.concat([head(5, pairs.length), ...pairs.flat()])

export function createAuthenticator(origin: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const cose = map(
    [integer(1), integer(2)],
    [integer(3), integer(-7)],
    [integer(-1), integer(1)],
    [integer(-2), bytes(Buffer.from(x, 'base64url'))],
    [integer(-3), bytes(Buffer.from(y, 'base64url'))],
  )
  let counter = 0

  const dataOf = ({ origin: at = origin, verified = true }: Said, key?: Buffer) => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    const flags = PRESENT | (verified ? VERIFIED : 0) | (key ? WITH_KEY : 0)
    const parts: Uint8Array[] = [sha256(new URL(at).hostname), Buffer.from([flags]), count]
    if (key) parts.push(Buffer.alloc(16), Buffer.from([0, id.length]), id, key)
    return Buffer.concat(parts)
  }
  const clientData = (type: string, challenge: string, at = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }))
  const answer = (response: Record<string, unknown>) => ({
    ...{ id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {} },
    response,
  })

  return {
    register({ challenge }, said = {}) {
      const data = dataOf(said, cose)
      return answer({
        clientDataJSON: url(clientData('webauthn.create', challenge, said.origin)),
        attestationObject: url(
          map(
            [text('fmt'), text('none')],
            [text('attStmt'), map()],
            [text('authData'), bytes(data)],
          ),
        ),
        transports: ['internal'],
      })
    },
    assert({ challenge }, said = {}) {
      const data = dataOf(said)
      const client = clientData('webauthn.get', challenge, said.origin)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return answer({
        clientDataJSON: url(client),
        authenticatorData: url(data),
        signature: url(signature),
      })
    },
  }
}
