import { compareIn } from '../../i18n/collation.ts'
import { sayDay, sayPartialDay } from '../../i18n/days.ts'
import { sayNumber } from '../../i18n/numbers.ts'
import type { Language } from '../../kernel/language.ts'
import type { Source } from '../../kernel/source.ts'
import { readingOf } from '../../kernel/text.ts'
import { Figure, SourceLink, Sources } from '../../ui/facts.tsx'
import { Breadcrumbs, hrefOf } from '../../ui/navigation.tsx'
import { Notice } from '../../ui/notices.tsx'
import { Table } from '../../ui/table.tsx'
import { Bdi, Words } from '../../ui/text.tsx'
import type { Group, GroupSize, Membership } from './groups.model.ts'
import { nameOn, type Party } from './model.ts'
import { type Classes, classesOn, inOrderOf } from './orderings.model.ts'
import { MembershipMark } from './party-page.tsx'
import { say } from './words.ts'

export interface GroupFacts {
  group: Group
  /** The parties that belong to it. */
  parties: readonly Party[]
  classes: readonly Classes[]
  today: string
}

/** One group: how many belong to it as sources say, and who of them is known here. The list is never counted. */
export function GroupPage({ language, facts }: { language: Language; facts: GroupFacts }) {
  const { group } = facts
  const name = group.names[language]
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/parties'), label: say(language, 'title') },
          { href: '', label: name },
        ]}
      />
      <h1>{name}</h1>
      <Charter language={language} group={group} />
      {group.statedSize !== null && (
        <Figure
          language={language}
          value={sayNumber(language, group.statedSize)}
          counts={say(language, 'stated-size')}
          asOf={group.asOf}
          {...sourceOfSize(group)}
        />
      )}
      <Sizes language={language} sizes={group.sizes} />
      <h2>{say(language, 'known-here')}</h2>
      {!group.complete && <Notice>{say(language, 'rest-unknown')}</Notice>}
      <Known language={language} facts={facts} />
      <Sources sources={group.sources} language={language} />
    </>
  )
}

/** The source that stated the size as of the day for which the group stands here. */
function sourceOfSize({ sizes, asOf, statedSize }: Group) {
  const stated = sizes.find(({ on, members }) => on === asOf && members === statedSize)
  return stated ? { source: stated.source } : {}
}

function Charter({ language, group }: { language: Language; group: Group }) {
  return (
    <dl>
      {group.created && (
        <>
          <dt>{say(language, 'created')}</dt>
          <dd>
            <time datetime={group.created.day}>{sayDay(language, group.created.day)}</time>{' '}
            <Bdi>{group.created.document}</Bdi>
          </dd>
        </>
      )}
      {group.rule && (
        <>
          <dt>{say(language, 'rule')}</dt>
          <dd>
            <Words in={readingOf(group.rule.text, language)} language={language} mark />{' '}
            <SourceLink source={group.rule.source} language={language} />
          </dd>
        </>
      )}
      {group.list && (
        <>
          <dt>{say(language, 'list')}</dt>
          <dd>
            <Bdi>{group.list}</Bdi>
          </dd>
        </>
      )}
    </dl>
  )
}

function Sizes({ language, sizes }: { language: Language; sizes: readonly GroupSize[] }) {
  if (sizes.length === 0) return null
  return (
    <>
      <h2>{say(language, 'sizes')}</h2>
      <Table
        caption={say(language, 'sizes.note')}
        columns={[
          say(language, 'as-of'),
          say(language, 'members'),
          say(language, 'observers'),
          say(language, 'source'),
        ]}
        rows={sizes.map(({ on, approximate, members, observers, note, source }) => [
          <>
            <time datetime={on}>{sayPartialDay(language, on)}</time>
            {approximate && <small class="mark"> {say(language, 'approximately')}</small>}
          </>,
          sayNumber(language, members),
          observers === null ? '' : sayNumber(language, observers),
          <>
            <SourceLink source={source} language={language} />
            {note && (
              <p>
                <small>
                  <Words in={readingOf(note, language)} language={language} />
                </small>
              </p>
            )}
          </>,
        ])}
      />
    </>
  )
}

/** Who is known to belong to it, in the order of the page's language. */
function Known({
  language,
  facts: { group, parties, classes, today },
}: {
  language: Language
  facts: GroupFacts
}) {
  const ordered = inOrderOf(parties, language, {
    day: today,
    classes: classesOn(classes, today),
    compare: compareIn(language),
  })
  const memberships = new Map<string, Membership>(group.members.map((one) => [one.party, one]))
  return (
    <ul class="columns-[18rem] list-none gap-x-10 ps-0">
      {ordered.map((party) => {
        const membership = memberships.get(party.code)
        return (
          <li class="break-inside-avoid">
            <a href={hrefOf(language, `/parties/${party.code}`)}>
              {nameOn(party, today, language).short}
            </a>{' '}
            {membership && <MembershipMark language={language} membership={membership} />}
            <Evidence language={language} sources={membership?.sources ?? []} />
          </li>
        )
      })}
    </ul>
  )
}

/** Who says that a party belongs to the group: folded, for most readers look for names. */
const Evidence = ({ language, sources }: { language: Language; sources: readonly Source[] }) =>
  sources.length > 0 && (
    <details>
      <summary>
        <small>{say(language, 'sources')}</small>
      </summary>
      {sources.map((source) => (
        <p>
          <small>
            <SourceLink source={source} language={language} />
          </small>
        </p>
      ))}
    </details>
  )
