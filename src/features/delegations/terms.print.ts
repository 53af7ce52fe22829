import { sayClock, sayZoneOffset } from '../../i18n/clock.ts'
import { sayDay, sayDayRange, sayPartialDay } from '../../i18n/days.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { setBeside } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Document } from './documents/model.ts'
import type { State as InvitationState, Mode, Note } from './invitations/model.ts'
import type { State } from './participants/life.model.ts'
import type { Place } from './participants/model.ts'
import type { Rank } from './ranks.model.ts'
import { closingOf, type Rules } from './rules.model.ts'
import { say } from './words.ts'

const isDay = (day: string | null): day is string => day !== null && day.length === 10

/** The days of a conference as far as they are known; null: nothing is. */
export function sayDates(language: Language, { dates }: Pick<Outline, 'dates'>): string | null {
  if (!dates) return null
  const last = dates.last ?? dates.first
  return isDay(dates.first) && isDay(last)
    ? sayDayRange(language, dates.first, last)
    : sayPartialDay(language, dates.first)
}

/** Where it is held, as far as that is known without the name of a state. */
export function sayPlace(language: Language, { venue }: Pick<Outline, 'venue'>): string | null {
  const parts = [venue?.name, venue?.city].flatMap((text) =>
    text ? [readingOf(text, language).value] : [],
  )
  return parts.length > 0 ? setBeside(language, parts) : null
}

/** A note by number and date. */
export const sayNote = (language: Language, { number, date }: Note): string =>
  say(language, 'fact.note-value', {
    number: isolateIn(language, number),
    date: sayDay(language, date),
  })

/** When names close, by the clock of the conference and its distance from UTC. */
export function sayClosing(language: Language, rules: Rules, zone: string): string | null {
  const instant = closingOf(rules, zone)
  if (!instant || !rules.closes) return null
  const { day, clock } = rules.closes
  return setBeside(language, [
    sayDay(language, day),
    `${sayClock(language, clock)} (${sayZoneOffset(language, instant, zone)})`,
  ])
}

/** What somebody is in a delegation, for lists of later features. */
export const sayPlaceIn = (language: Language, place: Place): string =>
  say(language, `place.${place}`)

/** A rank in words. */
export const sayRank = (language: Language, rank: Rank): string => say(language, `rank.${rank}`)

/** How far an accreditation is. */
export const sayState = (language: Language, state: State): string =>
  say(language, `state.${state}`)

/** How a party takes part. */
export const sayMode = (language: Language, mode: Mode): string => say(language, `mode.${mode}`)

/** How far an invitation is; null: there was none. */
export const sayInvitation = (language: Language, state: InvitationState | null): string =>
  say(language, `invitation.${state ?? 'none'}`)

/** What a paper of a delegation is. */
export const sayDocument = (language: Language, kind: Document['kind']): string =>
  say(language, `document.${kind}`)

/** How far a paper of a delegation is. */
export const sayDocumentState = (language: Language, state: Document['state']): string =>
  say(language, `document.${state}`)
