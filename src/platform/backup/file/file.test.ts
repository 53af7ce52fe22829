import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Piece } from './format.ts'
import { readBackup } from './reading.ts'
import { writeBackup } from './writing.ts'

const folder = await mkdtemp(join(tmpdir(), 'plenum-backup-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const PIECES: readonly Piece[] = [
  { name: 'first.txt', parts: [Buffer.from('Seoul')] },
  { name: 'empty', parts: [Buffer.alloc(0)] },
  { name: `${'folder/'.repeat(20)}last`, parts: [randomBytes(200_000)] },
]

async function* given(pieces: readonly Piece[] = PIECES) {
  yield* pieces
}
async function read(file: string) {
  const found: Piece[] = []
  for await (const { name, parts } of readBackup(file, undefined)) {
    found.push({ name, parts: [Buffer.concat(await Array.fromAsync(parts))] })
  }
  return found
}
let made = 0
const fresh = () => join(folder, `${++made}.tar.zst`)
async function written(pieces = PIECES) {
  const file = fresh()
  const size = await writeBackup(file, given(pieces))
  return { file, size, bytes: await readFile(file) }
}
const CUT =
  'This backup was cut off, or its end is damaged: it is not whole, and nothing of it is used.'
const reading = async (bytes: Uint8Array) => {
  const file = fresh()
  await writeFile(file, bytes)
  return read(file)
}

describe('a backup', () => {
  it('gives back what was put in, and is its owner’s alone', async () => {
    const { file, size } = await written()
    expect(await read(file)).toEqual(PIECES)
    const { mode, size: onDisk } = await stat(file)
    expect([(mode & 0o777).toString(8), onDisk]).toEqual(['600', size])
  })

  it('is known to be cut, wherever', async () => {
    const { bytes } = await written()
    const ends = [bytes.length - 1, bytes.length - 40, bytes.length - 41, 70_000, 100]
    for (const end of ends) {
      await expect(reading(bytes.subarray(0, end)), String(end)).rejects.toThrow(
        /^This backup (was cut off|is not as it was written)/,
      )
    }
    await expect(reading(bytes.subarray(0, -40))).rejects.toThrow(CUT)
  })

  it('is known to be damaged by one flipped bit, wherever', async () => {
    const { bytes } = await written([{ name: 'small', parts: [Buffer.from('x'.repeat(300))] }])
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes)
      flipped[at] = (flipped[at] as number) ^ (1 << (at % 8))
      await expect(reading(flipped), `byte ${at}`).rejects.toThrow(/This backup|is no backup/)
    }
  })

  it('takes nothing behind its end', async () => {
    const { bytes } = await written()
    for (const more of [Buffer.from([0]), randomBytes(100), bytes]) {
      await expect(reading(Buffer.concat([bytes, more]))).rejects.toThrow('This backup')
    }
  })
})

describe('writing', () => {
  it('replaces nothing, and leaves nothing when it fails', async () => {
    const { file } = await written()
    await expect(writeBackup(file, given())).rejects.toThrow(
      `${file} exists already: name another file, or a folder.`,
    )
    async function* breaking(): AsyncGenerator<Piece> {
      yield { name: 'one', parts: [randomBytes(3_000_000)] }
      throw new Error('The database is gone')
    }
    const broken = fresh()
    await expect(writeBackup(broken, breaking())).rejects.toThrow('The database is gone')
    await expect(writeBackup(join(folder, 'nowhere', 'x'), given())).rejects.toThrow(
      'could not be written (there is no such folder); nothing of it is left.',
    )
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([])
    await expect(stat(broken)).rejects.toThrow('ENOENT')
  })
})

describe('reading', () => {
  it('knows what is no backup', async () => {
    await expect(reading(Buffer.from('PK a zip, say'))).rejects.toThrow('is no backup of Plenum.')
    await expect(reading(Buffer.alloc(0))).rejects.toThrow('is no backup of Plenum.')
    await expect(read(join(folder, 'nowhere'))).rejects.toThrow('cannot be read (ENOENT).')
  })

  it('can stop in the middle', async () => {
    const { file } = await written()
    for await (const { name } of readBackup(file, undefined)) {
      expect(name).toBe('first.txt')
      break
    }
  })
})
