import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { allows, must } from '../../../kernel/refusal.ts'
import {
  type Circumstances,
  command,
  type Errand,
  type Writing,
} from '../../../platform/command/command.ts'
import { FOCAL_POINT, type LetIn, letIn } from '../../people/letting-in.commands.ts'
import { delegationsAt } from '../queries.ts'
import { type Changed, changed, saveDelegations, topicsOf } from '../save.commands.ts'
import { isSecretariat } from '../who.model.ts'
import { type Delegation, move, mustBeSendable } from './model.ts'

const MOST_PARTIES = 400

const Chosen = z.strictObject({
  conference: ConferenceId,
  /** None: all that wait. */
  parties: z.array(PartyCode).max(MOST_PARTIES).default([]),
})
type Chosen = z.infer<typeof Chosen>

const among = (delegations: readonly Delegation[], { parties }: Chosen) =>
  parties.length === 0 ? delegations : delegations.filter(({ party }) => parties.includes(party))

/** Whoever is written to may answer. */
const focalPointsOf = ({ conference, party, invitation }: Delegation): LetIn[] =>
  (invitation?.addresses ?? []).map((address) => ({
    address,
    name: (invitation?.addressedTo ?? address).slice(0, 120),
    language: invitation?.language ?? 'en',
    role: FOCAL_POINT,
    conference,
    party,
  }))

interface Sent {
  all: readonly Changed[]
  circumstances: Circumstances
  /** Chosen, and not sent: without an address, or no longer waiting. */
  left: number
}

const lettersTo = (mail: string, { all }: Sent): Errand[] =>
  all.map(({ after: { conference, party, version, invitation } }) => ({
    job: 'platform.mail',
    data: { mail, conference, party, version, letters: invitation?.addresses.length ?? 0 },
  }))

const shared = {
  input: Chosen,
  conference: (input: Chosen) => input.conference,
  load: (db: Writing, { conference }: Chosen) => delegationsAt(db, conference),
  subject: (_: Sent, { conference }: Chosen) => `delegations/${conference}`,
  answer: ({ all, left }: Sent) => ({ sent: all.length, left }),
  touches: ({ all }: Sent, { conference }: Chosen) =>
    topicsOf(conference, ...all.map(({ after }) => after.party)),
}

function sending(
  delegations: readonly Delegation[],
  input: Chosen,
  isReady: (delegation: Delegation) => boolean,
  news: (delegation: Delegation) => Partial<Delegation>,
  deed: string,
  circumstances: Circumstances,
): Sent {
  const chosen = among(delegations, input)
  const ready = chosen.filter(isReady)
  must(ready.length > 0, 'delegations.nobody-to-write-to')
  return {
    all: ready.map((one) => changed(one, news(one), deed, circumstances)),
    circumstances,
    left: chosen.length - ready.length,
  }
}

/** Sends the invitations that are ready: whoever has no address yet waits. */
export const inviteParties = command('delegations.invite-parties', {
  ...shared,
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide: (delegations, input, circumstances) =>
    sending(
      delegations,
      input,
      // Those who were written to before are written to again only where they are named.
      (one) =>
        allows(() => mustBeSendable(one)) && (input.parties.length > 0 || one.state === 'prepared'),
      ({ state }) => ({ state: move(state, 'send'), sentAt: circumstances.now }),
      'invite-parties',
      circumstances,
    ),
  async save(db, { all, circumstances }) {
    await saveDelegations(db, all)
    await letIn(
      db,
      all.flatMap(({ after }) => focalPointsOf(after)),
      circumstances,
    )
  },
  touches: (sent, input) => [...shared.touches(sent, input), `people/${input.conference}`],
  errands: (sent) => lettersTo('delegations.invitation', sent),
})

/** Reminds those who were invited and have not answered. */
export const remindParties = command('delegations.remind-parties', {
  ...shared,
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide: (delegations, input, circumstances) =>
    sending(
      delegations,
      input,
      ({ state, invitation }) => state === 'sent' && (invitation?.addresses.length ?? 0) > 0,
      ({ state }) => ({ state: move(state, 'remind'), remindedAt: circumstances.now }),
      'remind-parties',
      circumstances,
    ),
  save: (db, { all }) => saveDelegations(db, all),
  errands: (sent) => lettersTo('delegations.reminder', sent),
})
