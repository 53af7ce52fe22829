import type { Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { chainsAmong } from '../count/chains.ts'
import { count } from '../count/count.ts'
import type { RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { Chains } from './chains.tsx'
import { editionsChart } from './charts.tsx'
import { Counted } from './counted.tsx'

export interface RecordPageFacts extends RecordFacts {
  titles: ReadonlyMap<string, Text>
  /** The page of the chains. */
  page: number
  today: string
}

/** The pages of the record, in the order in which a reader wants them. */
const MORE = ['gaps', 'map', 'flow', 'reports'] as const
const ADDRESS = {
  gaps: '/gaps',
  map: '/record/map',
  flow: '/record/flow',
  reports: '/record/reports',
} as const

/** The record of the series: what was promised edition by edition, what is known of it, and how both are counted. */
export function RecordPage({ language, facts }: { language: Language; facts: RecordPageFacts }) {
  const { entries, editions, states, today, titles, page } = facts
  const isState = (code: string) => states.has(code)
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'lead')}</p>
      <h2>{say(language, 'sample')}</h2>
      <p>
        {say(language, 'sample.text')}{' '}
        <a href={hrefOf(language, '/record/rules')}>{say(language, 'rules')}</a>
      </p>
      <div class="figures">
        {(['pledges', 'states', 'parties'] as const).map((rule) => (
          <Counted
            language={language}
            rule={rule}
            filter={{}}
            number={count(entries, rule, isState).number ?? 0}
          />
        ))}
      </div>
      <More language={language} />
      <h2 id="editions">{say(language, 'editions')}</h2>
      <p>
        {say(language, 'editions.text')}{' '}
        <a href={hrefOf(language, '/record/ages')}>{say(language, 'ages')}</a>
      </p>
      <Chart
        id="editions-chart"
        language={language}
        of={editionsChart(language, facts, today)}
        downloads={hrefOf(language, '/record/editions')}
      />
      <Chains
        language={language}
        chains={chainsAmong(entries)}
        page={page}
        titles={titles}
        editions={editions}
      />
    </>
  )
}

const More = ({ language }: { language: Language }) => (
  <nav aria-label={say(language, 'more')}>
    <ul class="flex flex-wrap gap-x-8 gap-y-1">
      <li>
        <a href={hrefOf(language, '/record/ages')}>{say(language, 'ages')}</a>
      </li>
      <li>
        <a href={hrefOf(language, '/record/published')}>{say(language, 'published')}</a>
      </li>
      {MORE.map((page) => (
        <li>
          <a href={hrefOf(language, ADDRESS[page])}>{say(language, `more.${page}`)}</a>
        </li>
      ))}
    </ul>
  </nav>
)
