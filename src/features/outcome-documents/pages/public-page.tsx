import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf, type Step } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import type { CountingRule, Figure } from '../../conferences/figure.model.ts'
import type { Desk } from '../../conferences/pages/facts.tsx'
import { Figures } from '../../conferences/pages/figures.tsx'
import type { Adopted } from '../shown.ts'
import { say } from '../words.ts'
import { Day, StateMark } from './marks.tsx'
import { Positions } from './positions.tsx'
import { DocumentText } from './text.tsx'

export interface PublicFacts {
  adopted: Adopted
  conference: string
  /** The way from the series to here. */
  steps: readonly Step[]
  /** What was published of endorsements elsewhere, beside our own list. */
  figures: readonly Figure[]
  counting: Readonly<Record<string, CountingRule>>
  desk: Desk
}

/** An adopted document, for everybody: its text, and who endorses it. */
export function PublicPage({ facts, language }: { facts: PublicFacts; language: Language }) {
  const { adopted, conference, figures, counting, desk } = facts
  const { settings, paragraphs, state } = adopted
  const home = `/${conference}/outcome/${adopted.document}`
  return (
    <>
      <Breadcrumbs language={language} steps={facts.steps} />
      <h1>{readingOf(settings.name, language).value}</h1>
      <p class="lead">
        {say(language, `kind.${settings.kind}`)} · {say(language, 'adopted-on')}{' '}
        <Day day={adopted.adoptedOn} language={language} />
        {state === 'closed' && (
          <>
            {' · '}
            <StateMark state={state} language={language} />
          </>
        )}
      </p>
      <p>
        {say(language, 'authentic-in')}{' '}
        {settings.authentic.map((one) => sayInUi(language, `language.${one}`)).join(' · ')}
      </p>
      <p>
        <a href={hrefOf(language, `${home}.pdf`)} data-turbo="false">
          {say(language, 'pdf')}
        </a>
      </p>
      <DocumentText paragraphs={paragraphs} into={language} language={language} />
      <Part id="positions">
        <Positions positions={adopted.positions} growth={adopted.growth} language={language} />
      </Part>
      {figures.length > 0 && (
        <section>
          <p>{say(language, 'figures')}</p>
          <Figures desk={desk} figures={figures} counting={counting} />
        </section>
      )}
    </>
  )
}

/** The adopted documents of a conference, as a part of its page. */
export function AdoptedList({
  conference,
  documents,
  language,
}: {
  conference: string
  documents: readonly Pick<Adopted, 'document' | 'settings' | 'adoptedOn'>[]
  language: Language
}) {
  return (
    <section>
      <h2>{say(language, 'title')}</h2>
      <ul>
        {documents.map(({ document, settings, adoptedOn }) => (
          <li>
            <a href={hrefOf(language, `/${conference}/outcome/${document}`)}>
              {readingOf(settings.name, language).value}
            </a>
            {' · '}
            <Day day={adoptedOn} language={language} />
          </li>
        ))}
      </ul>
    </section>
  )
}
