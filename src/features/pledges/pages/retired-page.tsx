import type { Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { Wording } from '../../conferences/pages/facts.tsx'
import { say } from '../words.ts'

/** An identifier that is no longer a pledge: whoever followed a citation reads why. */
export const RetiredPage = ({
  language,
  id,
  why,
}: {
  language: Language
  id: string
  why: Text
}) => (
  <>
    <Breadcrumbs
      language={language}
      steps={[
        { href: hrefOf(language, '/pledges'), label: say(language, 'title') },
        { href: '', label: id },
      ]}
    />
    <p class="label">
      <Bdi>{id}</Bdi>
    </p>
    <h1>{say(language, 'retired')}</h1>
    <p class="lead">
      <Wording text={why} language={language} />
    </p>
    <p>
      <a href={hrefOf(language, '/pledges')}>{say(language, 'all')}</a>
    </p>
  </>
)
