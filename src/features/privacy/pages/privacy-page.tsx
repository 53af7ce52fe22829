import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { Prose, Words } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { CLASSES, type Days, daysOf, keptUntil, type Notice } from '../model.ts'
import { say } from '../words.ts'

/** What a conference says of its personal data. */
export interface Told {
  notice: Notice
  conference: Outline
}

const PARTS = ['asked', 'seen', 'rights'] as const

/** What everybody may know of how their data are treated: what is asked, who sees it, who answers for it, for how long. */
interface Props {
  language: Language
  told: readonly Told[]
  /** What other features add. */
  children?: Child
}

export function PrivacyPage({ language, told, children }: Props) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/'), label: 'Plenum' },
          { href: '', label: say(language, 'title') },
        ]}
      />
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'description')}</p>
      {PARTS.map((part) => (
        <section>
          <h2>{say(language, part)}</h2>
          <p>{say(language, `${part}.text`)}</p>
        </section>
      ))}
      {children}
      {told.length === 0 && (
        <section>
          <h2>{say(language, 'kept')}</h2>
          <Empty>{say(language, 'none')}</Empty>
          <Periods language={language} days={daysOf(null)} lastDay={null} />
        </section>
      )}
      {told.map((one) => (
        <NoticeOf language={language} {...one} />
      ))}
    </>
  )
}

function NoticeOf({ language, notice, conference }: Told & { language: Language }) {
  const facts: [Child, Child][] = [
    [
      say(language, 'controller'),
      <Words in={readingOf(notice.controller, language)} language={language} />,
    ],
    [
      say(language, 'contact'),
      <a href={`mailto:${notice.contact}`}>
        <bdi>{notice.contact}</bdi>
      </a>,
    ],
    [
      say(language, 'storage'),
      <Words in={readingOf(notice.storage, language)} language={language} />,
    ],
  ]
  return (
    <section id={conference.id}>
      <h2>
        <Words in={readingOf(conference.shortName, language)} language={language} />
      </h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
      {notice.note && <Prose in={readingOf(notice.note, language)} language={language} />}
      <Periods
        language={language}
        days={daysOf(notice)}
        lastDay={conference.dates?.last ?? conference.dates?.first ?? null}
      />
    </section>
  )
}

const isDay = (day: string | null) => day !== null && day.length === 10

function Periods({
  language,
  days,
  lastDay,
}: {
  language: Language
  days: Days
  lastDay: string | null
}) {
  const dated = isDay(lastDay)
  const columns = ['kept.what', 'kept.days', ...(dated ? (['kept.until'] as const) : [])] as const
  return (
    <Table
      caption={say(language, 'kept.caption')}
      columns={columns.map((column) => say(language, column))}
      rows={CLASSES.map((one) => {
        const kept = days[one]
        const until = dated ? keptUntil(days, one, lastDay) : null
        return [
          say(language, `class.${one}`),
          kept === null ? say(language, 'days.asked') : say(language, 'days', { days: kept }),
          ...(dated ? [until ? <time datetime={until}>{sayDay(language, until)}</time> : '–'] : []),
        ]
      })}
    />
  )
}
