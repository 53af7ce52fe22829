import { setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Floor, Speech } from '../../floor/queue/floor.ts'
import { whyThere } from '../../floor/queue/order.ts'
import { sayReason, sayTerm } from '../../floor/terms.print.ts'
import type { Stands } from '../own.ts'
import { say } from '../words.ts'

/** How a request stands, in a word: its place among those who are still to be called, or what became of it. */
export const sayStands = (language: Language, stands: Stands): string =>
  stands.is === 'waiting'
    ? say(language, 'place', { number: stands.number })
    : say(language, `stands.${stands.is}`)

/** Why somebody stands where they stand. */
export function sayWhy(language: Language, floor: Pick<Floor, 'settings'>, speech: Speech): string {
  const why = whyThere(floor, speech)
  const said = sayTerm(language, `place.${why.by}`)
  return why.by === 'hand' ? setBeside(language, [said, sayReason(language, why.reason)]) : said
}
