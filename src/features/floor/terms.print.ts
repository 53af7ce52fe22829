import type { Phase } from '../../kernel/floor/countdown.ts'
import type { Language } from '../../kernel/language.ts'
import type { Reason, Ruling, What } from './queue/deeds.ts'
import type { Inscription, Meeting } from './queue/floor.ts'
import type { Kind, Order, Way } from './queue/settings.ts'
import type { Pace } from './rehearsal/rehearsal.model.ts'
import { say } from './words.ts'

/** What happened to a list, as a label that stands before a party's name and never declines it. */
export const sayAct = (language: Language, what: What): string => say(language, `act.${what}`)

/** Why the desk departed from the rule. */
export const sayReason = (language: Language, reason: Reason): string =>
  say(language, `reason.${reason}`)

export const sayRuling = (language: Language, ruling: Ruling): string =>
  say(language, `ruling.${ruling}`)

/** What somebody has the floor for. */
export const sayKind = (language: Language, kind: Kind): string => say(language, `kind.${kind}`)

export const sayWay = (language: Language, way: Way): string => say(language, `way.${way}`)

export const sayOrder = (language: Language, order: Order): string =>
  say(language, `order.${order}`)

export const sayMeeting = (language: Language, meeting: Meeting): string =>
  say(language, `meeting.${meeting}`)

export const sayInscription = (language: Language, inscription: Inscription): string =>
  say(language, `inscription.${inscription}`)

/** What a clock shows beside its figures: a word, for colours alone tell nothing to some. */
export const sayPhase = (language: Language, phase: Phase): string =>
  say(language, `phase.${phase}`)

/** How fast a rehearsal is. */
export const sayPace = (language: Language, pace: Pace): string =>
  pace === 1 ? say(language, 'rehearsal.pace.one') : say(language, 'rehearsal.pace', { pace })

/** A title of something that is only rehearsed says so (DIPLOMACY 21), in capitals where a script has them. */
export const markedTitle = (language: Language, title: string, rehearsal: unknown): string =>
  rehearsal ? `${say(language, 'rehearsal')} · ${title}` : title

type Term =
  | 'list'
  | 'floor'
  | 'speaker.next'
  | 'speaker.now'
  | 'speaker.none'
  | 'remaining'
  | 'place.rule'
  | 'place.hand'
  | 'place.exchange'
  | 'place.absent'
  | 'place.reply'
  | 'likely'
  | 'on-behalf-of'
  | 'rehearsal'

/** The words of the field that every page of a list needs. */
export const sayTerm = (language: Language, term: Term): string => say(language, term)
