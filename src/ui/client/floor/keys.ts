/** What of a pressed key the desk looks at. */
export interface Pressed {
  key: string
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
}

/** What a key means at the desk; null: nothing of the desk's. */
export type Meaning =
  | { does: 'key'; key: string }
  | { does: 'choose' | 'move'; by: 1 | -1 }
  | { does: 'reason'; digit: string }
  | { does: 'leave' }

const ARROWS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 }

/** A letter as a Latin keyboard has it: by its sign, and where another script is set, by its place. */
function letterOf({ key, code }: Pressed): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase()
  const [, letter = ''] = /^Key([A-Z])$/.exec(code) ?? []
  return letter.toLowerCase()
}

/** What a pressed key means, whatever stands on the page. */
export function meaningOf(pressed: Pressed): Meaning | null {
  const { key, altKey, ctrlKey, metaKey } = pressed
  const letter = letterOf(pressed)
  if (ctrlKey || metaKey) {
    return letter === 'z' && !altKey ? { does: 'key', key: 'u' } : null
  }
  const by = ARROWS[key]
  if (by) return { does: altKey ? 'move' : 'choose', by }
  if (altKey) return null
  if (key === 'Escape') return { does: 'leave' }
  if (key === ' ' || key === 'Enter') return { does: 'key', key: ' ' }
  const [digit] =
    /[1-9]$/.exec(/^(?:Digit|Numpad)[1-9]$/.test(pressed.code) ? pressed.code : key) ?? []
  if (digit) return { does: 'reason', digit }
  return letter === '' ? null : { does: 'key', key: letter }
}

/** A place in a list of so many, one further; the ends hold. */
export const placeAfter = (place: number, by: 1 | -1, count: number): number =>
  Math.min(count, Math.max(1, place + by))
