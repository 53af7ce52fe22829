import { assign } from '../../../translations/commands.ts'
import { noticeKind } from '../../kind.ts'
import { after } from '../kind.notices.ts'

/** Somebody was asked to translate into some languages. */
export const translationAssigned = noticeKind('translations-assigned', {
  group: 'translations',
  usual: 'at-once',
  least: 'product',
  roles: ['translator'],
  after: [
    after(assign, ({ languages }, { conference, account }) =>
      languages.length === 0
        ? []
        : [
            {
              to: [{ account }],
              facts: { conference, languages },
              at: `/${conference}/desk/translations`,
            },
          ],
    ),
  ],
})
