import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { count } from '../count/count.ts'
import type { EditionFacts, RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { Counted } from './counted.tsx'
import { Published } from './published.tsx'

/** What our sample holds of an edition, on the page of its conference: counted by rules, beside what was published. */
export function EditionSection({
  language,
  edition,
  facts,
}: {
  language: Language
  edition: EditionFacts
  facts: RecordFacts
}) {
  const { id } = edition.outline
  const isState = (code: string) => facts.states.has(code)
  return (
    <section aria-labelledby="pledges-of-edition">
      <h2 id="pledges-of-edition">{say(language, 'conference')}</h2>
      <p>
        {say(language, 'sample.text')}{' '}
        <a href={hrefOf(language, '/record/rules')}>{say(language, 'rules')}</a>
      </p>
      <div class="figures">
        {(['pledges', 'states'] as const).map((rule) => (
          <Counted
            language={language}
            rule={rule}
            filter={{ edition: id }}
            number={count(edition.entries, rule, isState).number ?? 0}
          />
        ))}
      </div>
      <p>
        <a class="btn btn-primary" href={hrefOf(language, `/pledges?edition=${id}`)}>
          {say(language, 'conference.all')}
        </a>{' '}
        <a class="btn" href={hrefOf(language, '/record/ages')}>
          {say(language, 'ages')}
        </a>
      </p>
      <p>{say(language, 'published.text')}</p>
      <Published language={language} edition={edition} facts={facts} />
    </section>
  )
}
