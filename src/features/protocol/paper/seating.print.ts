import { sayDay } from '../../../i18n/days.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { Seating } from '../model.ts'
import type { Seated } from '../seating/seats.ts'
import { say } from '../words.ts'

/** A plan of seats, as the template wants it. */
export const seatingPaper = (
  language: Language,
  { plan }: Seating,
  seated: Seated,
  {
    names,
    conference,
    day,
  }: { names: ReadonlyMap<string, string>; conference: string; day: string },
) => ({
  ...{ language, direction: directionOf(language), conference, author: 'Plenum' },
  title: readingOf(plan.name, language).value,
  date: sayDay(language, day),
  podium: say(language, 'seating.podium'),
  withoutLabel: say(language, 'seating.without'),
  without: seated.without.map((code) => names.get(code) ?? code),
  rows: seated.rows.map((blocks, index) => ({
    number: `${index + 1}`,
    blocks: blocks.map(({ party, isFixed, isFree }) => ({
      name: party ? (names.get(party) ?? party) : isFree ? say(language, 'seating.is-free') : '',
      fixed: isFixed,
    })),
  })),
})
