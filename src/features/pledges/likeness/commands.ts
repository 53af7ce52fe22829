import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { command, type Writing } from '../../../platform/command/command.ts'
import {
  changing,
  known,
  load,
  outcome,
  versionOfRecord,
  whose,
} from '../keeping/deeds.commands.ts'
import { nameOf, topicsAtWork } from '../keeping/save.commands.ts'
import { isSecretariat, mayWrite } from '../life.model.ts'
import { LINKS, mustBeSound, PledgeId } from '../model.ts'
import { recordOf } from '../queries.ts'
import { invitedTo } from '../writing/queries.ts'

const Two = z.strictObject({ pledge: PledgeId, other: PledgeId })

const loadBoth = async (db: Writing, { pledge, other }: z.infer<typeof Two>) => ({
  ...(await load(db, { pledge })),
  other: { record: await recordOf(db, other), invited: await invitedTo(db, other) },
})

const UNDER_REVIEW: readonly string[] = ['submitted', 'accepted']

/**
 * Says what a pledge under review has to do with another one: our reading, marked as such. Its author may say otherwise
 * in words of their own.
 */
export const relatePledges = command('pledges.relate', {
  input: Two.extend({ kind: z.enum(LINKS) }),
  conference: () => null,
  load: (db, input) => loadBoth(db, input),
  may: (actor, { record }) => isSecretariat(actor, record?.conference ?? null),
  version: (loaded) => versionOfRecord(loaded),
  decide(loaded, { kind, other: to }, circumstances) {
    const record = known(loaded, circumstances.actor)
    known(loaded.other, circumstances.actor)
    must(UNDER_REVIEW.includes(record.state), 'pledges.cannot-move')
    const links = [
      ...record.terms.links.filter((link) => link.to !== to),
      { kind, to, inferred: true },
    ]
    const terms = { ...record.terms, links }
    mustBeSound(record.id, terms)
    if (same(terms, record.terms)) return null
    return changing(loaded, { ...record, terms }, 'relate', circumstances)
  },
  ...outcome,
})

/** Says that two pledges are two, so that nobody is asked again. */
export const tellApart = command('pledges.tell-apart', {
  input: Two,
  conference: () => null,
  load: (db, input) => loadBoth(db, input),
  may: (actor, { record }) =>
    mayWrite(actor, whose(record)) || isSecretariat(actor, record?.conference ?? null),
  decide(loaded, _, circumstances) {
    const record = known(loaded, circumstances.actor)
    const other = known(loaded.other, circumstances.actor)
    must(record.id !== other.id, 'pledges.linked-to-itself')
    return { record, other, at: circumstances.now, by: nameOf(circumstances) }
  },
  async save(db, { record, other, at, by }) {
    await db
      .insertInto('pledgeApart')
      .values({ pledge: record.id, other: other.id, at, by })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  },
  subject: ({ record }) => `pledge/${record.id}`,
  touches: ({ record }) => topicsAtWork(record),
})
