import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'

/** A pair of keys: the private one stays on the server, the public one goes to every door. */
export interface KeyPair {
  /** 32 bytes, base64url. */
  publicKey: string
  /** PKCS #8, base64. */
  privateKey: string
}

/** A new pair for a conference, Ed25519. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicKey.export({ format: 'jwk' }).x as string,
    privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

/** Signs bytes by a private key: the same bytes have the same signature. */
export const signatureOf = (bytes: Uint8Array, privateKey: string): Uint8Array =>
  sign(
    null,
    bytes,
    createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }),
  )
