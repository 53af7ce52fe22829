import { z } from 'zod'
import { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import { Clock, Day, instantAt } from '../../../kernel/time.ts'
import { command } from '../../../platform/command/command.ts'
import { versionOf } from '../../../platform/command/version.ts'
import { outlineById } from '../../conferences/queries.ts'
import { partyOf } from '../../parties/queries.ts'
import { isSecretariat, move, OfDocument, speaksForDelegation } from '../model.ts'
import { letterOf } from './drafting.commands.ts'
import { documentKnown, done, OUTCOME, standing } from './keep.commands.ts'

/**
 * Begins a silence procedure on the draft that was circulated: it is agreed at the deadline, unless a delegation
 * objects before. The deadline is a time of the conference's zone.
 */
export const beginSilence = command('outcome-documents.begin-silence', {
  input: OfDocument.extend({ day: Day, time: Clock }),
  conference: (input) => input.conference,
  load: async (db, input) => ({
    ...(await documentKnown(db, input)),
    zone: (await outlineById(db, input.conference))?.zone ?? 'UTC',
  }),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ stored }) => versionOf([stored?.state ?? null, stored?.draft ?? null]),
  decide(known, { day, time }, circumstances) {
    const row = standing(known, circumstances.now)
    const state = move(row.state, 'begin-silence')
    const deadline = instantAt(day, time, known.zone)
    must(
      Temporal.Instant.compare(circumstances.now, deadline) < 0,
      'outcome-documents.deadline-past',
    )
    return done({ ...row, state, deadline }, 'begin-silence', circumstances, { deadline })
  },
  ...OUTCOME,
  errands: ({ row }) => letterOf('silence', row),
})

/** Objects before the deadline: the draft goes back to work. Afterwards nobody can. */
export const object = command('outcome-documents.object', {
  input: OfDocument.extend({ party: PartyCode, reason: z.string().trim().min(1).max(4000) }),
  conference: (input) => input.conference,
  load: async (db, input) => ({
    ...(await documentKnown(db, input)),
    party: await partyOf(db, input.party),
  }),
  may: (actor, _, { conference, party }) =>
    speaksForDelegation(actor, conference, party) || isSecretariat(actor, conference),
  decide(known, { party, reason }, circumstances) {
    must(known.party, 'outcome-documents.unknown-party')
    const row = standing(known, circumstances.now)
    const state = move(row.state, 'object')
    return done({ ...row, state }, 'object', circumstances, {
      party,
      reason,
      deadline: row.deadline,
    })
  },
  ...OUTCOME,
  errands: ({ row }) => letterOf('objection', row),
})

/** Ends a silence procedure before its time: the draft is circulated as before, and nothing is agreed. */
export const stopSilence = command('outcome-documents.stop-silence', {
  input: OfDocument,
  conference: (input) => input.conference,
  load: (db, input) => documentKnown(db, input),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  decide(known, _, circumstances) {
    const row = standing(known, circumstances.now)
    const state = move(row.state, 'stop-silence')
    return done({ ...row, state, deadline: null }, 'stop-silence', circumstances)
  },
  ...OUTCOME,
})
