import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, BETWEEN, Words } from '../../../ui/text.tsx'
import { sayReached } from '../../pledges/pages/line.tsx'
import { Day, type Desk, dayOf, EditionLink, partyName } from '../../pledges/pages/names.tsx'
import { sayReportedHere, sayStage, sayVoice } from '../../pledges/pages/says.tsx'
import type { Filter } from '../count/filter.ts'
import { Beside } from '../pages/beside.tsx'
import { PledgeCount } from '../pages/counted.tsx'
import { say } from '../words.ts'
import type { Reported, ReportsFacts } from './facts.ts'
import { AT_ONCE } from './last.ts'

export interface Shown {
  language: Language
  facts: ReportsFacts
}

/** What a list tells of each pledge; what a column shows, and what stands where nothing is known. */
const COLUMNS = {
  on: ({ report }, { language }) => report?.on && <Day language={language} day={report.on} />,
  pledge: ({ line }, desk) => <Pledge line={line} desk={desk} />,
  stage: ({ report }, { language }) =>
    report && [
      sayStage(language, report.stage),
      report.quantity && ` · ${sayReached(language, report.quantity)}`,
    ],
  voice: ({ report }, { language }) => report && <Voice language={language} of={report} />,
  announced: ({ line }, { language }) =>
    line.announcedOn && <Day language={language} day={line.announcedOn} />,
  said: ({ said }, { language }) => {
    const last = said.at(-1)
    return last && <Said language={language} of={last} />
  },
} as const satisfies Record<string, (one: Reported, desk: Desk) => Child>

type Column = keyof typeof COLUMNS

/** One page of a list, and the pages beside it. */
export function List({
  language,
  facts,
  id,
  list,
  columns,
  filter,
  page,
  all,
  addressOf,
}: Shown & {
  id: string
  list: readonly Reported[]
  columns: readonly Column[]
  /** What opens behind the number of all. */
  filter: Filter
  page: number
  all: number
  addressOf(page: number): string
}) {
  if (list.length === 0) return <Empty>{say(language, 'reports.empty')}</Empty>
  const desk: Desk = { language, today: facts.today, ...facts.names }
  return (
    <>
      <Table
        caption={<PledgeCount language={language} filter={filter} number={all} />}
        columns={columns.map((column) => say(language, `reports.${column}`))}
        rows={list.map((one) =>
          columns.map((column) => COLUMNS[column](one, desk) || <span class="empty">–</span>),
        )}
      />
      <Beside
        language={language}
        page={page}
        pages={Math.ceil(all / AT_ONCE)}
        to={(number) => `${hrefOf(language, addressOf(number))}#${id}`}
      />
    </>
  )
}

/** What was promised, by whom and where: as far as a list needs it. */
function Pledge({ line, desk }: { line: Reported['line']; desk: Desk }) {
  const { language } = desk
  const day = dayOf(desk, line)
  return (
    <>
      <a href={hrefOf(language, `/pledges/${line.id}`)}>
        <Words in={readingOf(line.title, language)} language={language} />
      </a>
      <small class="block">
        {line.parties.map((code) => partyName(desk, code, day)).join(BETWEEN)}
      </small>
      <small class="block">
        <Bdi>{line.id}</Bdi> ·{' '}
        {line.conference ? (
          <EditionLink desk={desk} id={line.conference} />
        ) : (
          say(language, 'edition.none')
        )}
      </small>
    </>
  )
}

/** Who reported it, and where; a party that reported here needs no source. */
const Voice = ({
  language,
  of: { voice, source },
}: {
  language: Language
  of: Pick<NonNullable<Reported['report']>, 'voice' | 'source'>
}) => (
  <>
    {sayVoice(language, voice)}
    <small class="block">
      {source ? <SourceLink source={source} language={language} /> : sayReportedHere(language)}
    </small>
  </>
)

/** What a third party said last of it: when, who and where, beside the reports and never among them. */
const Said = ({ language, of }: { language: Language; of: Reported['said'][number] }) => (
  <>
    {of.on ? <Day language={language} day={of.on} /> : say(language, 'reports.undated')} ·{' '}
    <Voice language={language} of={of} />
  </>
)
