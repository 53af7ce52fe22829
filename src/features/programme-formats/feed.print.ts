import { sayTimeRange } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import { type Element, element } from '../../kernel/documents/markup.ts'
import type { Text } from '../../kernel/text.ts'
import { say as sayInUi } from '../../ui/words.ts'
import type { Outline } from '../conferences/outline.ts'
import type { Place as Seat } from '../programme/model.ts'
import type { ChangedSession, Difference } from '../programme/release.ts'
import { sayChange, sayTerm } from '../programme/terms.print.ts'
import type { Place } from './calendar.print.ts'
import { sayText } from './lines.print.ts'
import { say } from './words.ts'

/** A release, and what it changed; the first one changed nothing. */
export interface ReleaseNote {
  number: number
  at: Temporal.Instant
  note: Text
  difference: Difference | null
}

/** The public differences between releases as Atom (RFC 4287): an entry a release, newest first. */
export function changesFeed(
  { origin, language }: Place,
  conference: Outline,
  releases: readonly ReleaseNote[],
): Element {
  const home = `${origin}/${language}/${conference.id}`
  const stamp = (instant: Temporal.Instant) => instant.toString({ smallestUnit: 'second' })

  const sayPlace = ({ day, start, end }: Seat) =>
    [sayDay(language, day), start && sayTimeRange(language, start, end)]
      .filter((part) => part !== null)
      .join(say(language, 'comma'))

  const sayChanged = ({ title, changes, place, placeBefore }: ChangedSession) =>
    [
      say(language, 'pair', {
        label: sayText(language, title),
        words: changes.map((change) => sayChange(language, change)).join(say(language, 'comma')),
      }),
      sayPlace(place),
      ...(placeBefore
        ? [
            say(language, 'pair', {
              label: sayTerm(language, 'formerly'),
              words: sayPlace(placeBefore),
            }),
          ]
        : []),
    ].join('\n')

  const content = ({ note, difference }: ReleaseNote) =>
    [
      sayText(language, note),
      ...(difference?.zone ? [sayTerm(language, 'changes.zone')] : []),
      ...(difference?.sessions.map(sayChanged) ?? []),
    ].join('\n\n')

  const entry = (release: ReleaseNote) =>
    element('entry', {}, [
      element('id', {}, `urn:plenum:${conference.id}:programme:${release.number}`),
      element('title', {}, say(language, 'release', { number: release.number })),
      element('updated', {}, stamp(release.at)),
      element('link', { href: `${home}/changes#release-${release.number}`, rel: 'alternate' }),
      element('content', { type: 'text' }, content(release)),
    ])

  return element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    element('id', {}, `urn:plenum:${conference.id}:programme`),
    element(
      'title',
      {},
      say(language, 'pair', {
        label: sayTerm(language, 'changes'),
        words: sayText(language, conference.shortName),
      }),
    ),
    element('updated', {}, stamp(releases[0]?.at ?? Temporal.Instant.fromEpochMilliseconds(0))),
    element('author', {}, [element('name', {}, 'Plenum')]),
    element('rights', {}, sayInUi(language, 'notice.sample')),
    element('link', { href: `${home}/changes`, rel: 'alternate', type: 'text/html' }),
    element('link', { href: `${home}/changes.atom`, rel: 'self', type: 'application/atom+xml' }),
    ...releases.map(entry),
  ])
}
