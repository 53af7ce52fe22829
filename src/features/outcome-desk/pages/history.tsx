import type { FormReader } from '../../../ui/form/attempt.ts'
import { Notice } from '../../../ui/notices.tsx'
import { DayOf } from '../../outcome-documents/pages/marks.tsx'
import type { AtWork } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

/** Everything that was done to a document, newest first. */
export function History({ work, viewer: { language } }: { work: AtWork; viewer: FormReader }) {
  const { deeds, zone } = work
  if (deeds.length === 0) return null
  return (
    <details>
      <summary>{say(language, 'history')}</summary>
      <ul>
        {deeds.map(({ deed, at, by, draft, deadline, party, reason }) => (
          <li>
            <DayOf at={at} language={language} zone={zone} /> {timeIn(at, zone)}
            {' · '}
            {say(language, `deed.${deed as 'draft'}`)}
            {draft !== null && (
              <>
                {' · '}
                {say(language, 'draft', { number: draft })}
              </>
            )}
            {deadline && (
              <>
                {' · '}
                {say(language, 'deadline')} <DayOf at={deadline} language={language} zone={zone} />{' '}
                {timeIn(deadline, zone)}
              </>
            )}
            {party !== null && (
              <>
                {' · '}
                {party}
              </>
            )}
            {by !== null && (
              <>
                {' · '}
                <bdi>{by}</bdi>
              </>
            )}
            {reason !== null && <Notice>{reason}</Notice>}
          </li>
        ))}
      </ul>
    </details>
  )
}

const timeIn = (at: Temporal.Instant, zone: string) =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' })
