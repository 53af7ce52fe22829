import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'
import type { Described, DescribedColumn } from '../described.ts'
import { say } from '../words.ts'
import { type DataFacts, Files, Terms } from './data-page.tsx'

/** One dataset: its files, its columns, and by what it can be filtered. */
export function DatasetPage({
  language,
  dataset,
  facts,
}: {
  language: Language
  dataset: Described
  facts: Pick<DataFacts, 'licence' | 'today'>
}) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/data'), label: say(language, 'title') },
          { href: '', label: dataset.title },
        ]}
      />
      <h1>{dataset.title}</h1>
      <p class="lead">{dataset.description}</p>
      <dl>
        <dt>{say(language, 'files')}</dt>
        <dd>
          <Files language={language} dataset={dataset} />
        </dd>
        <dt>{say(language, 'rows')}</dt>
        <dd>{sayNumber(language, dataset.rows)}</dd>
        {dataset.partOf && (
          <>
            <dt>{say(language, 'whole')}</dt>
            <dd>
              <a href={hrefOf(language, `/data/${dataset.partOf.name}`)}>{dataset.partOf.title}</a>
            </dd>
          </>
        )}
      </dl>
      <Terms language={language} facts={facts} />
      <Notice>{sayOfHouse(language, 'notice.sample')}</Notice>
      <h2 id="columns">{say(language, 'columns')}</h2>
      <Table
        caption={say(language, 'columns.note')}
        columns={[say(language, 'column'), say(language, 'type'), say(language, 'content')]}
        rows={dataset.columns.map((column) => [
          <code dir="ltr">{column.name}</code>,
          <Kind language={language} column={column} isKey={column.name === dataset.key} />,
          <Content column={column} />,
        ])}
      />
      <Choosing language={language} dataset={dataset} />
    </>
  )
}

const Kind = ({
  language,
  column: { type, derived },
  isKey,
}: {
  language: Language
  column: DescribedColumn
  isKey: boolean
}) => (
  <>
    <code dir="ltr">{type}</code>
    {isKey && <small> {say(language, 'key')}</small>}
    {derived && <small> {say(language, 'derived')}</small>}
  </>
)

const Content = ({ column: { description, values } }: { column: DescribedColumn }) => (
  <>
    <span lang="en" dir="ltr">
      {description}
    </span>
    {values.length > 0 && (
      <small class="block">
        <code dir="ltr">{values.join(' | ')}</code>
      </small>
    )}
  </>
)

/** By which parameters rows are chosen and ordered. */
export function Choosing({ language, dataset }: { language: Language; dataset: Described }) {
  const { name, filters, sortable, key, dated } = dataset
  return (
    <>
      {filters.length > 0 && (
        <Table
          caption={say(language, 'filters')}
          columns={[
            say(language, 'api.parameter'),
            say(language, 'content'),
            say(language, 'example'),
          ]}
          rows={filters.map((filter) => [
            <code dir="ltr">{filter.name}</code>,
            <span lang="en" dir="ltr">
              {filter.description}
            </span>,
            <a href={`/api/v1/${name}?${filter.name}=${encodeURIComponent(filter.example)}`}>
              <code dir="ltr">
                {filter.name}={filter.example}
              </code>
            </a>,
          ])}
        />
      )}
      <p>
        <small>
          {say(language, 'sorting')} <code dir="ltr">{[key, ...sortable].join(' | ')}</code>
          {dated && (
            <>
              {' · '}
              {say(language, 'api.by-day')} <code>as_of</code>
            </>
          )}
        </small>
      </p>
    </>
  )
}
