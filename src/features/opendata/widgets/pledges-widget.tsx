import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import type { Line } from '../../pledges/find/lines.ts'
import { say } from '../words.ts'

/** Pledges that a frame shows: the page has the rest. */
export const MOST = 25

/** The pledges of a party, with the edition and the last public report of each. */
export function PledgesWidget({
  language,
  lines,
  total,
  editions,
  origin,
}: {
  language: Language
  lines: readonly Line[]
  total: number
  editions: ReadonlyMap<string, Outline>
  origin: string
}) {
  if (lines.length === 0) return <p>{say(language, 'widget.none')}</p>
  return (
    <>
      <ul>
        {lines.slice(0, MOST).map((line) => (
          <li>
            <a href={origin + hrefOf(language, `/pledges/${line.id}`)} rel="noopener">
              <Words in={readingOf(line.title, language)} language={language} />
            </a>
            <br />
            <small>
              <Edition language={language} edition={editions.get(line.conference ?? '')} />
              {say(language, 'widget.last-report')}:{' '}
              {line.standing.reportedOn
                ? sayPartialDay(language, line.standing.reportedOn)
                : say(language, 'widget.no-report')}
            </small>
          </li>
        ))}
      </ul>
      {total > MOST && (
        <p>
          <small>
            {say(language, 'widget.more', {
              shown: sayNumber(language, Math.min(MOST, lines.length)),
              total: sayNumber(language, total),
            })}
          </small>
        </p>
      )}
    </>
  )
}

const Edition = ({ language, edition }: { language: Language; edition: Outline | undefined }) =>
  edition ? (
    <>
      <Words in={readingOf(edition.shortName, language)} language={language} />
      {' · '}
    </>
  ) : null
