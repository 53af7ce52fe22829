import { compareIn, sortKeyOf } from '../../../i18n/collation.ts'
import type { Language } from '../../../kernel/language.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Choose, editionOptions } from '../choose.tsx'
import { queryOf } from '../count/address.ts'
import { say } from '../words.ts'
import type { ReportsFacts } from './facts.ts'
import { addressOfReports } from './last.ts'
import { List, type Shown } from './list.tsx'
import { reportsChart } from './reports-chart.tsx'

/** When something was last reported of each pledge; and apart, those of which nothing was found. */
export function ReportsPage({ language, facts }: { language: Language; facts: ReportsFacts }) {
  const { wish, editions } = facts
  const { page: _, none: __, ...chosen } = wish
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, 'more.reports') },
        ]}
      />
      <h1>{say(language, 'more.reports')}</h1>
      <p class="lead">{say(language, 'reports.lead')}</p>
      <Choose
        language={language}
        address="/record/reports"
        choices={[
          {
            name: 'edition',
            label: say(language, 'edition'),
            chosen: wish.edition,
            options: [
              ...editionOptions(
                language,
                editions.map(({ outline }) => outline),
              ),
              { value: 'none', label: say(language, 'edition.none') },
            ],
          },
          {
            name: 'party',
            label: say(language, 'party'),
            chosen: wish.party,
            options: giversIn(language, facts),
          },
        ]}
      />
      <Chart
        id="reports"
        language={language}
        of={reportsChart(language, facts)}
        downloads={hrefOf(language, '/record/reports')}
        query={queryOf(chosen)}
        heading="h2"
      />
      <Lists language={language} facts={facts} />
    </>
  )
}

/** The parties that promise something, in the alphabet of the page. */
function giversIn(language: Language, { givers }: ReportsFacts) {
  const compare = compareIn(language)
  return givers
    .map(({ code, name }) => ({
      value: code,
      label: name.short,
      key: name.sort ?? sortKeyOf(language, name.short),
    }))
    .toSorted((a, b) => compare(a.key, b.key))
}

/** Both lists, each with its number, its own page and its own pages beside it. */
function Lists({ language, facts }: { language: Language; facts: ReportsFacts }) {
  const { lists, wish } = facts
  const { reported, none } = lists
  const { edition, party } = wish
  const shown: Shown = { language, facts }
  return (
    <>
      <h2 id="reported">{say(language, 'reports.reported')}</h2>
      <List
        {...shown}
        id="reported"
        list={facts.reported}
        columns={['on', 'pledge', 'stage', 'voice', 'said']}
        filter={{ edition, party, known: 'anything' }}
        page={wish.page}
        all={reported.length}
        addressOf={(page) => addressOfReports({ ...wish, page })}
      />
      <h2 id="none">{say(language, 'reports.none')}</h2>
      <p>{say(language, 'reports.none.text')}</p>
      <List
        {...shown}
        id="none"
        list={facts.none}
        columns={['announced', 'pledge', 'said']}
        filter={{ edition, party, known: 'nothing-found' }}
        page={wish.none}
        all={none.length}
        addressOf={(page) => addressOfReports({ ...wish, none: page })}
      />
    </>
  )
}
