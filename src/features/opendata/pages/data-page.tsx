import { sayDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'
import { type Described, FORMS, fileAddress } from '../described.ts'
import { say } from '../words.ts'

export interface DataFacts {
  datasets: readonly Described[]
  /** The day of the data. */
  today: string
  licence: { name: string; title: string; url: string }
}

/** Every dataset with its files, one click away. */
export function DataPage({ language, facts }: { language: Language; facts: DataFacts }) {
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'description')}</p>
      <Notice>{sayOfHouse(language, 'notice.sample')}</Notice>
      <Terms language={language} facts={facts} />
      <h2 id="archive">{say(language, 'archive')}</h2>
      <p>{say(language, 'archive.text')}</p>
      <p>
        <a class="btn btn-primary" href={`/data/archive.zip?language=${language}`} download="">
          {say(language, 'archive.download')}
        </a>
      </p>
      <h2 id="datasets">{say(language, 'datasets')}</h2>
      <Table
        caption={say(language, 'datasets.note')}
        columns={[say(language, 'dataset'), say(language, 'rows'), say(language, 'files')]}
        rows={facts.datasets.map((dataset) => [
          <Named language={language} dataset={dataset} />,
          sayNumber(language, dataset.rows),
          <Files language={language} dataset={dataset} />,
        ])}
      />
      <p class="label">{say(language, 'datasets.closed')}</p>
      <Machines language={language} />
    </>
  )
}

/** Under which terms the data may be used, and of which day they are. */
export function Terms({
  language,
  facts: { licence, today },
}: {
  language: Language
  facts: Pick<DataFacts, 'licence' | 'today'>
}) {
  return (
    <dl>
      <dt>{say(language, 'licence')}</dt>
      <dd>
        <a href={licence.url} rel="license noopener">
          <Bdi lang="en">{licence.title}</Bdi>
        </a>
        <br />
        <small>{say(language, 'licence.text')}</small>
      </dd>
      <dt>{say(language, 'as-of')}</dt>
      <dd>
        <time datetime={today}>{sayDay(language, today)}</time>
      </dd>
    </dl>
  )
}

const Named = ({ language, dataset }: { language: Language; dataset: Described }) => (
  <>
    <a href={hrefOf(language, `/data/${dataset.name}`)} id={dataset.name}>
      {dataset.title}
    </a>
    <br />
    <small class="font-normal">{dataset.description}</small>
    {dataset.partOf && (
      <small class="block font-normal">
        {say(language, 'whole')}
        {say(language, 'colon')}
        <a href={hrefOf(language, `/data/${dataset.partOf.name}`)}>{dataset.partOf.title}</a>
      </small>
    )}
  </>
)

/** The files of a dataset: CSV first, for that is what a scholar looks for. */
export const Files = ({
  language,
  dataset: { name },
}: {
  language: Language
  dataset: Pick<Described, 'name'>
}) => (
  <>
    {FORMS.map((form, place) => (
      <>
        {place > 0 && ' · '}
        <a href={fileAddress(name, form, language)} download="">
          <Bdi>{form.toUpperCase()}</Bdi>
        </a>
      </>
    ))}
  </>
)

/** What programs and catalogues read. */
function Machines({ language }: { language: Language }) {
  const links = [
    { href: hrefOf(language, '/api'), label: say(language, 'api') },
    { href: '/data/datapackage.json', label: say(language, 'datapackage') },
    { href: '/data/catalog.jsonld', label: say(language, 'catalogue') },
    { href: hrefOf(language, '/widgets'), label: say(language, 'widgets') },
  ]
  return (
    <>
      <h2 id="machines">{say(language, 'machine')}</h2>
      <ul>
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
