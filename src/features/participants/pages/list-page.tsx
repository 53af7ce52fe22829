import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import { type Directory, grouped, groupName } from '../list.print.ts'
import type { Group, Line, List } from '../model.ts'
import { say } from '../words.ts'
import { Changes } from './changes.tsx'
import { PersonLine } from './person-line.tsx'

/** What the page of a list shows. */
export interface ListFacts {
  language: Language
  conference: { id: string; name: string }
  list: List | null
  /** The list before it that the same readers saw. */
  before: readonly Line[] | null
  lists: readonly Pick<List, 'number' | 'publishedAt' | 'audience'>[]
  directory: Directory
}

export const dayOf = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** Who takes part, by delegation in the order of the host. */
export function ListPage(facts: ListFacts) {
  const { language, conference, list, lists, directory } = facts
  const home = hrefOf(language, `/${conference.id}`)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: conference.name },
          { href: '', label: say(language, 'title') },
        ]}
      />
      <h1>{say(language, 'title')}</h1>
      {list === null ? (
        <Empty>{say(language, 'none')}</Empty>
      ) : (
        <>
          <p class="lead">
            <HeadLine language={language} list={list} />
          </p>
          {list.note && (
            <p>
              <Words in={readingOf(list.note, language)} language={language} mark />
            </p>
          )}
          <p>
            {say(language, 'take')}
            {BETWEEN}
            <a href={`${home}/participants/${list.number}.pdf`} data-turbo="false">
              {say(language, 'take.pdf')}
            </a>
            {BETWEEN}
            <a href={`${home}/participants/${list.number}.csv`} data-turbo="false">
              {say(language, 'take.csv')}
            </a>
          </p>
          <details>
            <summary>{say(language, 'changes')}</summary>
            <Changes
              language={language}
              before={facts.before}
              after={list.lines}
              directory={directory}
            />
          </details>
          <Part id="list">
            {grouped(list.lines, directory, language).map((group) => (
              <GroupOf language={language} group={group} directory={directory} />
            ))}
          </Part>
        </>
      )}
      {lists.length > 1 && (
        <>
          <h2>{say(language, 'lists')}</h2>
          <ul>
            {lists.map(({ number, publishedAt, audience }) => (
              <li>
                <a href={`${home}/participants?list=${number}`}>
                  {say(language, 'number', { number })}
                </a>
                {publishedAt && (
                  <>
                    {BETWEEN}
                    {sayDay(language, dayOf(publishedAt))}
                  </>
                )}
                {BETWEEN}
                {say(language, `audience.${audience}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** Number, day, for whom and how many: what a list is known by. */
export function HeadLine({ language, list }: { language: Language; list: List }) {
  const { number, publishedAt, preparedAt, audience, lines } = list
  const date = sayDay(language, dayOf(publishedAt ?? preparedAt))
  const parts: Child[] = [
    say(language, 'number', { number }),
    say(language, publishedAt ? 'published' : 'prepared', { date }),
    say(language, `audience.${audience}`),
    say(language, 'people', { count: lines.length }),
  ]
  return (
    <>
      {parts.map((part, place) => (
        <>
          {place > 0 && BETWEEN}
          {part}
        </>
      ))}
    </>
  )
}

function GroupOf({
  language,
  group,
  directory,
}: {
  language: Language
  group: Group
  directory: Directory
}) {
  return (
    <section>
      <h2>{groupName(group, directory, language)}</h2>
      <ul class="names">
        {group.people.map(
          ({ named }) =>
            named && (
              <li>
                <PersonLine language={language} named={named} kind={group.kind} />
              </li>
            ),
        )}
        {group.unnamed > 0 && (
          <li class="mark">{say(language, 'unnamed', { count: group.unnamed })}</li>
        )}
      </ul>
    </section>
  )
}
