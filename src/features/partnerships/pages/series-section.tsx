import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'

/** On the front page: the way to what partnerships could do. */
export const SeriesSection = ({ language }: { language: Language }) => (
  <section aria-labelledby="partnerships">
    <h2 id="partnerships">
      <a href={hrefOf(language, '/partnerships')}>{say(language, 'title')}</a>
    </h2>
    <p>{say(language, 'lead')}</p>
  </section>
)
