import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { Sources } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi, BETWEEN } from '../../../ui/text.tsx'
import { firstDayOf } from '../../pledges/model.ts'
import { sayReached } from '../../pledges/pages/line.tsx'
import { sayStage } from '../../pledges/pages/says.tsx'
import type { Report, ReportFile } from '../reports/model.ts'
import { say } from '../words.ts'
import { type Desk, Line, PartyName, Said, sayInstant } from './marks.tsx'

/** How a share stands, as its party reports it. */
export function OneReport({
  desk,
  report,
  files = [],
}: {
  desk: Desk
  report: Report
  /** Those of its files that the reader may open. */
  files?: readonly ReportFile[]
}) {
  const { language } = desk
  const { quantity, dates, note, obstacle, nextStep, evidence, party, on, onBehalf } = report
  return (
    <li class="border-t border-base-300 py-4" id={`report-${report.id}`}>
      <p class="label mb-1">
        <PartyName desk={desk} code={party} day={firstDayOf(on)} />
        {onBehalf && (
          <>
            {BETWEEN}
            {say(language, 'report.on-behalf')}
          </>
        )}
        {BETWEEN}
        <time datetime={on}>{sayPartialDay(language, on)}</time>
      </p>
      <p class="mb-1">
        <strong class="font-semibold">{sayStage(language, report.stage)}</strong>
      </p>
      {note && (
        <p class="mb-1">
          <Said text={note} language={language} />
        </p>
      )}
      {quantity && (
        <Line language={language} label={say(language, 'report.reached')}>
          {sayReached(language, quantity)}
        </Line>
      )}
      {dates && (
        <Line language={language} label={say(language, 'report.dates')}>
          <Dates desk={desk} dates={dates} />
        </Line>
      )}
      {obstacle && (
        <Line language={language} label={say(language, 'report.obstacle')}>
          {say(language, `obstacle.${obstacle.kind}`)}
          {obstacle.note && (
            <>
              {BETWEEN}
              <Said text={obstacle.note} language={language} />
            </>
          )}
        </Line>
      )}
      {nextStep && (
        <Line language={language} label={say(language, 'report.next')}>
          <Said text={nextStep.what} language={language} />
          {nextStep.by && (
            <>
              {BETWEEN}
              <time datetime={nextStep.by}>
                {say(language, 'report.until', { date: sayPartialDay(language, nextStep.by) })}
              </time>
            </>
          )}
        </Line>
      )}
      {evidence.length > 0 && <Sources sources={evidence} language={language} />}
      <Files language={language} report={report} files={files} />
      <p class="label mb-0">
        {say(language, 'report.given', { date: sayInstant(language, report.reportedAt) })}
      </p>
    </li>
  )
}

/** What was handed in with it, each to be taken home. */
function Files({
  language,
  report: { id, pledge },
  files,
}: {
  language: Language
  report: Report
  files: readonly ReportFile[]
}) {
  const own = files.filter(({ report }) => report === id)
  if (own.length === 0) return null
  return (
    <ul class="mb-1 list-none ps-0">
      {own.map(({ file, name }) => (
        <li class="label">
          {say(language, 'report.file')}
          {say(language, 'colon')}
          <a href={hrefOf(language, `/pledges/${pledge}/reports/${id}/files/${file}`)}>
            <Bdi>{name}</Bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}

const Dates = ({
  desk: { language },
  dates,
}: {
  desk: Desk
  dates: NonNullable<Report['dates']>
}) => {
  const { from, until } = dates
  const said = [
    ...(from ? [say(language, 'report.from', { date: sayPartialDay(language, from) })] : []),
    ...(until ? [say(language, 'report.until', { date: sayPartialDay(language, until) })] : []),
  ]
  return <>{said.join(BETWEEN)}</>
}
