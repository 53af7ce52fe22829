import type { Child } from 'hono/jsx'
import { sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { localWithOffset } from '../../../kernel/time.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ConferenceTime, OwnOffset, OwnTime, ReaderTimes } from '../../../ui/reader-time.tsx'
import { Identifier, Prose } from '../../../ui/text.tsx'
import { say as sayOfHouse } from '../../../ui/words.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import { sayKind, sayWay } from '../../floor/terms.print.ts'
import { readerWords } from '../../programme/pages/marks.tsx'
import { languagesOf } from '../model.ts'
import type { PaperShown, PledgeShown, PublicStatement, Published } from '../shown.ts'
import { say } from '../words.ts'
import { Clocked, OnBehalf, SpeakerName, sayLanguages } from './marks.tsx'
import { partyName } from './public-list.tsx'

interface Props {
  language: Language
  published: Published
  statement: PublicStatement
}

/** One statement, as everybody reads it once it was delivered and released. */
export function PublicPage(props: Props) {
  const { language, published, statement } = props
  const { outline, parties } = published
  const { content, papers, pledges, speaker, speech } = statement
  const home = hrefOf(language, `/${outline.id}`)
  const name = partyName(parties, statement, language)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: readingOf(outline.shortName, language).value },
          { href: `${home}/statements`, label: say(language, 'title') },
          { href: '', label: name },
        ]}
      />
      <Part id="statement">
        <h1>{name}</h1>
        <OnBehalf of={statement.onBehalfOf} language={language} />
        {speaker && (
          <p class="lead">
            <SpeakerName of={speaker} language={language} />
          </p>
        )}
        {content?.check && <Notice>{say(language, 'check')}</Notice>}
        <Facts {...props} />
        {content?.text && (
          <section aria-labelledby="text">
            <h2 id="text">{say(language, 'text')}</h2>
            <Prose in={readingOf(content.text, language)} language={language} />
            <Others {...{ language, statement, conference: outline.id }} />
          </section>
        )}
        <Papers {...{ language, papers, base: `/${outline.id}/statements/${speech}/files` }} />
        {!content?.text && papers.length === 0 && <p class="empty">{say(language, 'text.none')}</p>}
        <Pledges {...{ language, pledges }} />
      </Part>
    </>
  )
}

function Facts({ language, published: { outline, parties }, statement }: Props) {
  const { delivered, session, content, party } = statement
  const row = (label: string, value: Child) =>
    value ? (
      <>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </>
    ) : null
  const home = hrefOf(language, `/${outline.id}`)
  return (
    <dl>
      {row(
        say(language, 'session'),
        session && (
          <a href={`${home}/programme/${session.slug}`}>
            <Title text={session.title} language={language} />
          </a>
        ),
      )}
      {row(
        say(language, 'delivered'),
        <Delivered {...{ language, zone: outline.zone, statement }} />,
      )}
      {row(
        say(language, 'spoken-in'),
        delivered.language && sayOfHouse(language, `language.${delivered.language}`),
      )}
      {row(
        say(language, 'read-in'),
        content && languagesOf(content).length > 0 && sayLanguages(language, languagesOf(content)),
      )}
      {row(
        say(language, 'video'),
        content?.video && (
          <a href={content.video} rel="external noopener">
            {say(language, 'video.watch')}
          </a>
        ),
      )}
      {row(
        say(language, 'party'),
        <a href={hrefOf(language, `/parties/${party}`)}>
          {partyName(parties, statement, language)}
        </a>,
      )}
    </dl>
  )
}

/** When it was said, how long it lasted, and how. */
function Delivered({
  language,
  zone,
  statement: { delivered },
}: {
  language: Language
  zone: string
  statement: PublicStatement
}) {
  const { givenAt, endedAt, seconds, way, kind } = delivered
  const how = [...(kind === 'single' ? [] : [sayKind(language, kind)]), sayWay(language, way)].join(
    ' · ',
  )
  if (givenAt === null || endedAt === null) return <>{how}</>
  const zones = { language, conference: zone, chosen: null }
  const start = Temporal.Instant.from(givenAt)
  const span = { start, end: Temporal.Instant.from(endedAt) }
  const day = start.toZonedDateTimeISO(zone).toPlainDate().toString()
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <time datetime={localWithOffset(start, zone)}>{sayDay(language, day)}</time>
      {' · '}
      <ConferenceTime span={span} day={day} zones={zones} /> (
      <bdi>{sayZoneOffset(language, start, zone)}</bdi>)
      {seconds !== null && (
        <>
          {' · '}
          {say(language, 'lasted')} <Clocked seconds={seconds} />
        </>
      )}
      {' · '}
      {how}
      <small class="block">
        <OwnTime span={span} day={day} zones={zones} />{' '}
        <OwnOffset at={start} zones={zones} say={(offset) => offset} />
      </small>
    </ReaderTimes>
  )
}

/** The same text in other languages: each on this page in that language. */
function Others({
  language,
  statement: { content, speech },
  conference,
}: {
  language: Language
  statement: PublicStatement
  conference: string
}) {
  const text = content?.text
  const shown = text && readingOf(text, language).language
  const others = text ? languagesOf({ text, files: [] }).filter((one) => one !== shown) : []
  if (others.length === 0) return null
  return (
    <p>
      {say(language, 'also-in')}{' '}
      {others.map((one, place) => (
        <>
          {place > 0 && ' · '}
          <a href={hrefOf(one, `/${conference}/statements/${speech}`)} hreflang={one}>
            {sayOfHouse(language, `language.${one}`)}
          </a>
        </>
      ))}
    </p>
  )
}

/** Papers, each with its language. */
export function Papers({
  language,
  papers,
  base,
}: {
  language: Language
  papers: readonly PaperShown[]
  base: string
}) {
  if (papers.length === 0) return null
  return (
    <ul>
      {papers.map(({ id, name, language: tongue }) => (
        <li>
          <a href={hrefOf(language, `${base}/${id}`)} data-turbo="false">
            <bdi>{name}</bdi>
          </a>
          {' · '}
          {sayOfHouse(language, `language.${tongue}`)}
        </li>
      ))}
    </ul>
  )
}

function Pledges({ language, pledges }: { language: Language; pledges: readonly PledgeShown[] }) {
  if (pledges.length === 0) return null
  return (
    <section aria-labelledby="pledges">
      <h2 id="pledges">{say(language, 'pledges')}</h2>
      <ul>
        {pledges.map(({ id, title }) => (
          <li>
            <a href={hrefOf(language, `/pledges/${id}`)}>
              <Title text={title} language={language} />
            </a>{' '}
            <span class="mark">
              <Identifier>{id}</Identifier>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
