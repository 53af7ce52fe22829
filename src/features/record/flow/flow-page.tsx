import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { sayRole } from '../../pledges/pages/says.tsx'
import { Choose, editionOptions } from '../choose.tsx'
import { queryOf } from '../count/address.ts'
import { familiesNamedIn } from '../gaps/families.ts'
import { inAlphabet, nameOf } from '../gaps/gaps-chart.tsx'
import { CountLink } from '../pages/counted.tsx'
import { say } from '../words.ts'
import { editionName, type FlowFacts, flowChart } from './flow-chart.tsx'
import type { Stream } from './streams.ts'

/** From needs to pledges to partners, as ribbons and edition by edition. */
export function FlowPage({ language, facts }: { language: Language; facts: FlowFacts }) {
  const { wish, editions, papers } = facts
  const families = inAlphabet(language, [...new Set(papers.flatMap(familiesNamedIn))], (family) =>
    nameOf(language, facts, family),
  )
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, 'more.flow') },
        ]}
      />
      <h1>{say(language, 'more.flow')}</h1>
      <p class="lead">{say(language, 'flow.lead')}</p>
      <Choose
        language={language}
        address="/record/flow"
        choices={[
          {
            name: 'capability',
            label: say(language, 'gaps.family'),
            chosen: wish.capability,
            options: families.map((family) => ({
              value: family,
              label: nameOf(language, facts, family),
            })),
          },
          {
            name: 'edition',
            label: say(language, 'edition'),
            chosen: wish.edition,
            options: editionOptions(language, editions),
          },
        ]}
      />
      <Chart
        id="flow"
        language={language}
        of={flowChart(language, facts)}
        downloads={hrefOf(language, '/record/flow')}
        query={queryOf(wish)}
        heading="h2"
      />
      <ByEdition language={language} facts={facts} />
    </>
  )
}

/** The same edition by edition, each number with its list. */
function ByEdition({ language, facts }: { language: Language; facts: FlowFacts }) {
  const { editions, answers, parts } = facts.streams
  if (editions.length === 0) return null
  return (
    <>
      <h2 id="streams">
        {say(language, 'flow.editions')} <small class="mark">{say(language, 'ours')}</small>
      </h2>
      <Table
        caption={say(language, 'flow.answers.text')}
        columns={[
          say(language, 'edition'),
          say(language, 'flow.needs'),
          say(language, 'flow.parts'),
        ]}
        rows={editions.map(({ code }) => [
          <a href={hrefOf(language, `/${code}`)}>{editionName(language, facts, code)}</a>,
          <Streams
            language={language}
            streams={inAlphabet(
              language,
              answers.filter(({ to }) => to === code),
              ({ from }) => nameOf(language, facts, from),
            )}
            name={({ from }) => nameOf(language, facts, from)}
          />,
          <Streams
            language={language}
            streams={parts.filter(({ from }) => from === code)}
            name={({ to }) => sayRole(language, to)}
          />,
        ])}
      />
    </>
  )
}

const Streams = <One extends Stream<string, string>>({
  language,
  streams,
  name,
}: {
  language: Language
  streams: readonly One[]
  name(stream: One): string
}) => (
  <ul class="columns-[13rem] list-none gap-x-6 ps-0 [&>li]:break-inside-avoid">
    {streams.map((stream) => (
      <li>
        {name(stream)}
        {say(language, 'colon')}
        <CountLink language={language} rule="pledges" filter={stream.filter}>
          {sayNumber(language, stream.pledges)}
        </CountLink>
      </li>
    ))}
  </ul>
)
