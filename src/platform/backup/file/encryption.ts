import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  type ScryptOptions,
  scrypt,
  timingSafeEqual,
} from 'node:crypto'
import { Transform } from 'node:stream'
import { promisify } from 'node:util'
import { altered, cut, Damaged } from './damaged.ts'

/** How an encrypted backup begins. */
export const ENCRYPTED = Buffer.from('PLENUM-1')

const SALT = 16
const PROOF = 32
/** ENCRYPTED, the cost, the salt, and a code by which a wrong passphrase is told from a damaged file. */
const HEAD = ENCRYPTED.length + 1 + SALT + PROOF
const CHUNK = 64 * 1024
const TAG = 16

/** As a power of two, three times: 32 MB and a fifth of a second for each passphrase that somebody tries (OWASP 2024). */
const COST = 15
const TIMES = 3
/** What a damaged or malicious file may make us spend: 1 GB. */
const HIGHEST_COST = 20

const stretch = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

async function keysFrom(passphrase: string, salt: Buffer, cost: number) {
  const both = await stretch(passphrase.normalize('NFC'), salt, 64, {
    ...{ N: 2 ** cost, r: 8, p: TIMES },
    maxmem: 2 ** (cost + 11) + 2 ** 16,
  })
  return { cipher: both.subarray(0, 32), proof: both.subarray(32) }
}

const proofOf = (key: Buffer, head: Buffer) =>
  createHmac('sha256', key)
    .update(head.subarray(0, HEAD - PROOF))
    .digest()

/**
 * The number of a chunk, and whether it is the last: chunks can be neither exchanged nor left out, and a file that was
 * cut between two of them lacks its last (Hoang, Reyhanitabar, Rogaway, Vizár 2015: STREAM).
 */
function nonceOf(number: number, last: boolean) {
  const nonce = Buffer.alloc(12)
  nonce.writeUIntBE(number, 5, 6)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Collects bytes into chunks of one size; what `flush` is given is the last, shorter or not. */
function inChunks(size: number, turn: (chunk: Buffer, last: boolean) => Buffer) {
  let held = Buffer.alloc(0)
  return {
    take(bytes: Buffer): Buffer {
      const all = held.length === 0 ? bytes : Buffer.concat([held, bytes])
      const turned: Buffer[] = []
      let at = 0
      // One whole chunk is kept back, because it may be the last.
      for (; all.length - at > size; at += size) {
        turned.push(turn(all.subarray(at, at + size), false))
      }
      held = Buffer.from(all.subarray(at))
      return Buffer.concat(turned)
    },
    last: () => turn(held, true),
  }
}

/** Encrypts with AES-256-GCM under a key that scrypt makes of a passphrase and of a salt of this file's own. */
export async function encrypting(passphrase: string, cost = COST): Promise<Transform> {
  const salt = randomBytes(SALT)
  const keys = await keysFrom(passphrase, salt, cost)
  const head = Buffer.concat([ENCRYPTED, Buffer.of(cost), salt])
  let number = 0
  const chunks = inChunks(CHUNK, (chunk, last) => {
    const cipher = createCipheriv('aes-256-gcm', keys.cipher, nonceOf(number++, last))
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
  })
  const made = new Transform({
    transform: (bytes: Buffer, _, done) => done(null, chunks.take(bytes)),
    flush: (done) => done(null, chunks.last()),
  })
  made.push(Buffer.concat([head, proofOf(keys.proof, head)]))
  return made
}

/** Decrypts what `encrypting` wrote, and fails where a single bit of it is another. */
export function decrypting(passphrase: string): Transform {
  let head = Buffer.alloc(0)
  let chunks: ReturnType<typeof inChunks> | undefined

  const take = async (bytes: Buffer) => {
    if (chunks) return chunks.take(bytes)
    head = Buffer.concat([head, bytes])
    if (head.length < HEAD) return Buffer.alloc(0)
    chunks = await openChunks(passphrase, head)
    return chunks.take(head.subarray(HEAD))
  }
  const last = async () => {
    if (!chunks) throw cut()
    return chunks.last()
  }
  return new Transform({
    transform: (bytes: Buffer, _, done) =>
      void take(bytes).then((plain) => done(null, plain), done),
    flush: (done) => void last().then((plain) => done(null, plain), done),
  })
}

async function openChunks(passphrase: string, head: Buffer) {
  const cost = head[ENCRYPTED.length] as number
  if (cost < 1 || cost > HIGHEST_COST) throw altered('its first bytes')
  const salt = head.subarray(ENCRYPTED.length + 1, HEAD - PROOF)
  const keys = await keysFrom(passphrase, salt, cost)
  if (!timingSafeEqual(head.subarray(HEAD - PROOF, HEAD), proofOf(keys.proof, head))) {
    throw new Damaged(
      'BACKUP_KEY is not the passphrase of this backup (or its first bytes are damaged): set the one under which it was written.',
    )
  }
  let number = 0
  return inChunks(CHUNK + TAG, (chunk, last) => {
    if (chunk.length < TAG) throw cut()
    const decipher = createDecipheriv('aes-256-gcm', keys.cipher, nonceOf(number++, last))
    decipher.setAuthTag(chunk.subarray(chunk.length - TAG))
    const plain = decipher.update(chunk.subarray(0, chunk.length - TAG))
    try {
      decipher.final()
    } catch {
      throw last ? cut() : altered(`its part ${number}`)
    }
    return plain
  })
}
