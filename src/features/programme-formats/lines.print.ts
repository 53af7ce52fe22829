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

/** «Chung Eui-yong, Minister for Foreign Affairs, Republic of Korea»; doubt is said as on the page. */
function sayParticipant(
  language: Language,
  { name, office, party, certainty }: Participant,
  day: string,
  parties: Published['parties'],
): string {
  const known = party && parties.get(party)
  const stated = [
    name && sayName(language, name),
    office && sayText(language, office),
    known && nameOn(known, day, language).short,
  ]
    .filter((part) => part)
    .join(say(language, 'comma'))
  return certainty === 'stated' ? stated : `${stated} · ${sayUncertain(language)}`
}

/** Everybody who takes part in a session: a line for each role, as a label, so that no name is declined. */
export const participantLines = (
  language: Language,
  { participants, day }: ProgrammeSession,
  parties: Published['parties'],
): string[] =>
  [...Map.groupBy(participants, ({ role }) => role)].map(([role, those]) =>
    say(language, 'pair', {
      label: sayRole(language, role),
      words: those
        .map((one) => sayParticipant(language, one, day, parties))
        .join(say(language, 'semicolon')),
    }),
  )
