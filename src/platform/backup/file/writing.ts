import { randomBytes } from 'node:crypto'
import { open, rename, rm, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import { createTarPacker } from 'modern-tar'
import { CannotStart } from '../../config/cannot-start.ts'
import { encrypting } from './encryption.ts'
import { addEnding } from './ending.ts'
import type { Piece } from './format.ts'

/** What compresses well enough and still keeps up with COPY. */
const LEVEL = 1

const ZSTD = {
  chunkSize: 256 * 1024,
  params: {
    [constants.ZSTD_c_compressionLevel]: LEVEL,
    [constants.ZSTD_c_checksumFlag]: 1,
  },
}

/** For whoever owns the process alone: it holds what people said of themselves. */
const MODE = 0o600

/**
 * Writes the pieces, as they come, into one file: tar, Zstandard, an ending with the checksum of everything and, with a
 * passphrase, encrypted. The name appears when every byte is on the disk; before that, and after any failure, there is
 * nothing under it. Answers the size in bytes.
 *
 * @throws CannotStart where the file exists already, or cannot be written.
 */
export async function writeBackup(
  file: string,
  pieces: AsyncIterable<Piece>,
  passphrase?: string,
): Promise<number> {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.unfinished`
  try {
    await mustBeNew(file)
    const handle = await open(unfinished, 'wx', MODE)
    await pipeline(
      Readable.from(packed(pieces), { objectMode: false }),
      createZstdCompress(ZSTD),
      addEnding(),
      ...(passphrase === undefined ? [] : [await encrypting(passphrase)]),
      handle.createWriteStream({ flush: true }),
    )
    await rename(unfinished, file)
    await flushFolder(dirname(resolve(file)))
    return (await stat(file)).size
  } catch (error) {
    await rm(unfinished, { force: true })
    throw complaint(error, file)
  }
}

async function mustBeNew(file: string) {
  const there = await stat(file).catch(() => null)
  if (there) throw new CannotStart(`${file} exists already: name another file, or a folder.`)
}

/** The name itself must outlive a power cut; not every system can flush a folder. */
async function flushFolder(folder: string) {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

async function* packed(pieces: AsyncIterable<Piece>): AsyncGenerator<Uint8Array> {
  const { readable, controller } = createTarPacker()
  const pack = async () => {
    for await (const { name, parts } of pieces) {
      const size = parts.reduce((sum, part) => sum + part.length, 0)
      const entry = controller.add({ name, size, mode: MODE }).getWriter()
      for (const part of parts) await entry.write(part)
      await entry.close()
    }
    controller.finalize()
  }
  const packing = pack().catch((error: unknown) => {
    controller.error(error)
    throw error
  })
  packing.catch(() => undefined)
  yield* readable
  await packing
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'no file may become so large here',
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'nothing can be written there',
}

function complaint(error: unknown, file: string): unknown {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  if (error instanceof CannotStart || syscall === undefined) return error
  return new CannotStart(
    `The backup ${file} could not be written (${REASONS[code] ?? code}); nothing of it is left.`,
  )
}
