import { z } from 'zod'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { must, Refusal } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { isListedOn, type Party } from '../../parties/model.ts'
import { everyParty } from '../../parties/queries.ts'
import { delegationOf, delegationsAt, rulesOf } from '../queries.ts'
import { type Changed, changed, nameOf, saveDelegations, topicsOf } from '../save.commands.ts'
import { isSecretariat } from '../who.model.ts'
import { readLines } from './lines.ts'
import { type Delegation, Invitation, move, OfDelegation } from './model.ts'

const MOST_PARTIES = 400
const LONGEST_LIST = 100_000

const load = async (db: Writing, { conference }: { conference: ConferenceId }) => ({
  known: (await outlineById(db, conference)) !== null,
  ...(await rulesOf(db, conference)),
  parties: await everyParty(db),
  delegations: await delegationsAt(db, conference),
})

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** A delegation that nobody has written to yet. */
const unwritten = (
  conference: ConferenceId,
  party: PartyCode,
  invitation: Invitation,
): Delegation => ({
  conference,
  party,
  state: 'prepared',
  version: 1,
  invitation,
  reply: null,
  sentAt: null,
  remindedAt: null,
  quota: null,
})

const outcome = {
  save: (db: Writing, all: readonly Changed[]) => saveDelegations(db, all),
  answer: (all: readonly Changed[]) => ({ prepared: all.length }),
}

/** Every state of today, and whoever else is named: those of whom a list is made. */
const chosen = (parties: readonly Party[], codes: readonly PartyCode[], today: string) =>
  codes.length === 0
    ? parties.filter((party) => party.kind !== 'organisation' && isListedOn(party, today))
    : parties.filter(({ code }) => codes.includes(code))

/** Begins an invitation to each of some parties, or to every state; those that have one keep it. */
export const prepareInvitations = command('delegations.prepare-invitations', {
  input: z.strictObject({
    conference: ConferenceId,
    /** None: every Member State and observer State of today. */
    parties: z.array(PartyCode).max(MOST_PARTIES).default([]),
    addressedTo: Invitation.shape.addressedTo,
  }),
  conference: (input) => input.conference,
  load: (db, input) => load(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference, parties, addressedTo }, circumstances) {
    must(found.known, 'delegations.unknown-conference')
    const all = chosen(found.parties, parties, dayOf(circumstances.now))
    must(all.length === parties.length || parties.length === 0, 'delegations.unknown-party')
    const known = new Set(found.delegations.map(({ party }) => party))
    const { language } = found.rules
    const invitation: Invitation = { language, addressedTo, addresses: [], note: null }
    const begun = all
      .filter(({ code }) => !known.has(code))
      .map(
        ({ code }): Changed => ({
          after: unwritten(conference, code, invitation),
          before: null,
          deed: 'prepare-invitations',
          by: nameOf(circumstances),
          now: circumstances.now,
        }),
      )
    return begun.length === 0 ? null : begun
  },
  ...outcome,
  subject: (_, { conference }) => `delegations/${conference}`,
  touches: (all, { conference }) => topicsOf(conference, ...all.map(({ after }) => after.party)),
})

/** Reads a list of addresses into the invitations; a party that is not among them yet is added. */
export const readAddresses = command('delegations.read-addresses', {
  input: z.strictObject({
    conference: ConferenceId,
    lines: z.string().trim().min(1).max(LONGEST_LIST),
    addressedTo: Invitation.shape.addressedTo,
  }),
  conference: (input) => input.conference,
  load: (db, input) => load(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(found, { conference, lines: text, addressedTo }, circumstances) {
    must(found.known, 'delegations.unknown-conference')
    const { lines, doubts } = readLines(text, found.parties, {
      today: dayOf(circumstances.now),
      language: found.rules.language,
      addressedTo,
    })
    if (doubts.length > 0 || lines.length === 0) {
      const fields = doubts.map(({ number, what }) => ({
        path: ['lines'],
        code: `delegations.line-${what}`,
        values: { line: number },
      }))
      throw new Refusal('delegations.unreadable-list', 422, {}, fields)
    }
    const all = lines.flatMap(({ party, invitation }): Changed[] => {
      const before = found.delegations.find((one) => one.party === party)
      if (before?.invitation && same(before.invitation, invitation)) return []
      if (before) {
        return [
          changed(
            before,
            { invitation, state: move(before.state, 'revise') },
            'read-addresses',
            circumstances,
          ),
        ]
      }
      const after = unwritten(conference, party, invitation)
      const by = nameOf(circumstances)
      return [{ after, before: null, deed: 'read-addresses', by, now: circumstances.now }]
    })
    return all.length === 0 ? null : all
  },
  ...outcome,
  subject: (_, { conference }) => `delegations/${conference}`,
  touches: (all, { conference }) => topicsOf(conference, ...all.map(({ after }) => after.party)),
})

/** Changes to whom an invitation goes, in which language and by which note. */
export const changeInvitation = command('delegations.change-invitation', {
  input: OfDelegation.extend({ invitation: Invitation }),
  conference: (input) => input.conference,
  load: (db, { conference, party }) => delegationOf(db, conference, party),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: (delegation) => `${delegation?.version ?? 0}`,
  decide(delegation, { invitation }, circumstances) {
    must(delegation, 'delegations.unknown-delegation')
    if (same(delegation.invitation, invitation)) return null
    const state = move(delegation.state, 'revise')
    return [changed(delegation, { invitation, state }, 'change-invitation', circumstances)]
  },
  ...outcome,
  subject: (_, { conference, party }) => `delegation/${conference}/${party}`,
  touches: (_, { conference, party }) => topicsOf(conference, party),
})
