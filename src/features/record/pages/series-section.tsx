import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { count } from '../count/count.ts'
import type { RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { Counted } from './counted.tsx'

/** The way from the series to its record: how much there is, and where it opens. */
export function SeriesSection({ language, facts }: { language: Language; facts: RecordFacts }) {
  const isState = (code: string) => facts.states.has(code)
  return (
    <section aria-labelledby="record-of-series">
      <h2 id="record-of-series">
        <a href={hrefOf(language, '/record')}>{say(language, 'title')}</a>
      </h2>
      <p>{say(language, 'lead')}</p>
      <div class="figures">
        {(['pledges', 'states'] as const).map((rule) => (
          <Counted
            language={language}
            rule={rule}
            filter={{}}
            number={count(facts.entries, rule, isState).number ?? 0}
          />
        ))}
      </div>
      <p class="flex flex-wrap gap-3">
        <a class="btn btn-primary" href={hrefOf(language, '/record')}>
          {say(language, 'series.link')}
        </a>
        <a class="btn" href={hrefOf(language, '/gaps')}>
          {say(language, 'more.gaps')}
        </a>
      </p>
    </section>
  )
}
