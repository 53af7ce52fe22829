import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ENCRYPTED_ENDING, ENDING } from './file/format.ts'

/** `20261126T024000Z`: sorts as it happened, and is allowed in every file system. */
const stamp = (at: Temporal.Instant) =>
  at.round({ smallestUnit: 'second', roundingMode: 'trunc' }).toString().replace(/[-:]/g, '')

/** The name of a backup in a folder of backups. */
export const nameOf = (at: Temporal.Instant, encrypted: boolean): string =>
  `plenum-${stamp(at)}${encrypted ? ENCRYPTED_ENDING : ENDING}`

const NAME =
  /^plenum-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z\.tar\.zst(?:\.encrypted)?(\.[0-9a-f]{8}\.unfinished)?$/

/** What a name says, or null for a file that is none of ours. */
export function momentOf(name: string): { at: Temporal.Instant; unfinished: boolean } | null {
  const [, year, month, day, hour, minute, second, unfinished] = NAME.exec(name) ?? []
  if (year === undefined) return null
  try {
    const at = Temporal.Instant.from(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
    return { at, unfinished: unfinished !== undefined }
  } catch {
    return null
  }
}

/** Where a backup goes: into a folder under a name of its own, or into the file that was named. */
export async function placeOf(
  named: string,
  at: Temporal.Instant,
  encrypted: boolean,
): Promise<string> {
  const isFolder =
    /[\\/]$/.test(named) || (await stat(named).catch(() => null))?.isDirectory() === true
  return isFolder ? join(named, nameOf(at, encrypted)) : named
}
