import { sayDay } from '../../../i18n/days.ts'
import { figuresOf } from '../../../kernel/floor/figures.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import type { Heard, Speech } from '../../floor/queue/floor.ts'
import { sayMeeting, sayRuling, sayTerm } from '../../floor/terms.print.ts'
import type { DeskList } from '../facts.ts'
import { clockAt, partyName, titleOf } from '../names.print.ts'
import { deskAddress } from '../pages/desk-props.tsx'
import { marksOf, Person } from '../pages/who.tsx'
import { statementsOf } from '../rules/heard.ts'
import { meanOf, totalOf } from '../rules/spoken.ts'
import { say } from '../words.ts'
import { Statistics, type StatisticsFacts } from './statistics.tsx'

interface Props {
  language: Language
  conference: { id: string; name: string }
  list: DeskList
  /** For the secretariats alone. */
  statistics: StatisticsFacts | null
}

/** A session as it was: its times, who spoke when and for how long, and who was not reached. */
export function SummaryPage({ language, conference, list, statistics }: Props) {
  const { floor, session } = list
  const total = totalOf(statementsOf(floor))
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, `/${conference.id}/desk/floor`), label: say(language, 'title') },
          {
            href: hrefOf(language, deskAddress(conference.id, session.slug)),
            label: titleOf(list, language),
          },
          { href: '', label: say(language, 'summary') },
        ]}
        title={say(language, 'summary')}
      />
      <dl class="known">
        <dt>{say(language, 'day')}</dt>
        <dd>{sayDay(language, session.day)}</dd>
        <dt>{sayMeeting(language, floor.meeting)}</dt>
        <dd>
          <Span list={list} />
        </dd>
        <dt>{say(language, 'statements')}</dt>
        <dd>{total.speeches}</dd>
        <dt>{say(language, 'time-spoken')}</dt>
        <dd>
          <bdi dir="ltr">{figuresOf(total.spent)}</bdi>
        </dd>
        {total.speeches > 0 && (
          <>
            <dt>{say(language, 'mean')}</dt>
            <dd>
              <bdi dir="ltr">{figuresOf(meanOf(total))}</bdi>
            </dd>
          </>
        )}
      </dl>
      {floor.heard.length === 0 ? (
        <Empty>{say(language, 'summary.none')}</Empty>
      ) : (
        <Table
          caption={say(language, 'heard')}
          columns={[
            say(language, 'delegation'),
            say(language, 'speaker'),
            say(language, 'kind'),
            say(language, 'from-to'),
            say(language, 'spoken'),
            say(language, 'limit'),
          ]}
          rows={floor.heard.map((heard) => rowOf(heard, list, language))}
        />
      )}
      <Others
        title={say(language, 'written')}
        speeches={floor.written}
        list={list}
        language={language}
      />
      {floor.meeting === 'adjourned' && (
        <Others
          title={say(language, 'not-reached')}
          speeches={[...floor.waiting, ...floor.replies]}
          list={list}
          language={language}
        />
      )}
      {statistics && <Statistics list={list} language={language} facts={statistics} />}
    </>
  )
}

function Span({ list }: { list: DeskList }) {
  const { begunAt, adjournedAt } = list.floor
  if (begunAt === null) return <>–</>
  return (
    <bdi>
      {clockAt(begunAt, list)}
      {adjournedAt !== null && `–${clockAt(adjournedAt, list)}`}
    </bdi>
  )
}

function rowOf(
  { speech, givenAt, endedAt, spent, limit, ruling }: Heard,
  list: DeskList,
  language: Language,
) {
  const marks = [
    ...marksOf({ list, speech, language }),
    ...(ruling ? [sayRuling(language, ruling)] : []),
  ]
  return [
    partyName(list, speech.party, language),
    <Person list={list} speech={speech} language={language} />,
    marks.join(' · '),
    <bdi>
      {clockAt(givenAt, list)}–{clockAt(endedAt, list)}
    </bdi>,
    <bdi dir="ltr">{figuresOf(spent)}</bdi>,
    <bdi dir="ltr">{figuresOf(limit * 1000)}</bdi>,
  ]
}

function Others({
  title,
  speeches,
  list,
  language,
}: {
  title: string
  speeches: readonly Speech[]
  list: DeskList
  language: Language
}) {
  if (speeches.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {speeches.map((speech) => (
          <li>
            {partyName(list, speech.party, language)}
            {list.speakers.get(speech.id)?.onBehalfOf && (
              <>
                {' · '}
                {sayTerm(language, 'on-behalf-of')}{' '}
                <bdi>{list.speakers.get(speech.id)?.onBehalfOf}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
