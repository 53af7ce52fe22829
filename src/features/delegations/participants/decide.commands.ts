import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { verifiedAt } from '../documents/queries.ts'
import { OfDelegation } from '../invitations/model.ts'
import { delegationsAt, rulesOf } from '../queries.ts'
import { nameOf } from '../save.commands.ts'
import { isSecretariat, speaksForDelegation } from '../who.model.ts'
import { closedFor, knownOf } from './known.commands.ts'
import { type Deed, move } from './life.model.ts'
import { DELEGATE, ParticipantId } from './model.ts'
import { type Participant, participantsAmong } from './queries.ts'
import {
  changed,
  keepKey,
  type Move,
  moved,
  saveParticipants,
  secretFrom,
  topicsOfAll,
} from './save.commands.ts'
import { agreedOn, mustBeApprovable, mustBeSubmittable, needsTwo } from './submission.model.ts'

const MOST_AT_ONCE = 1000
const Reason = z.string().trim().min(1).max(1000)
const Some = z.strictObject({
  conference: ConferenceId,
  participants: z.array(ParticipantId).min(1).max(MOST_AT_ONCE),
})

const unique = <One>(all: readonly One[]) => [...new Set(all)]

/** Hands members in for accreditation; none named: everybody who is a draft or came back. */
export const submit = command('delegations.submit', {
  input: OfDelegation.extend({
    participants: z.array(ParticipantId).max(MOST_AT_ONCE).default([]),
  }),
  conference: (input) => input.conference,
  load: (db, { conference, party }) => knownOf(db, conference, party),
  may: (actor, _, { conference, party }) => speaksForDelegation(actor, conference, party),
  decide(known, { conference, participants }, circumstances) {
    const { delegation, members } = known
    must(delegation, 'delegations.unknown-delegation')
    must(
      isSecretariat(circumstances.actor, conference) || !closedFor(known, circumstances.now),
      'delegations.names-closed',
    )
    const wanted = participants.length > 0 ? new Set(participants) : null
    const people = members.filter(({ id, state }) =>
      wanted ? wanted.has(id) : state === 'draft' || state === 'returned',
    )
    must(
      people.length > 0 && (!wanted || people.length === wanted.size),
      'delegations.nobody-chosen',
    )
    const moves = people.map((one) => moved(one, 'submit', circumstances))
    mustBeSubmittable(people, { ...known, delegation })
    return moves
  },
  save: (db, moves) => saveParticipants(db, moves),
  subject: (_, { conference, party }) => `delegation/${conference}/${party}`,
  answer: (moves) => ({ people: moves.length }),
  touches: (moves) => topicsOfAll(moves.map(({ after }) => after)),
})

/** A decision on people, and the links that go to those who have no focal point. */
interface Decided {
  moves: readonly Move[]
  keys: ReadonlyMap<ParticipantId, string>
}

const load = async (db: Writing, { conference, participants }: z.infer<typeof Some>) => ({
  people: await participantsAmong(db, conference, unique(participants)),
  delegations: await delegationsAt(db, conference),
  verified: await verifiedAt(db, conference),
  ...(await rulesOf(db, conference)),
})
type Loaded = Awaited<ReturnType<typeof load>>

function decided(
  { people }: Loaded,
  participants: readonly ParticipantId[],
  deed: Deed,
  circumstances: Circumstances,
  reason: string | null = null,
): Decided {
  must(people.length === new Set(participants).size, 'delegations.unknown-person')
  const alone = people.filter(({ kind }) => kind !== DELEGATE)
  return {
    moves: people.map((one) => moved(one, deed, circumstances, reason)),
    keys: new Map(alone.map(({ id }) => [id, secretFrom(circumstances.newId)])),
  }
}

/** One letter to each delegation, and one to each person who has none. */
const letters =
  (deed: Deed) =>
  ({ moves, keys }: Decided): Errand[] => {
    const people = moves.map(({ after }) => after)
    const byParty = Map.groupBy(
      people.filter(({ party }) => party !== null),
      ({ party }) => party,
    )
    const errand = (data: Record<string, unknown>): Errand => ({
      job: 'platform.mail',
      data: { mail: 'delegations.decided', deed, ...data },
    })
    const ids = (some: readonly Participant[]) => some.map(({ id }) => id)
    return [
      ...[...byParty].map(([party, some]) =>
        errand({ conference: some[0]?.conference, party, participants: ids(some) }),
      ),
      ...[...keys].map(([participant, key]) => errand({ participant, key })),
    ]
  }

const outcome = {
  async save(db: Writing, { moves, keys }: Decided) {
    await saveParticipants(db, moves)
    for (const { after, now } of moves) {
      const key = keys.get(after.id)
      if (key) await keepKey(db, after.id, key, now)
    }
  },
  subject: ({ moves }: Decided) =>
    moves.length === 1
      ? `participant/${moves[0]?.after.id}`
      : `delegations/${moves[0]?.after.conference}`,
  answer: ({ moves }: Decided) => ({ people: moves.length }),
  touches: ({ moves }: Decided) => topicsOfAll(moves.map(({ after }) => after)),
}

/** The first of two agrees: nothing is decided yet, and nobody is told. */
const agreed = (one: Participant, circumstances: Circumstances): Move =>
  changed(
    one,
    { agreedBy: nameOf(circumstances), agreedVersion: one.version + 1 },
    'agree',
    circumstances,
  )

/** Those of whom the reader is the first of two to agree, and those who are accredited by it. */
function firstOfTwo({ people, rules }: Loaded, circumstances: Circumstances) {
  const by = nameOf(circumstances)
  const waiting = people.filter((one) => needsTwo(rules, one))
  const mine = waiting.filter((one) => agreedOn(one) === by)
  const first = waiting.filter((one) => agreedOn(one) === null)
  must(mine.length < people.length || people.length === 0, 'delegations.second-person')
  return {
    first,
    whole: people.filter((one) => !first.includes(one) && !mine.includes(one)),
  }
}

/** Accredits people, one or many; where two must agree, the first of them agrees by it. */
export const approve = command('delegations.approve', {
  ...outcome,
  input: Some,
  conference: (input) => input.conference,
  load: (db, input) => load(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { participants }, circumstances) {
    must(found.people.length === new Set(participants).size, 'delegations.unknown-person')
    const { first, whole } = firstOfTwo(found, circumstances)
    const ids = whole.map(({ id }) => id)
    const result = decided({ ...found, people: whole }, ids, 'approve', circumstances)
    for (const one of found.people) {
      move(one.state, 'approve')
      const delegation = found.delegations.find(({ party }) => party === one.party)
      const verified = one.party !== null && found.verified.has(one.party)
      mustBeApprovable(one, {
        rules: found.rules,
        delegation: delegation ?? { reply: null, quota: null },
        verified,
      })
    }
    return {
      ...result,
      moves: [...result.moves, ...first.map((one) => agreed(one, circumstances))],
    }
  },
  errands: (result) =>
    letters('approve')({ ...result, moves: result.moves.filter(({ deed }) => deed === 'approve') }),
})

/** Gives people back to those who named them, with what is to be put right. */
export const giveBack = command('delegations.return', {
  ...outcome,
  input: Some.extend({ reason: Reason }),
  conference: (input) => input.conference,
  load: (db, input) => load(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide: (found, { participants, reason }, circumstances) =>
    decided(found, participants, 'return', circumstances, reason),
  errands: letters('return'),
})

/** Does not accredit people, and says why. */
export const refuse = command('delegations.refuse', {
  ...outcome,
  input: Some.extend({ reason: Reason }),
  conference: (input) => input.conference,
  load: (db, input) => load(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide: (found, { participants, reason }, circumstances) =>
    decided(found, participants, 'refuse', circumstances, reason),
  errands: letters('refuse'),
})

/** Looks again at somebody who was refused. */
export const reconsider = command('delegations.reconsider', {
  ...outcome,
  input: Some,
  conference: (input) => input.conference,
  load: (db, input) => load(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide: (found, { participants }, circumstances) =>
    decided(found, participants, 'reconsider', circumstances),
})
