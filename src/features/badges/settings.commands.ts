import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { command } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { Settings } from './model.ts'
import { settingsOf } from './queries.ts'

/** Says what badges there are, and which doors they open. */
export const setBadges = command('badges.set', {
  input: Settings,
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    known: (await outlineById(db, conference)) !== null,
    before: await settingsOf(db, conference),
  }),
  may: (actor, _, { conference }) => isSecretariat(actor, conference),
  version: ({ before }) => `${before.version}`,
  decide({ known, before }, given) {
    must(known, 'badges.unknown-conference')
    const settings = revised(before.version > 0 ? before.settings : null, given)
    if (before.version > 0 && same(before.settings, settings)) return null
    return { settings, version: before.version + 1 }
  },
  async save(db, { settings, version }) {
    const row = { version, content: JSON.stringify(settings) }
    await db
      .insertInto('badgeSettings')
      .values({ conference: settings.conference, ...row })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet(row))
      .execute()
  },
  subject: ({ settings }) => `badge-settings/${settings.conference}`,
  answer: ({ version }) => ({ version }),
  touches: ({ settings }) => [`badges/${settings.conference}`],
})
