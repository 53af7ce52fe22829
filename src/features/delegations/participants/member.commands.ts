import { z } from 'zod'
import type { Actor } from '../../../kernel/actor.ts'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must, Refusal } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { OfDelegation, sendsPeople } from '../invitations/model.ts'
import { isSecretariat, speaksForDelegation } from '../who.model.ts'
import { afterChange, changedIn } from './fields.model.ts'
import { closedFor, type Known, knownOf } from './known.commands.ts'
import { isThere } from './life.model.ts'
import { DELEGATE, ParticipantId, Person } from './model.ts'
import { type Participant, participantOf } from './queries.ts'
import { begun, changed, type Move, moved, saveParticipants, topicsOfAll } from './save.commands.ts'
import { lacksPhoto, mustBeSubmittable } from './submission.model.ts'

const Reason = z.string().trim().min(1).max(1000)

/** A person, and the delegation around them. */
const loaded = async (
  db: Writing,
  { conference, participant }: { conference: ConferenceId; participant: ParticipantId },
) => {
  const found = await participantOf(db, participant)
  const member = found?.conference === conference && found.kind === DELEGATE ? found : null
  return { member, known: member?.party ? await knownOf(db, conference, member.party) : null }
}
type Loaded = Awaited<ReturnType<typeof loaded>>

const mayTouch = (actor: Actor, { member }: Loaded, conference: ConferenceId): boolean =>
  member?.party
    ? speaksForDelegation(actor, conference, member.party)
    : isSecretariat(actor, conference)

/** One head leads a delegation. */
function mustHaveOneHead(person: Person, id: string | null, members: readonly Participant[]): void {
  const other = members.some(
    (one) => one.id !== id && one.person?.place === 'head' && isThere(one.state),
  )
  must(person.place !== 'head' || !other, 'delegations.two-heads')
}

/** New names come in while names are open; the secretariat may add one later. */
function mustBeOpen(known: Known, conference: string, { actor, now }: Circumstances): void {
  must(isSecretariat(actor, conference) || !closedFor(known, now), 'delegations.names-closed')
}

/** The delegation, to which somebody can be added. */
function mustSend({ delegation }: Known) {
  must(delegation, 'delegations.unknown-delegation')
  must(sendsPeople(delegation), 'delegations.sends-nobody')
  return delegation
}

/** What a person lacks is said at the field of the form that would bring it. */
function mustBeHandedIn(person: Participant, known: Known): void {
  const delegation = mustSend(known)
  if (lacksPhoto(known.rules, delegation, person)) {
    const code = 'delegations.photo-missing'
    throw new Refusal(code, 409, {}, [{ path: ['person', 'photo'], code }])
  }
  mustBeSubmittable([person], { ...known, delegation })
}

const photos = (moves: readonly Move[]): Errand[] =>
  moves.flatMap(({ after, before }) =>
    after.person?.photo && after.person.photo !== before?.person?.photo
      ? [{ job: 'delegations.portrait', data: { participant: after.id, file: after.person.photo } }]
      : [],
  )

const outcome = {
  save: (db: Writing, moves: readonly Move[]) => saveParticipants(db, moves),
  subject: (moves: readonly Move[]) => `participant/${moves.at(-1)?.after.id}`,
  answer: (moves: readonly Move[]) => ({
    participant: moves.at(-1)?.after.id ?? '',
    state: moves.at(-1)?.after.state ?? '',
  }),
  touches: (moves: readonly Move[]) => topicsOfAll(moves.map(({ after }) => after)),
  errands: photos,
}

/** Names a member of a delegation, as a draft or handed in at once. */
export const addMember = command('delegations.add-member', {
  ...outcome,
  input: OfDelegation.extend({ person: Person, submit: z.boolean().default(false) }),
  conference: (input) => input.conference,
  load: (db, { conference, party }) => knownOf(db, conference, party),
  may: (actor, _, { conference, party }) => speaksForDelegation(actor, conference, party),
  decide(known, { conference, party, person, submit }, circumstances) {
    mustSend(known)
    mustBeOpen(known, conference, circumstances)
    mustHaveOneHead(person, null, known.members)
    const id = ParticipantId.parse(circumstances.newId())
    const state = submit ? 'submitted' : 'draft'
    const move = begun(
      { id, conference, kind: DELEGATE, party, state, person },
      'add-member',
      circumstances,
    )
    if (submit) mustBeHandedIn(move.after, known)
    return [move]
  },
})

/** Changes what is said of a member; what was vetted before is vetted again. */
export const changeMember = command('delegations.change-member', {
  ...outcome,
  input: z.strictObject({
    conference: ConferenceId,
    participant: ParticipantId,
    person: Person,
    submit: z.boolean().default(false),
  }),
  conference: (input) => input.conference,
  load: (db, input) => loaded(db, input),
  may: (actor, found, { conference }) => mayTouch(actor, found, conference),
  version: ({ member }) => `${member?.version ?? 0}`,
  decide({ member, known }, { conference, person, submit }, circumstances) {
    must(member?.person && known, 'delegations.unknown-person')
    const { actor, now } = circumstances
    const fields = changedIn(member.person, person)
    moved(member, 'revise', circumstances)
    mustHaveOneHead(person, member.id, known.members)
    const state = afterChange(member.state, fields, {
      secretariat: isSecretariat(actor, conference),
      closed: closedFor(known, now),
    })
    const portrait = fields.includes('photo')
      ? person.photo
        ? 'expected'
        : 'none'
      : member.portrait
    const news = { person, state, portrait, rank: person.rank } as const
    const revised = changed(member, news, 'change-member', circumstances)
    const handsIn = submit && (state === 'draft' || state === 'returned')
    if (fields.length === 0 && !handsIn) return null
    if (!handsIn) return [revised]
    mustBeOpen(known, conference, circumstances)
    mustBeHandedIn(revised.after, known)
    return [
      {
        ...revised,
        after: {
          ...moved(revised.after, 'submit', circumstances).after,
          version: revised.after.version,
        },
      },
    ]
  },
})

/** Another person comes instead of a member, also after names are closed; the reason is kept. */
export const substituteMember = command('delegations.substitute-member', {
  ...outcome,
  input: z.strictObject({
    conference: ConferenceId,
    participant: ParticipantId,
    person: Person,
    reason: Reason,
  }),
  conference: (input) => input.conference,
  load: (db, input) => loaded(db, input),
  may: (actor, found, { conference }) => mayTouch(actor, found, conference),
  version: ({ member }) => `${member?.version ?? 0}`,
  decide({ member, known }, { conference, person, reason }, circumstances) {
    must(member?.party && known, 'delegations.unknown-person')
    const gone = moved(member, 'withdraw', circumstances, reason)
    mustHaveOneHead(person, member.id, known.members)
    const comes = begun(
      {
        id: ParticipantId.parse(circumstances.newId()),
        conference,
        kind: DELEGATE,
        party: member.party,
        state: 'submitted',
        person,
        replaces: member.id,
      },
      'substitute-member',
      circumstances,
    )
    const members = known.members.map((one) => (one.id === member.id ? gone.after : one))
    mustBeHandedIn(comes.after, { ...known, members })
    return [gone, comes]
  },
})

/** Somebody does not come. */
export const withdrawMember = command('delegations.withdraw-member', {
  ...outcome,
  input: z.strictObject({ conference: ConferenceId, participant: ParticipantId, reason: Reason }),
  conference: (input) => input.conference,
  load: (db, input) => loaded(db, input),
  may: (actor, found, { conference }) => mayTouch(actor, found, conference),
  decide({ member }, { reason }, circumstances) {
    must(member, 'delegations.unknown-person')
    return [moved(member, 'withdraw', circumstances, reason)]
  },
})
