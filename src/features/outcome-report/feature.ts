import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { instantAt } from '../../kernel/time.ts'
import { feature } from '../../platform/feature.ts'
import { resource, section } from '../../platform/http/page.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { ReportLink } from './pages/report-link.tsx'
import { hasOutcome, outcomeOf } from './queries.ts'
import { reportOf } from './report.print.ts'
import template from './report.typ?raw'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })

/** What is known changes with the day, wherever the reader is. */
const todayAt = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate()
const midnight = (day: string) => instantAt(day, '00:00', 'UTC')

const report = resource('outcome-report.pdf', {
  path: '/:conference/outcome.pdf',
  type: 'application/pdf',
  params: OfConference,
  query: z.object({}),
  topics: ({ conference }) => [
    'conferences',
    `conferences/${conference}`,
    'parties',
    'capabilities',
    'requirements',
    'pledges',
    `pledges/of/${conference}`,
    `followup/of/${conference}`,
  ],
  read: (db, { params, viewer }) =>
    outcomeOf(db, params.conference, todayAt(viewer.now).toString()),
  until: (_, now) => midnight(todayAt(now).add({ days: 1 }).toString()),
  filename: ({ conference }, { language }) => `${conference}-outcome-${language}.pdf`,
  render: (outcome, { language }) =>
    typeset(template, reportOf(language, outcome), midnight(outcome.asOf), 'ua-1'),
})

const link = section({
  of: 'conferences.conference',
  name: 'outcome-report',
  topics: ({ conference }: z.infer<typeof OfConference>) => [`pledges/of/${conference}`],
  read: async (db, { params }) => ((await hasOutcome(db, params.conference)) ? params : null),
  view: ({ conference }, { language }) => ReportLink({ language, conference }),
})

export const outcomeReport = feature('outcome-report', {
  say,
  resources: [report],
  sections: [link],
})
