import { compareIn } from '../../../i18n/collation.ts'
import { sayDay, sayPartialDay } from '../../../i18n/days.ts'
import { sayList, sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Bdi, Identifier, Words } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import type { Labels } from '../../parties/model.ts'
import type { PledgeId } from '../../pledges/model.ts'
import { sayRole } from '../../pledges/pages/says.tsx'
import { addressOfCount } from '../count/address.ts'
import type { Count, LeftOut, Rule } from '../count/count.ts'
import type { Filter } from '../count/filter.ts'
import { say } from '../words.ts'
import { Beside } from './beside.tsx'
import { saySum } from './counted.tsx'

/** The number of pledges that one page of the list shows. */
export const AT_ONCE = 50

export interface CountFacts {
  rule: Rule
  filter: Filter
  count: Count
  page: number
  /** The pledges on this page of the list, with their titles. */
  titles: ReadonlyMap<PledgeId, Text>
  /** What the filter names, said in every language. */
  names: {
    edition: Outline | null
    party: string | null
    category: Labels | null
    capabilities: readonly Labels[]
  }
  /** The names of the parties that were counted, by code, in the reader's language. */
  counted: readonly { code: string; name: string }[]
}

/** A number opened: what is counted, by which rule, the list behind it, and what was left out with the reason. */
export function CountPage({ language, facts }: { language: Language; facts: CountFacts }) {
  const { rule, count, filter } = facts
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, `rule.${rule}`) },
        ]}
      />
      <p class="label">{say(language, 'count')}</p>
      <h1>{say(language, `rule.${rule}`)}</h1>
      <Result language={language} count={count} />
      <dl>
        <dt>{say(language, 'count.of')}</dt>
        <dd>
          <Scope language={language} facts={facts} />
        </dd>
        {filter.on && (
          <>
            <dt>{say(language, 'count.on')}</dt>
            <dd>
              <time datetime={filter.on}>{sayDay(language, filter.on)}</time>
            </dd>
          </>
        )}
        <dt>{say(language, 'count.rule')}</dt>
        <dd>
          <p>{say(language, `rule.${rule}.text`)}</p>
          <p>
            <a href={hrefOf(language, `/record/rules#${rule}`)}>{say(language, 'rules')}</a>
          </p>
        </dd>
      </dl>
      <Parties language={language} counted={facts.counted} />
      <List language={language} facts={facts} />
      <Left language={language} count={count} />
    </>
  )
}

function Result({ language, count }: { language: Language; count: Count }) {
  const unknown = count.leftOut.filter(({ why }) => why === 'no-quantity').length
  if (count.number !== null) {
    return <p class="figure-value">{sayNumber(language, count.number)}</p>
  }
  return (
    <>
      {count.sums.length === 0 && <Empty>{say(language, 'count.empty')}</Empty>}
      <ul class="text-[1.3em]">
        {count.sums.map((sum) => (
          <li>
            {saySum(language, sum)}{' '}
            <small>
              {say(language, 'count.pledges', { count: sum.pledges.length })}
              {sum.about > 0 && ` · ${say(language, 'count.about', { count: sum.about })}`}
            </small>
          </li>
        ))}
      </ul>
      {unknown > 0 && <p class="mark">{say(language, 'count.unknown', { count: unknown })}</p>}
    </>
  )
}

/** What the filter lets through, in words; each part a label and a name. */
function Scope({ language, facts: { filter, names } }: { language: Language; facts: CountFacts }) {
  const parts = [
    names.edition && [say(language, 'edition'), readingOf(names.edition.shortName, language).value],
    filter.edition === 'none' && [say(language, 'edition'), say(language, 'edition.none')],
    names.party && [say(language, 'party'), names.party],
    names.category && [say(language, 'category'), names.category[language]],
    names.capabilities.length > 0 && [
      say(language, 'capability'),
      sayList(
        language,
        names.capabilities.map((name) => name[language]),
      ),
    ],
    filter.mission && [say(language, 'mission'), filter.mission],
    filter.since && [say(language, 'filter.since'), sayPartialDay(language, filter.since)],
    filter.role && [say(language, 'filter.role'), sayRole(language, filter.role)],
    filter.known && [say(language, 'rule.standing'), say(language, `known.${filter.known}`)],
  ].filter((part) => Array.isArray(part))
  if (parts.length === 0) return <>{say(language, 'count.everything')}</>
  return (
    <ul class="list-none ps-0">
      {parts.map(([label, value]) => (
        <li>
          <span class="label">{label}</span> <Bdi>{value}</Bdi>
        </li>
      ))}
    </ul>
  )
}

function Parties({ language, counted }: { language: Language; counted: CountFacts['counted'] }) {
  if (counted.length === 0) return null
  return (
    <ul class="columns-[14rem] list-none gap-x-10 ps-0 [&>li]:break-inside-avoid">
      {counted
        .toSorted((a, b) => compareIn(language)(a.name, b.name))
        .map(({ code, name }) => (
          <li>
            <a href={hrefOf(language, `/parties/${code}`)}>{name}</a>
          </li>
        ))}
    </ul>
  )
}

function List({ language, facts }: { language: Language; facts: CountFacts }) {
  const { count, titles, page } = facts
  const shown = count.counted.slice((page - 1) * AT_ONCE, page * AT_ONCE)
  if (shown.length === 0) return null
  return (
    <>
      <h2>{say(language, 'count.list')}</h2>
      <ul class="list-none ps-0">
        {shown.map((id) => (
          <PledgeLine language={language} id={id} title={titles.get(id)} />
        ))}
      </ul>
      <Beside
        language={language}
        page={page}
        pages={Math.ceil(count.counted.length / AT_ONCE)}
        to={(number) => hrefOf(language, addressOfCount(facts.rule, facts.filter, number))}
      />
    </>
  )
}

const PledgeLine = ({
  language,
  id,
  title,
  children,
}: {
  language: Language
  id: PledgeId
  title: Text | undefined
  children?: string
}) => (
  <li>
    <a href={hrefOf(language, `/pledges/${id}`)}>
      {title ? <Words in={readingOf(title, language)} language={language} /> : <Bdi>{id}</Bdi>}
    </a>{' '}
    <small>
      <Identifier>{id}</Identifier>
      {children && ` · ${children}`}
    </small>
  </li>
)

/** How many of the list were not added, by reason, and which; the first fifty of each. */
function Left({ language, count }: { language: Language; count: Count }) {
  const reasons = [...Map.groupBy(count.leftOut, ({ why }) => why)]
  if (reasons.length === 0) return null
  return (
    <>
      <h2>{say(language, 'count.left')}</h2>
      {reasons.map(([why, entries]) => (
        <Reason language={language} why={why} entries={entries.map(({ id }) => id)} />
      ))}
    </>
  )
}

const Reason = ({
  language,
  why,
  entries,
}: {
  language: Language
  why: LeftOut
  entries: readonly PledgeId[]
}) => (
  <details open={entries.length <= 12}>
    <summary>
      {say(language, `left.${why}`)} · {say(language, 'count.pledges', { count: entries.length })}
    </summary>
    <ul class="columns-[11rem] list-none gap-x-6 ps-0">
      {entries.slice(0, AT_ONCE).map((id) => (
        <li>
          <a href={hrefOf(language, `/pledges/${id}`)}>
            <Bdi>{id}</Bdi>
          </a>
        </li>
      ))}
    </ul>
  </details>
)
