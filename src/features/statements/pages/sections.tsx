import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Published } from '../shown.ts'
import { say } from '../words.ts'
import { Lines } from './public-list.tsx'

/** The statements of a party, conference by conference. */
export function PartySection({ language, all }: { language: Language; all: readonly Published[] }) {
  return (
    <section aria-labelledby="delivered-statements">
      <h2 id="delivered-statements">{say(language, 'title')}</h2>
      {all.map((published) => (
        <>
          <h3>
            <a href={hrefOf(language, `/${published.outline.id}/statements`)}>
              {readingOf(published.outline.shortName, language).value}
            </a>
          </h3>
          <Lines language={language} published={published} />
        </>
      ))}
    </section>
  )
}

/** The statements of a session, in the order of delivery. */
export function SessionSection({
  language,
  published,
}: {
  language: Language
  published: Published
}) {
  return (
    <section aria-labelledby="delivered-statements">
      <h2 id="delivered-statements">{say(language, 'title')}</h2>
      <Lines language={language} published={published} />
    </section>
  )
}

/** Where a pledge was announced. */
export function PledgeSection({
  language,
  all,
}: {
  language: Language
  all: readonly Published[]
}) {
  return (
    <section aria-labelledby="announced-in">
      <h2 id="announced-in">{say(language, 'announced-in')}</h2>
      {all.map((published) => (
        <Lines language={language} published={published} />
      ))}
    </section>
  )
}

/** That there are statements of a conference, and where. */
export function ConferenceSection({
  language,
  conference,
}: {
  language: Language
  conference: string
}) {
  return (
    <section aria-labelledby="delivered-statements">
      <h2 id="delivered-statements">{say(language, 'title')}</h2>
      <p>{say(language, 'description')}</p>
      <p>
        <a class="btn" href={hrefOf(language, `/${conference}/statements`)}>
          {say(language, 'open')}
        </a>
      </p>
    </section>
  )
}
