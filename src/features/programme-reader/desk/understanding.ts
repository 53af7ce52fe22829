import { sourceOf, type Unreadable, UnreadableDocument } from '../documents/document.ts'
import { type Line, linesOf } from '../lines.ts'
import { readProgramme } from '../read.ts'
import type { Hints, Understood } from '../understood.ts'

/** A programme as it was handed in: pasted, or as a file with its name. */
export interface HandedIn {
  text: string | null
  file: { name: string; bytes: Uint8Array } | null
  hints: Hints
}

/** What was read of it, or why nothing was. */
export type ReadText =
  | { lines: readonly Line[]; understood: Understood; unreadable: null }
  | { unreadable: Unreadable | 'too-long' }

/** Reads a programme in whichever document it came. */
export async function understand({ text, file, hints }: HandedIn): Promise<ReadText> {
  try {
    const source = file ? await sourceOf(file.bytes, file.name) : { text: text ?? '' }
    return { lines: linesOf(source), understood: readProgramme(source, hints), unreadable: null }
  } catch (error) {
    if (error instanceof UnreadableDocument) return { unreadable: error.why }
    throw error
  }
}
