import { z } from 'zod'
import { must } from '../../../kernel/refusal.ts'
import { same } from '../../../kernel/same.ts'
import { Text } from '../../../kernel/text.ts'
import { command } from '../../../platform/command/command.ts'
import { mayRecord } from '../life.model.ts'
import { PledgeId } from '../model.ts'
import { recordOf, retirementOf } from '../queries.ts'

/** Says that an identifier, once given, is no longer a pledge, and why: whoever cited it is not left without a word. */
export const retireIdentifier = command('pledges.retire', {
  input: z.strictObject({ pledge: PledgeId, why: Text }),
  conference: () => null,
  load: async (db, { pledge }) => ({
    record: await recordOf(db, pledge),
    retirement: await retirementOf(db, pledge),
  }),
  may: mayRecord,
  decide({ record, retirement }, { why }) {
    must(!record, 'pledges.identifier-taken')
    return same(retirement, why) ? null : { why: JSON.stringify(why) }
  },
  save: (db, row, { pledge }) =>
    db
      .insertInto('pledgeRetired')
      .values({ id: pledge, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute()
      .then(() => undefined),
  subject: (_, { pledge }) => `pledge/${pledge}`,
  touches: (_, { pledge }) => [`pledges/${pledge}`],
})
