import { diffArrays } from 'diff'

/** A run of words that two wordings share, or that only the later (`added`) or the earlier (`removed`) has. */
export interface Piece {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** Words by letters of an alphabet, signs of a script without spaces one by one, and whatever else each by itself. */
const WORDS =
  /\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{M}\p{N}]+(?:['’\-‑][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** Two texts with so many differences have nothing to do with each other: comparing them on would only take time. */
const MOST_EDITS = 2000

/**
 * What changed from one wording to another, word by word: the pieces that are not `added` are the earlier wording,
 * those that are not `removed` the later one.
 */
export function wordDifference(before: string, after: string): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const runs = diffArrays(before.match(WORDS) ?? [], after.match(WORDS) ?? [], {
    maxEditLength: MOST_EDITS,
  })
  const whole = [
    { removed: true, added: false, value: [before] },
    { removed: false, added: true, value: [after] },
  ]
  return (runs ?? whole).flatMap(({ added, removed, value }): Piece[] => {
    const text = value.join('')
    return text === '' ? [] : [{ kind: added ? 'added' : removed ? 'removed' : 'same', text }]
  })
}

/** Whether something was changed at all. */
export const differs = (pieces: readonly Piece[]): boolean =>
  pieces.some(({ kind }) => kind !== 'same')
