import type { Language } from '../../../kernel/language.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { AGES, type Age } from '../count/ages.ts'
import type { RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { agesChart } from './charts.tsx'

export interface AgesFacts extends RecordFacts {
  age: Age
  today: string
}

/** Editions compared when their pledges were of the same age; one age at a time, chosen in the address. */
export function AgesPage({ language, facts }: { language: Language; facts: AgesFacts }) {
  const { age, today } = facts
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, 'ages') },
        ]}
      />
      <h1>{say(language, 'ages')}</h1>
      <p class="lead">{say(language, 'ages.text')}</p>
      <nav aria-label={say(language, 'ages.choose')} class="menu-row mb-8">
        <ul class="flex flex-wrap">
          {AGES.map((one) => (
            <li>
              <a
                href={hrefOf(language, `/record/ages?age=${one}`)}
                aria-current={one === age ? 'page' : undefined}
              >
                {say(language, 'ages.after', { months: one })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Chart
        id="ages-chart"
        language={language}
        of={agesChart(language, facts, age, today)}
        downloads={hrefOf(language, '/record/ages')}
        query={`?age=${age}`}
        heading="h2"
      />
    </>
  )
}
