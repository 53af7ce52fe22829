import type { ConferenceId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { say } from '../words.ts'

/** On the page of a conference: where its report is, and what stands in it. */
export const ReportLink = ({
  language,
  conference,
}: {
  language: Language
  conference: ConferenceId
}) => (
  <section aria-labelledby="outcome-report">
    <h2 id="outcome-report">{say(language, 'title')}</h2>
    <p>{say(language, 'link.text')}</p>
    <p>
      <a class="btn" href={hrefOf(language, `/${conference}/outcome.pdf`)} data-turbo="false">
        {say(language, 'link')}
      </a>
    </p>
  </section>
)
