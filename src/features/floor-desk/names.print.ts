import { sayDay } from '../../i18n/days.ts'
import { wallAt } from '../../i18n/wall.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { withStyle } from '../delegations/participants/styles.ts'
import { markedTitle } from '../floor/terms.print.ts'
import { nameOn, type Party } from '../parties/model.ts'
import type { Session } from '../programme/model.ts'
import type { DeskList, SpeakerOf } from './facts.ts'

interface Naming {
  session: Pick<Session, 'day'>
  parties: ReadonlyMap<PartyCode, Party>
}

/** A party by its name on the day of the session. */
export function partyName({ parties, session }: Naming, code: PartyCode, language: Language) {
  const party = parties.get(code)
  return party ? nameOn(party, session.day, language).short : code
}

/** Somebody who speaks, as a list of a language prints them. */
export interface PrintedSpeaker {
  name: string
  latinName: string | null
  office: { value: string; language: Language } | null
  unpublished: boolean
}

export function printedSpeaker(
  of: Pick<SpeakerOf, 'content'> | undefined,
  language: Language,
): PrintedSpeaker | null {
  if (!of?.content) return null
  const { name, latinName, styles, functions, unpublished } = of.content
  return {
    name: withStyle(language, styles[language], name),
    ...{ latinName, unpublished },
    office: functions && readingOf(functions, language),
  }
}

/** An instant on the clock of the conference: `10:42`. */
export const clockAt = (at: number, { conference }: Pick<DeskList, 'conference'>): string =>
  wallAt(at, conference.zone).clock

/** The same with its day, for what outlives it. */
export function momentAt(
  language: Language,
  at: number,
  { conference }: Pick<DeskList, 'conference'>,
) {
  const { day, clock } = wallAt(at, conference.zone)
  return `${sayDay(language, day)}, ${clock}`
}

/** The title of a session as its secretariat wrote it, and that it is only rehearsed where it is. */
export const titleOf = (
  { session, rehearsal }: { session: Pick<Session, 'title'>; rehearsal: DeskList['rehearsal'] },
  language: Language,
): string => markedTitle(language, readingOf(session.title, language).value, rehearsal)
