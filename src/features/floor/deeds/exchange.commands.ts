import type { Actor } from '../../../kernel/actor.ts'
import { command } from '../../../platform/command/command.ts'
import { OfList, runsFloor, speaksForParty } from '../model.ts'
import { type Act, SpeechId } from '../queue/deeds.ts'
import { partyOfSpeech } from '../queue/queues.ts'
import {
  type Done,
  done,
  floorKnown,
  type Known,
  letter,
  OUTCOME,
  standing,
} from './keep.commands.ts'

const Exchange = OfList.extend({
  /** The speech whose delegation offers its place, and that of the delegation that is asked. */
  from: SpeechId,
  to: SpeechId,
})

/** Whether somebody answers for one of these speeches, or is the desk, which records what was agreed by note. */
const answersForOne = (
  actor: Actor,
  known: Known,
  conference: string,
  speeches: readonly SpeechId[],
): boolean =>
  runsFloor(actor, conference, known) ||
  speeches.some((speech) => {
    const party = partyOfSpeech(known.floor, speech)
    return party !== null && speaksForParty(actor, conference, party)
  })

type What = Extract<Act, { from: unknown }>['what']

const exchange = (name: string, what: What, who: readonly ('from' | 'to')[]) =>
  command(`floor.${name}`, {
    ...OUTCOME,
    errands: (decision: Done, { from, to }) => letter(what, decision, { from, to }),
    input: Exchange,
    load: (db, of) => floorKnown(db, of),
    may: (actor, known, input) =>
      answersForOne(
        actor,
        known,
        input.conference,
        who.map((side) => input[side]),
      ),
    decide(known, { from, to, ...of }, circumstances) {
      standing(known)
      return done(known, of, { what, from, to }, circumstances)
    },
  })

/** Offers another delegation to exchange places. */
export const offerExchange = exchange('offer-exchange', 'exchange-offered', ['from'])
/** Consents to it: both places are exchanged at once. */
export const acceptExchange = exchange('accept-exchange', 'exchange-accepted', ['to'])
/** Does not consent, or takes the own offer back. */
export const declineExchange = exchange('decline-exchange', 'exchange-declined', ['from', 'to'])
