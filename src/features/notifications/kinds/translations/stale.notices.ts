import { ConferenceId } from '../../../../kernel/ids.ts'
import { assignmentsOf } from '../../../translations/queries.ts'
import { noticeKind } from '../../kind.ts'
import type { noticingStale } from '../../stale.commands.ts'
import { NOTE_STALE } from '../../stale.ts'
import { afterLooking } from '../kind.notices.ts'

type Command = ReturnType<typeof noticingStale>

/** Wordings were changed since they were translated: those hear who translate into the languages. */
export const translationsStale = noticeKind('translations-stale', {
  group: 'translations',
  usual: 'digest',
  least: 'off',
  roles: ['translator'],
  after: [
    afterLooking(
      { name: NOTE_STALE } as Command,
      (db, { conference }) => assignmentsOf(db, ConferenceId.parse(conference)),
      (assignments, { conference, grown }) =>
        [...assignments].flatMap(([account, languages]) => {
          const own = grown.filter(({ language }) => languages.includes(language))
          const count = own.reduce((sum, one) => sum + one.count, 0)
          return count === 0
            ? []
            : [
                {
                  to: [{ account }],
                  facts: { conference, count, languages: own.map(({ language }) => language) },
                  at: `/${conference}/desk/translations?state=stale`,
                },
              ]
        }),
    ),
  ],
})
