import { must } from '../../kernel/refusal.ts'
import { same } from '../../kernel/same.ts'
import { revised } from '../../kernel/wording/texts.ts'
import { command } from '../../platform/command/command.ts'
import { outlineById } from '../conferences/queries.ts'
import { maySetNotice, Notice } from './model.ts'
import { noticeOf } from './queries.ts'

/** Says who is responsible for the personal data of a conference; what was said before is kept. */
export const setNotice = command('privacy.set-notice', {
  input: Notice,
  conference: (input) => input.conference,
  load: async (db, { conference }) => ({
    known: (await outlineById(db, conference)) !== null,
    before: await noticeOf(db, conference),
  }),
  may: (actor, _, { conference }) => maySetNotice(actor, conference),
  version: ({ before }) => `${before?.version ?? 0}`,
  decide({ known, before }, given, { actor, now }) {
    const notice = revised(before?.content, given)
    must(known, 'privacy.unknown-conference')
    if (before && same(before.content, notice)) return null
    return { notice, before, now, by: `${actor.kind}/${actor.id}` }
  },
  async save(db, { notice, before, now, by }) {
    const { conference } = notice
    const row = { version: (before?.version ?? 0) + 1, content: JSON.stringify(notice) }
    await db
      .insertInto('privacyNotice')
      .values({ conference, ...row })
      .onConflict((conflict) => conflict.column('conference').doUpdateSet(row))
      .execute()
    if (!before) return
    await db
      .insertInto('privacyNoticeVersion')
      .values({
        conference,
        version: before.version,
        replacedAt: now,
        replacedBy: by,
        content: JSON.stringify(before.content),
      })
      .execute()
  },
  subject: ({ notice }) => `privacy/${notice.conference}`,
  touches: ({ notice }) => ['privacy', `privacy/${notice.conference}`],
})
