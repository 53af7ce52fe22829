import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier, Words } from '../../../ui/text.tsx'
import type { Chain } from '../count/chains.ts'
import type { RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { Beside } from './beside.tsx'

/** The number of chains that stand on one page. */
const AT_ONCE = 25

/** The chains on a page of all. */
export const chainsOn = (page: number, chains: readonly Chain[]): readonly Chain[] =>
  chains.slice((page - 1) * AT_ONCE, page * AT_ONCE)

/** Promises that were made at more than one edition, each from its first announcement on. */
export function Chains({
  language,
  chains,
  page,
  titles,
  editions,
}: {
  language: Language
  chains: readonly Chain[]
  page: number
  titles: ReadonlyMap<string, Text>
  editions: RecordFacts['editions']
}) {
  const nameOf = (conference: string | null) => {
    const found = editions.find(({ outline }) => outline.id === conference)
    return found
      ? readingOf(found.outline.shortName, language).value
      : say(language, 'edition.none')
  }
  return (
    <>
      <h2 id="chains">{say(language, 'chains')}</h2>
      <p>{say(language, 'chains.text')}</p>
      <ul class="list-none ps-0">
        {chainsOn(page, chains).map(({ steps }) => (
          <li class="mb-4">
            <ol>
              {steps.map(({ entry, how }) => {
                const title = titles.get(entry.id)
                return (
                  <li>
                    <a href={hrefOf(language, `/pledges/${entry.id}`)}>
                      {title ? (
                        <Words in={readingOf(title, language)} language={language} />
                      ) : (
                        <Identifier>{entry.id}</Identifier>
                      )}
                    </a>{' '}
                    <small>
                      <Identifier>{entry.id}</Identifier>
                      {BETWEEN}
                      {nameOf(entry.conference)}
                      {BETWEEN}
                      {entry.since && (
                        <>
                          <time datetime={entry.since}>{sayPartialDay(language, entry.since)}</time>
                          {BETWEEN}
                        </>
                      )}
                      {say(language, `chains.${how}`)}
                    </small>
                  </li>
                )
              })}
            </ol>
          </li>
        ))}
      </ul>
      <Beside
        language={language}
        page={page}
        pages={Math.ceil(chains.length / AT_ONCE)}
        to={(number) => `${hrefOf(language, '/record')}?page=${number}#chains`}
      />
    </>
  )
}
