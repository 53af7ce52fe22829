import { LABEL, Label } from './label.tsx'
import { linesOf, roomFor } from './letters.ts'
import type { Drawing, Pen } from './picture.ts'

interface Head {
  label: string
  /** What stands at the end of the line. */
  said?: string
}

const BETWEEN = 14
const UNDER = LABEL - 1

/**
 * A name over what it names, and at the end of its line a number in words; where both do not fit beside each other,
 * the words stand below.
 */
export function headed(pen: Pen, { label, said = '' }: Head, y: number, from = 0): Drawing {
  const room = pen.width * (1 - from)
  const taken = said === '' ? 0 : roomFor(said, LABEL) + BETWEEN
  const beside = taken < room * 0.55
  const lines = linesOf(label, LABEL, beside ? room - taken : room)
  const under = beside ? [] : linesOf(said, UNDER, room)
  const first = y + 13
  return {
    height: (lines.length + under.length) * pen.leading + 2,
    body: (
      <>
        <Label pen={pen} lines={lines} at={from} y={first} />
        {beside && said !== '' && <Label pen={pen} lines={said} at={1} y={first} side="end" bold />}
        {!beside && (
          <Label
            pen={pen}
            lines={under}
            at={from}
            y={first + lines.length * pen.leading}
            size={UNDER}
            ink="quiet"
          />
        )}
      </>
    ),
  }
}
