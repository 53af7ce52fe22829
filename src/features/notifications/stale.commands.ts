import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { same } from '../../kernel/same.ts'
import { command } from '../../platform/command/command.ts'
import type { AllTexts } from '../translations/all-texts.queries.ts'
import { TELLER } from './model.ts'
import { grownSince, NOTE_STALE, type Stale } from './stale.ts'

/** Notes how many texts of a conference are stale, so that whoever translates hears of what is new. */
export const noticingStale = (all: AllTexts) =>
  command(NOTE_STALE, {
    input: z.strictObject({ conference: ConferenceId }),
    conference: () => null,
    async load(db, { conference }) {
      const tallies = await all.tally(db, conference)
      return {
        before: await db
          .selectFrom('noticeStale')
          .select(['language', 'count'])
          .where('conference', '=', conference)
          .execute(),
        now: LANGUAGES.map((language): Stale => {
          const own = tallies.filter((one) => one.language === language && one.state === 'stale')
          return { language, count: own.reduce((sum, { count }) => sum + count, 0) }
        }).filter(({ count }) => count > 0),
      }
    },
    may: (actor) => actor.kind === 'system' && actor.id === TELLER.id,
    decide({ before, now }, { conference }) {
      const key = ({ language }: Stale) => LANGUAGES.indexOf(language)
      const known = before.toSorted((a, b) => key(a) - key(b))
      return same(known, now) ? null : { conference, now, grown: grownSince(before, now) }
    },
    async save(db, { conference, now }) {
      await db.deleteFrom('noticeStale').where('conference', '=', conference).execute()
      if (now.length === 0) return
      await db
        .insertInto('noticeStale')
        .values(now.map((one) => ({ conference, ...one })))
        .execute()
    },
    subject: ({ conference }) => `conference/${conference}`,
    touches: () => [],
  })
