import { type FileHandle, open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { createTarDecoder } from 'modern-tar'
import { CannotStart } from '../../config/cannot-start.ts'
import { altered, cut, Damaged } from './damaged.ts'
import { decrypting, ENCRYPTED } from './encryption.ts'
import { checkEnding } from './ending.ts'
import type { Found } from './format.ts'

/** How Zstandard begins. */
const COMPRESSED = Buffer.from([0x28, 0xb5, 0x2f, 0xfd])

/**
 * The files of a backup in their order, no faster than they are taken. Only when it has ended without an error is the
 * file known to be what was written.
 *
 * @throws Damaged where the file is no backup, was cut, or differs in a single bit; CannotStart where it cannot be read.
 */
export async function* readBackup(
  file: string,
  passphrase: string | undefined,
): AsyncGenerator<Found> {
  await using handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new CannotStart(`The backup ${file} cannot be read (${error.code}).`)
  })
  const stages = [
    handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 256 * 1024 }),
    ...(await decryption(file, handle, passphrase)),
    checkEnding(),
    createZstdDecompress({ chunkSize: 256 * 1024 }),
  ] as const
  const plain = stages.at(-1) as Readable
  const piping = pipeline(stages)
  piping.catch(() => undefined)
  try {
    yield* unpacked(plain)
    await piping
  } catch (error) {
    throw complaint(error)
  } finally {
    plain.destroy()
    await piping.catch(() => undefined)
  }
}

async function decryption(file: string, handle: FileHandle, passphrase: string | undefined) {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(8), 0, 8, 0)
  const first = buffer.subarray(0, bytesRead)
  if (first.subarray(0, COMPRESSED.length).equals(COMPRESSED)) return []
  if (!first.equals(ENCRYPTED)) throw new Damaged(`${file} is no backup of Plenum.`)
  if (passphrase === undefined) {
    throw new CannotStart(
      'This backup is encrypted: set BACKUP_KEY to the passphrase under which it was written.',
    )
  }
  return [decrypting(passphrase)]
}

async function* unpacked(plain: Readable): AsyncGenerator<Found> {
  const archive = Readable.toWeb(plain) as ReadableStream<Uint8Array>
  for await (const { header, body } of archive.pipeThrough(createTarDecoder({ strict: true }))) {
    yield { name: header.name, size: header.size, parts: body }
  }
}

/** Whichever layer noticed it: a person is told that the file is damaged. */
function complaint(error: unknown): unknown {
  if (error instanceof CannotStart) return error
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (syscall !== undefined) return new CannotStart(`The backup cannot be read (${code}).`)
  return code === 'Z_BUF_ERROR' ? cut() : altered('its contents')
}
