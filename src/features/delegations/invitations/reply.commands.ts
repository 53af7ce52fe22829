import { z } from 'zod'
import { speaksFor } from '../../../kernel/actor.ts'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Day } from '../../../kernel/time.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import { outlineById } from '../../conferences/queries.ts'
import { partyOf } from '../../parties/queries.ts'
import { delegationOf } from '../queries.ts'
import { type Changed, changed, nameOf, saveDelegations, topicsOf } from '../save.commands.ts'
import { isSecretariat, speaksForDelegation } from '../who.model.ts'
import { type Delegation, move, mustBeWhole, Note, OfDelegation, Reply } from './model.ts'

const outcome = {
  subject: ({ after: { conference, party } }: Changed) => `delegation/${conference}/${party}`,
  touches: ({ after: { conference, party } }: Changed) => topicsOf(conference, party),
  save: (db: Writing, change: Changed) => saveDelegations(db, [change]),
}
const versionOf = (delegation: Delegation | null) => `${delegation?.version ?? 0}`

const SAID_THE_SAME = ({ mode, level, note }: Reply) => ({ mode, level, note })

/**
 * A party answers: its focal point does, or the secretariat records what a note says. A party that was not invited may
 * ask to take part by a note of its own. A later answer takes the place of an earlier one, which is kept.
 */
export const reply = command('delegations.reply', {
  ...outcome,
  conference: (input) => input.conference,
  input: OfDelegation.extend({
    mode: Reply.shape.mode,
    level: Reply.shape.level.default(null),
    note: Note.nullable().default(null),
    /** The day of the answer; today where nothing is said. */
    on: Day.nullable().default(null),
  }),
  load: async (db, { conference, party }) => ({
    delegation: await delegationOf(db, conference, party),
    known: (await outlineById(db, conference)) && (await partyOf(db, party)) !== null,
  }),
  may: (actor, _, { conference, party }) => speaksForDelegation(actor, conference, party),
  version: ({ delegation }) => versionOf(delegation),
  decide({ delegation, known }, { conference, party, mode, level, note, on }, circumstances) {
    must(known, 'delegations.unknown-delegation')
    const { actor, now } = circumstances
    const recorded = !speaksFor(actor, conference, party)
    const answer: Reply = {
      mode,
      level: mode === 'not-attending' ? null : level,
      note,
      on: on ?? now.toZonedDateTimeISO('UTC').toPlainDate().toString(),
      recorded,
    }
    mustBeWhole(answer)
    if (!delegation) {
      must(recorded, 'delegations.not-invited')
      const after: Delegation = {
        conference,
        party,
        state: 'answered',
        version: 1,
        invitation: null,
        reply: answer,
        sentAt: null,
        remindedAt: null,
        quota: null,
      }
      return { after, before: null, deed: 'reply', by: nameOf(circumstances), now }
    }
    if (delegation.reply && same(SAID_THE_SAME(delegation.reply), SAID_THE_SAME(answer)))
      return null
    const state = move(delegation.state, 'answer')
    return changed(delegation, { state, reply: answer }, 'reply', circumstances)
  },
})

/** Lets one delegation bring more people than others of its kind, or as many again. */
export const setQuota = command('delegations.set-quota', {
  ...outcome,
  conference: (input) => input.conference,
  input: OfDelegation.extend({
    /** Null: as many as all others of its kind. */
    quota: z.int().min(1).max(500).nullable(),
    reason: z.string().trim().min(1).max(400),
  }),
  load: (db, { conference, party }) => delegationOf(db, conference, party),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: versionOf,
  decide(delegation, { quota, reason }, circumstances) {
    must(delegation, 'delegations.unknown-delegation')
    if (delegation.quota === quota) return null
    return changed(delegation, { quota }, 'set-quota', circumstances, reason)
  },
})
