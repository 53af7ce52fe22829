import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { Day } from '../../../kernel/time.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { outlineById } from '../../conferences/queries.ts'
import { isAgreed, SIDES } from '../../conferences/settings.model.ts'
import { isSecretariat, maySign, move, OfDocument } from '../model.ts'
import { signaturesOf } from '../queries.ts'
import { letterOf } from './drafting.commands.ts'
import { atWork, byOf, documentKnown, done, OUTCOME, standing } from './keep.commands.ts'

const signed = async (db: Writing, of: OfDocument) => {
  const known = await documentKnown(db, of)
  const { draft = null } = known.stored ?? {}
  return { ...known, signatures: draft === null ? [] : await signaturesOf(db, of, draft) }
}

/** Agrees, for the host or the United Nations, that the circulated draft is adopted. A later draft voids it. */
export const signOff = command('outcome-documents.sign-off', {
  input: OfDocument.extend({ side: z.enum(SIDES) }),
  conference: (input) => input.conference,
  load: (db, input) => signed(db, input),
  may: (actor, _, { conference, side }) => maySign(actor, conference, side),
  version: ({ stored }) => versionOf(stored?.draft ?? null),
  decide(known, { conference, document, side }, circumstances) {
    const { draft, state } = standing(known, circumstances.now)
    must(
      draft !== null && state !== 'adopted' && state !== 'closed',
      'outcome-documents.no-sign-off',
    )
    const signedBy = byOf(circumstances)
    const before = known.signatures.some((one) => one.side === side && one.signedBy === signedBy)
    return before
      ? null
      : { conference, document, draft, side, signedBy, signedAt: circumstances.now }
  },
  save: async (db, row) => {
    await db.insertInto('outcomeSignOff').values(row).execute()
  },
  subject: ({ conference, document }) => `outcome-document/${conference}/${document}`,
  touches: (row) => [atWork(row)],
})

/** Adopts the circulated draft, on a day; from then on everybody reads it, and delegations endorse it. */
export const adopt = command('outcome-documents.adopt', {
  input: OfDocument.extend({ on: Day }),
  conference: (input) => input.conference,
  load: async (db, input) => ({
    ...(await signed(db, input)),
    zone: (await outlineById(db, input.conference))?.zone ?? 'UTC',
  }),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ stored }) => versionOf(stored?.draft ?? null),
  decide(known, { on }, circumstances) {
    const row = standing(known, circumstances.now)
    const state = move(row.state, 'adopt')
    const today = circumstances.now.toZonedDateTimeISO(known.zone).toPlainDate().toString()
    must(on <= today, 'outcome-documents.not-yet')
    must(isAgreed(row.settings.signOffs, known.signatures), 'outcome-documents.not-signed')
    return done({ ...row, state, adoptedOn: on }, 'adopt', circumstances)
  },
  ...OUTCOME,
  errands: ({ row }) => letterOf('adopted', row),
})

const turning = (name: 'close' | 'reopen') =>
  command(`outcome-documents.${name}`, {
    input: OfDocument,
    conference: (input) => input.conference,
    load: (db, input) => documentKnown(db, input),
    may: (actor, _, { conference }) => isSecretariat(actor, conference),
    decide(known, _, circumstances) {
      const row = standing(known, circumstances.now)
      return done({ ...row, state: move(row.state, name) }, name, circumstances)
    },
    ...OUTCOME,
  })

/** Closes the list: nobody endorses any more; what was said stays. */
export const close = turning('close')
/** Opens the list again. */
export const reopen = turning('reopen')
