import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { command } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { rulesOf } from './queries.ts'
import { mustBeSound, Rules } from './rules.model.ts'
import { topicsOf } from './save.commands.ts'
import { isSecretariat } from './who.model.ts'

/** Says what a conference asks of its delegations. */
export const setRules = command('delegations.set-rules', {
  input: Rules,
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    known: (await outlineById(db, conference)) !== null,
    before: await rulesOf(db, conference),
  }),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ before }) => `${before.version}`,
  decide({ known, before }, given) {
    const rules = before.version > 0 ? revised(before.rules, given) : given
    must(known, 'delegations.unknown-conference')
    mustBeSound(rules)
    if (before.version > 0 && same(before.rules, rules)) return null
    return { rules, version: before.version + 1 }
  },
  async save(db, { rules, version }) {
    const row = { version, content: JSON.stringify(rules) }
    await db
      .insertInto('delegationRules')
      .values({ conference: rules.conference, ...row })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet(row))
      .execute()
  },
  subject: ({ rules }) => `delegation-rules/${rules.conference}`,
  answer: ({ version }) => ({ version }),
  touches: ({ rules }) => topicsOf(rules.conference),
})
