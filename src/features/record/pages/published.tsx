import { sayNumber } from '../../../i18n/numbers.ts'
import { sayRange } from '../../../i18n/quantities.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { Table } from '../../../ui/table.tsx'
import { Words } from '../../../ui/text.tsx'
import { type CountingRule, type Figure, sideBySide } from '../../conferences/figure.model.ts'
import { sayValue } from '../../conferences/pages/figures.tsx'
import { count } from '../count/count.ts'
import { filtered } from '../count/filter.ts'
import { type Ours, oursFor } from '../count/published.ts'
import type { EditionFacts, RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { CountLink } from './counted.tsx'

/** What was published of an edition beside what we count by the nearest rule: they differ, and both are shown. */
export function Published({
  language,
  edition,
  facts,
}: {
  language: Language
  edition: EditionFacts
  facts: Pick<RecordFacts, 'series' | 'states'>
}) {
  const pairs = sideBySide(edition.figures, facts.series.counting)
    .flatMap(({ sets }) => sets)
    .flatMap((set) => {
      const ours = oursFor(set.counts, edition.categories)
      return ours ? [{ ...set, ours }] : []
    })
  if (pairs.length === 0) return null
  return (
    <Table
      caption={
        <span class="text-[1.3rem] text-base-content">
          {readingOf(edition.outline.shortName, language).value}
        </span>
      }
      columns={['counted', 'theirs', 'ours'].map((column) =>
        say(language, `published.${column as 'counted'}`),
      )}
      rows={pairs.map(({ rule, figures, ours }) => [
        <CountedThing language={language} rule={rule} />,
        <Theirs language={language} figures={figures} sources={edition.sources} />,
        <OursOf language={language} edition={edition} ours={ours} states={facts.states} />,
      ])}
    />
  )
}

const CountedThing = ({ language, rule }: { language: Language; rule: CountingRule }) => (
  <>
    <span class="text-[1rem] text-base-content">
      <Words in={readingOf(rule.label, language)} language={language} />
    </span>
    <br />
    <small class="font-normal">
      <Words in={readingOf(rule.rule, language)} language={language} />
    </small>
  </>
)

const Theirs = ({
  language,
  figures,
  sources,
}: {
  language: Language
  figures: readonly Figure[]
  sources: EditionFacts['sources']
}) => (
  <>
    {figures.map((figure) => (
      <p class="mb-1">
        {sayValue(language, figure.value)}{' '}
        {figure.sources.flatMap((key, nth) => {
          const source = sources[key]
          if (!source) return []
          return [nth > 0 && <br />, <SourceLink source={source} language={language} />]
        })}
      </p>
    ))}
  </>
)

function OursOf({
  language,
  edition,
  ours: { rule, filter, measures },
  states,
}: {
  language: Language
  edition: EditionFacts
  ours: Ours
  states: ReadonlySet<string>
}) {
  const found = count(filtered(edition.entries, filter), rule, (code) => states.has(code))
  const sums = found.sums.filter(({ measure }) => measures === null || measures.includes(measure))
  const said =
    found.number === null
      ? sums.map((sum) => sayRange(language, sum, sum.bounds))
      : [sayNumber(language, found.number)]
  return (
    <CountLink language={language} rule={rule} filter={{ ...filter, edition: edition.outline.id }}>
      {said.length === 0
        ? sayNumber(language, 0)
        : said.map((one) => <span class="block whitespace-nowrap">{one}</span>)}
    </CountLink>
  )
}
