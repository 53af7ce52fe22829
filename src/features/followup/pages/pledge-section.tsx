import type { Child } from 'hono/jsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { PledgeId } from '../../pledges/model.ts'
import type { Assessment } from '../assessments/model.ts'
import { isOwnWords, type Observation } from '../observations/model.ts'
import type { Report, ReportFile } from '../reports/model.ts'
import { say } from '../words.ts'
import { OneAssessment } from './assessment.tsx'
import { Replies } from './reply.tsx'
import { OneReport } from './report.tsx'
import { Statement, type StatementDesk } from './statement.tsx'

export interface Voices {
  pledge: PledgeId
  observations: readonly Observation[]
  reports: readonly Report[]
  files: readonly ReportFile[]
  assessments: readonly Assessment[]
}

/** Everybody who says something of a pledge, side by side: the parties, third parties, reviewers, replies. */
export function PledgeSection({ desk, voices }: { desk: StatementDesk; voices: Voices }) {
  const { language } = desk
  const { pledge, observations, reports, files, assessments } = voices
  const own = observations.filter(isOwnWords)
  const others = observations.filter((one) => !isOwnWords(one))
  const replies = desk.replies.filter(
    ({ subject }) => subject.kind === 'pledge' || subject.kind === 'event',
  )
  const kinds: Kind[] = [
    {
      id: 'own',
      entries: [
        ...reports.map((report) => <OneReport desk={desk} report={report} files={files} />),
        ...own.map((said) => <Statement desk={desk} said={said} pledge={pledge} />),
      ],
    },
    {
      id: 'others',
      entries: others.map((said) => <Statement desk={desk} said={said} pledge={pledge} />),
    },
    {
      id: 'assessments',
      entries: assessments.map((one) => (
        <OneAssessment desk={desk} assessment={one} replies={desk.replies} />
      )),
    },
  ]
  const heard = kinds.filter(({ entries }) => entries.length > 0)
  return (
    <section aria-labelledby="voices">
      <h2 id="voices">{say(language, 'voices')}</h2>
      <p class="label">
        {say(language, 'voices.note')}{' '}
        <a href={hrefOf(language, '/codebook')}>{say(language, 'codebook')}</a>
      </p>
      {(heard.length > 0 || replies.length > 0) && (
        <div class="grid gap-x-14 lg:grid-cols-2">
          {heard.map(({ id, entries }) => (
            <section aria-labelledby={`voices-${id}`}>
              <h3 id={`voices-${id}`}>{say(language, id)}</h3>
              <ol class="list-none ps-0">{entries}</ol>
            </section>
          ))}
          {replies.length > 0 && (
            <section aria-labelledby="voices-replies">
              <h3 id="voices-replies">{say(language, 'replies')}</h3>
              <Replies desk={desk} replies={replies} />
            </section>
          )}
        </div>
      )}
      <Unheard language={language} kinds={kinds} replied={desk.replies.length > 0} />
    </section>
  )
}

interface Kind {
  id: 'own' | 'others' | 'assessments'
  entries: readonly Child[]
}

/** The kinds of voices of which nothing is known, said in a line each. */
function Unheard({
  language,
  kinds,
  replied,
}: {
  language: StatementDesk['language']
  kinds: readonly Kind[]
  replied: boolean
}) {
  const none = kinds.filter(({ entries }) => entries.length === 0)
  if (none.length === 0 && replied) return null
  return (
    <dl>
      {none.map(({ id }) => (
        <>
          <dt>{say(language, id)}</dt>
          <dd class="empty">{say(language, `${id}.none`)}</dd>
        </>
      ))}
      {!replied && (
        <>
          <dt>{say(language, 'replies')}</dt>
          <dd class="empty">{say(language, 'replies.none')}</dd>
        </>
      )}
    </dl>
  )
}
