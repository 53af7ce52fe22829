import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { SourceLink, Sources } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Labels } from '../../parties/model.ts'
import type { CategoryFigure, CategorySet } from '../categories.model.ts'
import type { CapabilityCode } from '../model.ts'
import { say } from '../words.ts'
import { Ours, Own } from './marks.tsx'

/** On the page of an edition: the categories in which its result was published, and what we map them to. */
export function CategoriesSection({
  language,
  set,
  names,
}: {
  language: Language
  set: CategorySet
  names: ReadonlyMap<CapabilityCode, Labels>
}) {
  return (
    <section aria-labelledby="categories">
      <h2 id="categories">{say(language, 'categories.of')}</h2>
      <p>
        <Own text={set.basis} language={language} />
      </p>
      <Table
        caption={say(language, 'categories.caption')}
        columns={[
          say(language, 'category'),
          say(language, 'published'),
          say(language, 'mapped-to'),
        ]}
        rows={set.categories.map(({ names: labels, figures, capabilities }) => [
          labels[language],
          figures.length > 0 ? (
            figures.map((figure) => <Published language={language} figure={figure} />)
          ) : (
            <span class="empty">{say(language, 'published.none')}</span>
          ),
          <Mapped language={language} names={names} capabilities={capabilities} />,
        ])}
      />
      <Sources sources={set.sources} language={language} />
    </section>
  )
}

/** A number as it was said, with what it counts, since when and who says so. */
function Published({ language, figure }: { language: Language; figure: CategoryFigure }) {
  const { number, how, counts, asOf, note, source } = figure
  const said = say(language, `counts.${counts}`, {
    count: number,
    said: say(language, `how.${how}`, { number: sayNumber(language, number) }),
  })
  return (
    <div class="mb-2">
      {said}
      <small class="block">
        {asOf && (
          <>
            <time datetime={asOf}>{sayPartialDay(language, asOf)}</time> ·{' '}
          </>
        )}
        <SourceLink source={source} language={language} />
        {note && (
          <span class="block">
            <Own text={note} language={language} />
          </span>
        )}
      </small>
    </div>
  )
}

const Mapped = ({
  language,
  names,
  capabilities,
}: {
  language: Language
  names: ReadonlyMap<CapabilityCode, Labels>
  capabilities: readonly CapabilityCode[]
}) => (
  <>
    {capabilities.map((code, place) => (
      <>
        {place > 0 && ' · '}
        <a href={hrefOf(language, `/capabilities/${code}`)}>
          {names.get(code)?.[language] ?? code}
        </a>
      </>
    ))}
    <Ours language={language} />
  </>
)
