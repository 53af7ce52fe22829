import { CannotStart } from '../../config/cannot-start.ts'

/** A file that is no backup, or no longer the one that was written, in one sentence for whoever holds it. */
export class Damaged extends CannotStart {
  override name = 'Damaged'
}

/** It lacks its end, or the end does not fit: which of both, nobody can tell. */
export const cut = (): Damaged =>
  new Damaged(
    'This backup was cut off, or its end is damaged: it is not whole, and nothing of it is used.',
  )

/** @param where what was found to differ: `its checksum`, `the table pledge`. */
export const altered = (where: string): Damaged =>
  new Damaged(`This backup is not as it was written (${where}): nothing of it is used.`)
