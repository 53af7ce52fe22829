import { sayNumber } from '../../../i18n/numbers.ts'
import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { Figure } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { addressOfList } from '../find/wish.ts'
import { say } from '../words.ts'

/** How many pledges of an edition our sample has, and where they are. */
export function EditionSection({
  language,
  edition,
  count,
}: {
  language: Language
  edition: ConferenceId
  count: number
}) {
  const list = hrefOf(language, addressOfList({ edition }))
  return (
    <section aria-labelledby="pledges">
      <h2 id="pledges">{say(language, 'title')}</h2>
      <Figure
        language={language}
        value={<a href={list}>{sayNumber(language, count)}</a>}
        counts={say(language, 'title')}
        rule={say(language, 'edition.rule')}
      />
      <p>
        <a class="btn btn-primary" href={list}>
          {say(language, 'edition.open')}
        </a>
      </p>
    </section>
  )
}
