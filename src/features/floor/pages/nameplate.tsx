import type { PartyCode } from '../../../kernel/ids.ts'
import { nameplateOf, type Speakers } from './speaker-line.tsx'

/** A sign of these scripts is as wide as it is high. */
const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu

const ROOM = { short: 11, medium: 20, long: 36 } as const

/** How much room a name takes on a plate, by the width of its letters: it is set as large as it can be. */
export function lengthOf(name: string): 'short' | 'medium' | 'long' | 'longest' {
  const width = name.length + (name.match(WIDE)?.length ?? 0)
  const longestWord = Math.max(...name.split(/[\s-]/).map((word) => word.length))
  if (width <= ROOM.short) return 'short'
  if (width <= ROOM.medium && longestWord <= 14) return 'medium'
  return width <= ROOM.long ? 'long' : 'longest'
}

/** A party's nameplate, as it stands on a table: the name and nothing else; no flag (DIPLOMACY 5). */
export function Nameplate({
  party,
  of,
}: {
  party: PartyCode
  of: Pick<Speakers, 'parties' | 'day' | 'language'>
}) {
  const name = nameplateOf(of, party)
  return (
    <span class="nameplate" data-length={lengthOf(name)}>
      {name}
    </span>
  )
}
