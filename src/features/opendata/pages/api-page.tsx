import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Described, DescribedCommand } from '../described.ts'
import { say } from '../words.ts'
import { Choosing } from './dataset-page.tsx'

export interface ApiFacts {
  datasets: readonly Described[]
  commands: readonly DescribedCommand[]
}

/** How to read everything by program, on one plain page. */
export function ApiPage({
  language,
  origin,
  facts: { datasets, commands },
}: {
  language: Language
  origin: string
  facts: ApiFacts
}) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/data'), label: say(language, 'title') },
          { href: '', label: say(language, 'api') },
        ]}
      />
      <h1>{say(language, 'api')}</h1>
      <p class="lead">{say(language, 'api.description')}</p>
      <p>
        <a class="btn" href={`/api/v1/openapi.json?language=${language}`}>
          {say(language, 'api.openapi')}
        </a>
      </p>
      <Addresses language={language} origin={origin} />
      <Parameters language={language} />
      <h2 id="unchanged">{say(language, 'api.unchanged')}</h2>
      <p>{say(language, 'api.unchanged.text')}</p>
      <Code>{`curl -s -H 'If-None-Match: "…"' ${origin}/api/v1/pledges?conference=seoul2021`}</Code>
      <h2 id="problems">{say(language, 'api.problems')}</h2>
      <p>{say(language, 'api.problems.text')}</p>
      <h2 id="datasets">{say(language, 'datasets')}</h2>
      {datasets.map((dataset) => (
        <section aria-labelledby={dataset.name}>
          <h3 id={dataset.name}>
            <a href={hrefOf(language, `/data/${dataset.name}`)}>{dataset.title}</a>
          </h3>
          <Code>{`GET /api/v1/${dataset.name}`}</Code>
          <Choosing language={language} dataset={dataset} />
        </section>
      ))}
      <Commands language={language} commands={commands} />
    </>
  )
}

/** Something for a machine, from left to right in every language. */
const Code = ({ children }: { children?: Child }) => (
  <p dir="ltr" class="overflow-x-auto">
    <code>{children}</code>
  </p>
)

const Addresses = ({ language, origin }: { language: Language; origin: string }) => (
  <>
    <h2 id="addresses">{say(language, 'api.addresses')}</h2>
    <Table
      caption={<code dir="ltr">{`${origin}/api/v1`}</code>}
      columns={[say(language, 'api.address'), say(language, 'api.answer')]}
      rows={[
        ['/pledges', 'api.page' as const],
        ['/pledges/KOR-2021-01', 'api.one' as const],
        ['/pledges.csv  .xlsx  .json  .ndjson', 'api.file' as const],
      ].map(([address, answer]) => [
        <code dir="ltr">{address}</code>,
        say(language, answer as 'api.page'),
      ])}
    />
  </>
)

const Parameters = ({ language }: { language: Language }) => (
  <>
    <h2 id="parameters">{say(language, 'api.parameters')}</h2>
    <Table
      caption={
        <code dir="ltr" class="break-all">
          ?conference=seoul2021&amp;party=KOR&amp;sort=-announced_on&amp;limit=50
        </code>
      }
      columns={[say(language, 'api.parameter'), say(language, 'api.meaning')]}
      rows={(
        [
          ['sort', 'api.sort'],
          ['limit', 'api.limit'],
          ['cursor', 'api.cursor'],
          ['language', 'api.language'],
          ['as_of', 'api.as-of'],
        ] as const
      ).map(([name, meaning]) => [<code dir="ltr">{name}</code>, say(language, meaning)])}
    />
  </>
)

function Commands({
  language,
  commands,
}: {
  language: Language
  commands: readonly DescribedCommand[]
}) {
  return (
    <>
      <h2 id="commands">{say(language, 'api.commands')}</h2>
      <p>{say(language, 'api.commands.text')}</p>
      <Table
        caption={
          <>
            <code dir="ltr">POST /api/v1/commands/…</code> · * {say(language, 'api.required')}
          </>
        }
        columns={[say(language, 'api.command'), say(language, 'api.fields')]}
        rows={commands.map(({ name, fields }) => [
          <code dir="ltr">{name}</code>,
          <code dir="ltr">
            {fields.map(({ name: field, required }) => (required ? `${field}*` : field)).join(', ')}
          </code>,
        ])}
      />
    </>
  )
}
