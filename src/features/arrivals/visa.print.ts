import { sayDayRange, sayPartialDay } from '../../i18n/days.ts'
import { directionOf, type Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Person } from '../delegations/participants/model.ts'
import { withStyle } from '../delegations/participants/styles.ts'
import type { VisaLetter } from './model.ts'
import { say } from './words.ts'

interface About {
  letter: VisaLetter
  person: Person
  outline: Outline
  /** The delegation by its formal name, in the language of the letter. */
  delegation: string
  series: string
}

const daysOf = (language: Language, dates: Outline['dates']) => {
  if (!dates) return null
  const { first, last } = dates
  const whole = last !== null && last !== first && first.length === 10 && last.length === 10
  return whole ? sayDayRange(language, first, last) : sayPartialDay(language, first)
}

/** The letter, as the template wants it: labels and values, for a name in a sentence would be declined. */
export function visaLetterPaper({ letter, person, outline, delegation, series }: About) {
  const { language, number, issuedAt } = letter
  const day = issuedAt.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
  const line = (label: Parameters<typeof say>[1], value: string | null) =>
    value === null ? [] : [{ label: say(language, label), value }]
  return {
    ...{ language, direction: directionOf(language), series, author: 'Plenum' },
    conference: readingOf(outline.name, language).value,
    title: say(language, 'letter.title'),
    number: `${say(language, 'visas.number')} ${outline.id}-${`${number}`.padStart(4, '0')}`,
    text: say(language, 'letter.text'),
    checked: say(language, 'letter.checked'),
    facts: [
      ...line('letter.name', withStyle(language, person.styles[language], person.name)),
      ...line('letter.latin', person.latinName === person.name ? null : person.latinName),
      ...line('letter.function', person.functions && readingOf(person.functions, language).value),
      ...line('delegation', delegation),
      ...line('letter.conference', readingOf(outline.shortName, language).value),
      ...line('letter.dates', daysOf(language, outline.dates)),
      ...line('place', outline.venue ? placeOf(language, outline.venue) : null),
      ...line('letter.issued', sayPartialDay(language, day)),
    ],
  }
}

const placeOf = (language: Language, { name, city }: NonNullable<Outline['venue']>) =>
  [name, city].flatMap((text) => (text ? [readingOf(text, language).value] : [])).join(', ')
