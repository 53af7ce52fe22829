import { open } from 'node:fs/promises'
import { CannotStart } from '../config/cannot-start.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file',
  EISDIR: 'This is a folder, not a file',
  EACCES: 'This file may not be read by you',
  EPERM: 'This file may not be read by you',
}

/**
 * The bytes of a file that somebody named on the command line.
 *
 * @param most how many bytes it may have.
 * @throws CannotStart with one sentence where there is none, it cannot be read, or it is larger.
 */
export async function readNamedFile(path: string, most: number): Promise<Uint8Array> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > most) {
      const allowed = Math.floor(most / 1_000_000)
      throw new CannotStart(`This file is larger than ${allowed} MB: ${path}.`)
    }
    return await file.readFile()
  } catch (error) {
    if (error instanceof CannotStart) throw error
    const reason =
      REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'This file cannot be read'
    throw new CannotStart(`${reason}: ${path}.`)
  }
}
