import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { OfList, runsFloor, speaksForParty } from '../model.ts'
import { RULINGS, SpeechId } from '../queue/deeds.ts'
import { partyIn, rehearsalOf } from '../rehearsal/rehearsals.queries.ts'
import { deskDeed, done, floorKnown, type Known, OUTCOME, standing } from './keep.commands.ts'

type May = (actor: Actor, known: Known, conference: string, party: string) => boolean

/** A delegation takes the floor without standing in the list. */
const intervention = (name: string, what: 'reply-asked' | 'point-of-order', may: May) =>
  command(`floor.${name}`, {
    ...OUTCOME,
    input: OfList.extend({ party: PartyCode }),
    load: async (db, { party, ...of }) => ({
      ...(await floorKnown(db, of)),
      party: await partyIn(db, await rehearsalOf(db, of), party),
    }),
    may: (actor, known, { conference, party }) => may(actor, known, conference, party),
    decide(known, { party, ...of }, circumstances) {
      standing(known)
      must(known.party, 'floor.unknown-party')
      const speech = SpeechId.parse(circumstances.newId())
      return done(known, of, { what, speech, party }, circumstances)
    },
  })

/** Asks for a right of reply: the delegation itself, or the desk that saw it ask. */
export const askReply = intervention(
  'ask-reply',
  'reply-asked',
  (actor, known, conference, party) =>
    speaksForParty(actor, conference, party) || runsFloor(actor, conference, known),
)

/** Gives the floor for a point of order, at once. It is raised in the room, and so only the desk records it. */
export const raisePoint = intervention(
  'raise-point',
  'point-of-order',
  (actor, known, conference) => runsFloor(actor, conference, known),
)

/** Records what the presiding officer decided of it; whoever was interrupted goes on. */
export const ruleOnPoint = deskDeed(
  'rule-on-point',
  OfList.extend({ ruling: z.enum(RULINGS) }),
  (_, { ruling }) => ({ what: 'rule-on-point', ruling }),
)
