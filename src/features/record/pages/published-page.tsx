import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import type { RecordFacts } from '../editions.ts'
import { say } from '../words.ts'
import { Published } from './published.tsx'

/** What publishers counted at each edition, beside what we count: where they differ, both are shown with the reason. */
export const PublishedPage = ({
  language,
  facts,
}: {
  language: Language
  facts: Pick<RecordFacts, 'editions' | 'series' | 'states'>
}) => (
  <>
    <Breadcrumbs
      language={language}
      steps={[
        { href: hrefOf(language, '/record'), label: say(language, 'title') },
        { href: '', label: say(language, 'published') },
      ]}
    />
    <h1>{say(language, 'published')}</h1>
    <p class="lead">{say(language, 'published.text')}</p>
    <p>
      <a href={hrefOf(language, '/record/rules')}>{say(language, 'rules')}</a>
    </p>
    {facts.editions.map((edition) => (
      <Published language={language} edition={edition} facts={facts} />
    ))}
  </>
)
