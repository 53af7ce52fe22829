import { sayDuration } from '../../i18n/clock.ts'
import { isolateIn } from '../../i18n/isolate.ts'
import { figuresOf } from '../../kernel/floor/figures.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { Deed, SpeechId } from '../floor/queue/deeds.ts'
import { sayAct, sayReason, sayRuling } from '../floor/terms.print.ts'
import type { DeskList, ToldDeed } from './facts.ts'
import { partyName, printedSpeaker } from './names.print.ts'
import { say } from './words.ts'

/** Whose each speech is, by what was ever done. */
export const partiesIn = (deeds: readonly Deed[]): ReadonlyMap<SpeechId, PartyCode> =>
  new Map(deeds.flatMap((deed) => ('party' in deed ? [[deed.speech, deed.party] as const] : [])))

/** Seconds of a limit: whole minutes in words, others as a clock shows them. */
export const sayLimit = (language: Language, seconds: number): string =>
  seconds % 60 === 0 ? sayDuration(language, seconds / 60) : figuresOf(seconds * 1000)

/** A deed in words: what happened, to whom it happened, and what else is to be said of it. */
export interface Told {
  act: string
  /** To which speeches, as far as they are known. */
  speeches: readonly SpeechId[]
  parties: readonly PartyCode[]
  details: readonly string[]
}

const speechesOf = (deed: Deed): SpeechId[] => {
  if ('from' in deed) return [deed.from, deed.to]
  return 'speech' in deed ? [deed.speech] : []
}

function detailsOf(deed: Deed, deeds: ReadonlyMap<number, Deed>, language: Language): string[] {
  const place = (number: number) => say(language, 'to-place', { number })
  switch (deed.what) {
    case 'move':
      return [place(deed.to), sayReason(language, deed.reason)]
    case 'insert':
      return [...(deed.to === null ? [] : [place(deed.to)]), sayReason(language, deed.reason)]
    case 'set-limit':
      return [sayLimit(language, deed.seconds), sayReason(language, deed.reason)]
    case 'give-floor':
      return deed.reason === null ? [] : [sayReason(language, deed.reason)]
    case 'rule-on-point':
      return [sayRuling(language, deed.ruling)]
    case 'undo': {
      const undone = deeds.get(deed.undone)
      return undone ? [sayAct(language, undone.what)] : []
    }
    default:
      return []
  }
}

const TO_WHOEVER_SPEAKS = ['end-floor', 'pause', 'resume', 'rule-on-point']

/** Whoever had the floor when something was done that names nobody: by the number of the deed. */
function holdersIn(all: readonly Deed[]): ReadonlyMap<number, SpeechId> {
  const holders = new Map<number, SpeechId>()
  let given: Deed[] = []
  for (const deed of all) {
    const last = given.at(-1)
    if (TO_WHOEVER_SPEAKS.includes(deed.what)) {
      if (last && 'speech' in last) holders.set(deed.seq, last.speech)
    }
    if (deed.what === 'undo') given = given.filter(({ seq }) => seq !== deed.undone)
    // Whoever was interrupted goes on.
    if (deed.what === 'rule-on-point') given = given.slice(0, -1)
    if (['give-floor', 'next', 'point-of-order'].includes(deed.what)) given = [...given, deed]
  }
  return holders
}

/** Says deeds, each with what it needs of those before it. */
export function tellingOf(all: readonly Deed[], language: Language): (deed: Deed) => Told {
  const numbered = new Map(all.map((deed) => [deed.seq, deed]))
  const parties = partiesIn(all)
  const holders = holdersIn(all)
  return (deed) => {
    const of = deed.what === 'undo' ? numbered.get(deed.undone) : deed
    const speeches = of ? [...speechesOf(of), ...[holders.get(of.seq) ?? []].flat()] : []
    return {
      act: sayAct(language, deed.what),
      speeches,
      parties: speeches.flatMap((speech) => parties.get(speech) ?? []),
      details: detailsOf(deed, numbered, language),
    }
  }
}

/** What was taken back, by its number. */
export const undoneIn = (deeds: readonly ToldDeed[]): ReadonlySet<number> =>
  new Set(deeds.flatMap((deed) => (deed.what === 'undo' ? [deed.undone] : [])))

/** A list with everything that was ever done to it. */
interface Telling {
  list: DeskList
  deeds: readonly Deed[]
  language: Language
}

/**
 * The deed of a number in one line, for whoever has just done it: «Floor given · Kenya · H.E. Ms. Monica Juma». Null where
 * it is done to the list itself, and has words of its own.
 */
export function sayJustDone(seq: number, { list, deeds, language }: Telling): string | null {
  const deed = deeds.find((one) => one.seq === seq)
  if (!deed || deed.what === 'set-up' || deed.what === 'change-settings') return null
  const { act, speeches, parties, details } = tellingOf(deeds, language)(deed)
  const persons = speeches.flatMap(
    (speech) => printedSpeaker(list.speakers.get(speech), language)?.name || [],
  )
  const names = [...parties.map((code) => partyName(list, code, language)), ...persons]
  return [act, ...names.map((name) => isolateIn(language, name)), ...details].join(' · ')
}
