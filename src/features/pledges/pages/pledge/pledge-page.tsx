import type { Child } from 'hono/jsx'
import type { Language } from '../../../../kernel/language.ts'
import { readingOf } from '../../../../kernel/text.ts'
import { SourceLink } from '../../../../ui/facts.tsx'
import { Breadcrumbs, hrefOf, type Step } from '../../../../ui/navigation.tsx'
import { Notice } from '../../../../ui/notices.tsx'
import { Part } from '../../../../ui/part.tsx'
import { BETWEEN, Identifier } from '../../../../ui/text.tsx'
import { Title, Wording } from '../../../conferences/pages/facts.tsx'
import { addressOfList } from '../../find/wish.ts'
import { say } from '../../words.ts'
import { Day, EditionLink } from '../names.tsx'
import { Remarks } from '../remarks.tsx'
import { Citation } from './citation.tsx'
import { Connections } from './connections.tsx'
import { Delivery, Readiness } from './delivery.tsx'
import type { PledgeDesk } from './desk.tsx'
import { Disagreements } from './disagreements.tsx'
import { Details, Promised } from './promised.tsx'
import { Shares } from './shares.tsx'
import { AtAGlance } from './summary.tsx'
import { Versions } from './versions.tsx'

/** A pledge with everything that is known of it: what, who, what became of it, and how we know. */
export function PledgePage({
  desk,
  origin,
  children,
}: {
  desk: PledgeDesk
  /** Scheme and host that a citation names. */
  origin: string
  /** What later features know of the pledge. */
  children?: Child
}) {
  const { language, pledge } = desk
  const { terms } = pledge
  return (
    <article>
      <Breadcrumbs language={language} steps={wayTo(desk)} />
      <p class="label mb-2">
        <Announced desk={desk} />
      </p>
      <h1>
        <Title text={terms.title} language={language} />
      </h1>
      {pledge.withdrawn && (
        <Notice>
          {say(language, 'withdrawn.notice')}
          {pledge.withdrawn.note && (
            <>
              {' '}
              <Wording text={pledge.withdrawn.note} language={language} />
            </>
          )}
        </Notice>
      )}
      <p class="lead">
        <Wording text={terms.summary} language={language} />
      </p>
      <Part id="pledge">
        <AtAGlance desk={desk} />
        <Shares desk={desk} />
        <Promised desk={desk} />
        <Delivery desk={desk} />
        <Readiness desk={desk} />
        {children}
        <Disagreements desk={desk} />
        <Connections desk={desk} />
        <Details desk={desk} />
        <Versions desk={desk} />
        <h2 id="sources">{say(language, 'sources')}</h2>
        <ul>
          {terms.sources.map((source) => (
            <li>
              <SourceLink source={source} language={language} />
            </li>
          ))}
        </ul>
        {terms.note && (
          <p>
            <Title text={terms.note} language={language} />
          </p>
        )}
        <Citation desk={desk} origin={origin} />
      </Part>
      <Remarks language={language} />
    </article>
  )
}

function wayTo({ language, pledge, editions }: PledgeDesk): Step[] {
  const edition = editions.get(pledge.conference ?? '')
  return [
    { href: hrefOf(language, '/pledges'), label: say(language, 'title') },
    ...(edition
      ? [
          {
            href: hrefOf(language, addressOfList({ edition: edition.id })),
            label: readingOf(edition.shortName, language).value,
          },
        ]
      : []),
    { href: '', label: pledge.id },
  ]
}

/** Its identifier, and where and when it was announced. */
function Announced({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  return (
    <>
      <Identifier>{pledge.id}</Identifier>
      {BETWEEN}
      {pledge.conference ? (
        <EditionLink desk={desk} id={pledge.conference} />
      ) : (
        say(language, 'no-edition')
      )}
      {pledge.announcedOn && (
        <>
          {BETWEEN}
          {say(language, 'announced')}
          {say(language, 'colon')}
          <Day language={language} day={pledge.announcedOn} />
        </>
      )}
    </>
  )
}

/** What titles the page of a pledge. */
export const titleOf = ({
  pledge,
  language,
}: Pick<PledgeDesk, 'pledge'> & { language: Language }) =>
  `${readingOf(pledge.terms.title, language).value} (${pledge.id})`
