import { z } from 'zod'
import { ConferenceId, SessionId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { mayEdit, NamedParticipant, type Participant, type Session } from '../model.ts'
import { madeBy } from './deeds.ts'
import { seenParts } from './draft.queries.ts'
import {
  draftKnown,
  draftTopic,
  type Known,
  mustFit,
  sessionIn,
  theSession,
} from './known.commands.ts'
import { saveDraft } from './save.commands.ts'

const Of = z.strictObject({ conference: ConferenceId, session: SessionId })
/** Counted from 0, in the order in which they stand. */
const At = Of.extend({ place: z.int().nonnegative() })

/** A deed to those who take part in a session. */
const toParticipants = <Input extends z.infer<typeof Of> & { participant?: NamedParticipant }>(
  name: string,
  input: z.ZodType<Input>,
  list: (before: readonly Participant[], input: Input) => Participant[],
) =>
  command(name, {
    input,
    conference: ({ conference }) => conference,
    load: (db, { conference, participant }) =>
      draftKnown(db, conference, participant ? [asParticipant(participant)] : []),
    may: (actor, _, { conference }) => mayEdit(actor, conference),
    version: (known, { session }) => seenParts(sessionIn(known, session), ['participants']),
    decide(known: Known, given, circumstances) {
      const session = theSession(known, given.session)
      const participants = list(session.participants, given)
      const changed: Session = { ...session, participants }
      mustFit(changed, known)
      if (same(session, changed)) return null
      return { sessions: [changed], made: madeBy(name, circumstances) }
    },
    save: (db, drafted, { conference }) => saveDraft(db, conference, drafted),
    subject: (_, { session }) => `session/${session}`,
    touches: (_, { conference }) => draftTopic(conference),
  })

const asParticipant = (said: NamedParticipant): Participant => ({
  ...said,
  note: null,
  source: null,
})

function at(list: readonly Participant[], place: number): Participant {
  const found = list[place]
  must(found, 'programme.unknown-participant')
  return found
}

/** Names somebody who takes part, after those who are named already. */
export const addParticipant = toParticipants(
  'programme.add-participant',
  Of.extend({ participant: NamedParticipant }),
  (before, { participant }) => [...before, asParticipant(participant)],
)

/** Corrects how somebody is named, and in which role. */
export const changeParticipant = toParticipants(
  'programme.change-participant',
  At.extend({ participant: NamedParticipant }),
  (before, { place, participant }) => {
    const stood = at(before, place)
    const office = participant.office && revisedText(stood.office, participant.office)
    return before.with(place, { ...stood, ...participant, office })
  },
)

/** Puts somebody further up or down: within a role, the order is that of the paper. */
export const moveParticipant = toParticipants(
  'programme.move-participant',
  At.extend({ by: z.union([z.literal(-1), z.literal(1)]) }),
  (before, { place, by }) => {
    const other = Math.min(Math.max(place + by, 0), before.length - 1)
    return before.with(place, at(before, other)).with(other, at(before, place))
  },
)

/** Takes somebody off a session. */
export const removeParticipant = toParticipants(
  'programme.remove-participant',
  At,
  (before, { place }) => before.filter((one) => one !== at(before, place)),
)
