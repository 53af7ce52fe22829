import { isolateIn } from '../../i18n/isolate.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf, type Text } from '../../kernel/text.ts'
import { nameOn, type Party } from '../parties/model.ts'
import type { Participant } from '../programme/model.ts'
import { sayRole, sayUncertain } from '../programme/terms.print.ts'
import type { Programme, ProgrammeSession } from '../programme/timeline.ts'
import { say } from './words.ts'

/** The programme, and the parties whose names it prints. */
export interface Published {
  programme: Programme
  parties: ReadonlyMap<PartyCode, Party>
}

/** What a text says to a reader. A text that stands in another script keeps its direction. */
export function sayText(language: Language, text: Text): string {
  const reading = readingOf(text, language)
  return reading.language === language ? reading.value : isolateIn(language, reading.value)
}

/** A name as it stands in a line: one in Latin letters keeps its own direction. */
export const sayName = (language: Language, name: string): string =>
  /\p{Script=Latin}/u.test(name) ? isolateIn(language, name) : name

/** «Chair: Chung Eui-yong, Minister for Foreign Affairs, Republic of Korea», each as a label, never declined; doubt is said as on the page. */
export function sayParticipant(
  language: Language,
  { role, name, office, party, certainty }: Participant,
  day: string,
  parties: Published['parties'],
): string {
  const known = party && parties.get(party)
  const words = [
    name && sayName(language, name),
    office && sayText(language, office),
    known && nameOn(known, day, language).short,
  ].filter((part) => part !== null && part !== undefined && part !== '')
  const stated = words.join(say(language, 'comma'))
  return say(language, 'pair', {
    label: sayRole(language, role),
    words: certainty === 'stated' ? stated : `${stated} · ${sayUncertain(language)}`,
  })
}

/** Everybody who takes part in a session, a line each. */
export const participantLines = (
  language: Language,
  session: ProgrammeSession,
  parties: Published['parties'],
): string[] =>
  session.participants.map((one) => sayParticipant(language, one, session.day, parties))
