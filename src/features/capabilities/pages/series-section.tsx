import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'

/** On the front page: the way to what can be promised and to what is needed. */
export const SeriesSection = ({ language }: { language: Language }) => (
  <section aria-labelledby="capabilities">
    <h2 id="capabilities">{say(language, 'also')}</h2>
    <p>{say(language, 'also.text')}</p>
    <ul>
      <li>
        <a href={hrefOf(language, '/capabilities')}>{say(language, 'title')}</a>
      </li>
      <li>
        <a href={hrefOf(language, '/requirements')}>{say(language, 'requirements')}</a>
      </li>
    </ul>
  </section>
)
