import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { altered, cut } from './damaged.ts'

/**
 * The last 40 bytes of a backup: a frame that every reader of Zstandard skips (RFC 8878 §3.1.2), with the SHA-256 of all
 * bytes before it. Without it the file is known to be cut; with it no byte can change unseen, not even one that
 * decompressing would overlook.
 */
const HEAD = Buffer.from([0x5e, 0x2a, 0x4d, 0x18, 32, 0, 0, 0])
const LENGTH = HEAD.length + 32

/** Passes bytes on, and adds the ending. */
export function addEnding(): Transform {
  const hash = createHash('sha256')
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(null, Buffer.concat([HEAD, hash.digest()]))
    },
  })
}

/** Passes on what stands before the ending, and fails at the end unless the ending is there and fits. */
export function checkEnding(): Transform {
  const hash = createHash('sha256')
  let held = Buffer.alloc(0)
  const pass = (bytes: Buffer, done: TransformCallback) => {
    hash.update(bytes)
    done(null, bytes)
  }
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const all = held.length === 0 ? chunk : Buffer.concat([held, chunk])
      const rest = Math.max(0, all.length - LENGTH)
      held = Buffer.from(all.subarray(rest))
      if (rest === 0) done()
      else pass(all.subarray(0, rest), done)
    },
    flush(done) {
      if (held.length < LENGTH || !held.subarray(0, HEAD.length).equals(HEAD)) done(cut())
      else if (!held.subarray(HEAD.length).equals(hash.digest())) done(altered('its checksum'))
      else done()
    },
  })
}
