import { z } from 'zod'
import { ConferenceId } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { command } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { SIDES } from '../../conferences/settings.model.ts'
import { preparedFor, seenRelease } from '../letters/prepared.queries.ts'
import { maySign } from '../model.ts'
import { draftOf } from '../queries.ts'
import { draftTopic } from './known.commands.ts'
import { signaturesOf } from './sign-off.queries.ts'

/** Agrees, for the host or the United Nations, that the draft is published as it stands. A later change voids it. */
export const signOff = command('programme.sign-off', {
  input: z.strictObject({ conference: ConferenceId, side: z.enum(SIDES) }),
  conference: (input) => input.conference,
  async load(db, { conference }) {
    const zone = (await outlineById(db, conference))?.zone ?? ''
    const prepared = await preparedFor(db, conference)
    const version = seenRelease(zone, await draftOf(db, conference), prepared)
    return { zone, version, signatures: await signaturesOf(db, conference, version) }
  },
  may: (actor, _, { conference, side }) => maySign(actor, conference, side),
  version: ({ version }) => version,
  decide({ zone, version, signatures }, { conference, side }, { actor, now }) {
    must(zone, 'programme.unknown-conference')
    const signedBy = `${actor.kind}/${actor.id}`
    const signed = signatures.some((one) => one.side === side && one.signedBy === signedBy)
    return signed ? null : { conference, version, side, signedBy, signedAt: now }
  },
  save: async (db, row) => {
    await db.insertInto('programmeSignOff').values(row).execute()
  },
  subject: ({ conference, version }) => `programme/${conference}/draft/${version}`,
  touches: (_, { conference }) => draftTopic(conference),
})
