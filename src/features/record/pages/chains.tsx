import { sayPartialDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier, Words } from '../../../ui/text.tsx'
import type { Chain } from '../count/chains.ts'
import type { RecordFacts } from '../editions.ts'
import { say } from '../words.ts'

/** Promises that were made at more than one edition, each from its first announcement on. */
export function Chains({
  language,
  chains,
  titles,
  editions,
}: {
  language: Language
  chains: readonly Chain[]
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
        {chains.map(({ steps }) => (
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
    </>
  )
}
