import type { Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { sayTerm } from '../../floor/terms.print.ts'
import { addressOfFloor } from '../model.ts'
import { say } from '../words.ts'

/** The floor on the page of a delegation: where it has been asked for, and the way there. */
export function FloorSection({
  language,
  conference,
  party,
  lists,
  asked,
}: {
  language: Language
  conference: string
  party: string
  /** How many sessions have a list of speakers. */
  lists: number
  /** The sessions in which the delegation has asked for the floor. */
  asked: readonly { slug: string; title: Text }[]
}) {
  return (
    <section aria-labelledby="floor">
      <h2 id="floor">{sayTerm(language, 'floor')}</h2>
      <p>
        {say(language, 'section.lists')} <bdi>{lists}</bdi>
      </p>
      {asked.length === 0 ? (
        <p class="empty">{say(language, 'ours.none')}</p>
      ) : (
        <>
          <p class="mb-1">{say(language, 'section.inscribed')}</p>
          <ul>
            {asked.map(({ slug, title }) => (
              <li>
                <a href={hrefOf(language, addressOfFloor(conference, party, slug))}>
                  {readingOf(title, language).value}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a class="btn" href={hrefOf(language, addressOfFloor(conference, party))}>
          {say(language, 'section.open')}
        </a>
      </p>
    </section>
  )
}
