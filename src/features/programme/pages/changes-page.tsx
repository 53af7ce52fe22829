import { sayZoneOffset } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf, type Text } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import type { ChangedSession, Difference } from '../release.ts'
import { say } from '../words.ts'
import { dayIn, PlaceLine } from './marks.tsx'

/** A release as its difference tells it. */
export interface ReleaseNote {
  number: number
  at: Temporal.Instant
  note: Text
  zone: string
  difference: Difference | null
}

interface ChangesProps {
  language: Language
  conference: Outline
  releases: readonly ReleaseNote[]
}

function Changed({ of, href, language }: { of: ChangedSession; href: string; language: Language }) {
  return (
    <li>
      <strong>{of.changes.map((change) => say(language, `change.${change}`)).join(' · ')}</strong>{' '}
      <a href={href}>
        <Words in={readingOf(of.title, language)} language={language} />
      </a>
      {of.titleBefore && (
        <span class="mark block">
          {say(language, 'formerly')}{' '}
          <s>
            <Words in={readingOf(of.titleBefore, language)} language={language} />
          </s>
        </span>
      )}
      {of.placeBefore && (
        <span class="mark block">
          <PlaceLine place={of.place} language={language} /> · {say(language, 'formerly')}{' '}
          <s>
            <PlaceLine place={of.placeBefore} language={language} />
          </s>
        </span>
      )}
    </li>
  )
}

function Release({ of, language, home }: { of: ReleaseNote; language: Language; home: string }) {
  const { difference, at, note, number, zone } = of
  return (
    <section id={`release-${number}`}>
      <h2>
        {say(language, 'release')} {number}
      </h2>
      <p class="mark">
        <time datetime={at.toString({ smallestUnit: 'second' })}>
          {sayDay(language, dayIn(at, zone))}
        </time>{' '}
        · <Words in={readingOf(note, language)} language={language} />
      </p>
      <Differs
        difference={difference}
        at={at}
        language={language}
        hrefTo={({ slug }) => `${home}/programme/${slug}`}
      />
    </section>
  )
}

/** What a release changed, in words; each session leads somewhere. */
export function Differs({
  difference,
  at,
  language,
  hrefTo,
}: {
  difference: Difference | null
  at: Temporal.Instant
  language: Language
  hrefTo(changed: ChangedSession): string
}) {
  return (
    <>
      {difference === null && <p>{say(language, 'changes.first')}</p>}
      {difference?.zone && (
        <p>
          {say(language, 'changes.zone')} ({sayZoneOffset(language, at, difference.zone.from)}{' '}
          <span class="inline-block rtl:-scale-x-100">→</span>{' '}
          {sayZoneOffset(language, at, difference.zone.to)})
        </p>
      )}
      {difference && difference.sessions.length > 0 && (
        <ul>
          {difference.sessions.map((changed) => (
            <Changed of={changed} href={hrefTo(changed)} language={language} />
          ))}
        </ul>
      )}
    </>
  )
}

/** Every release of the programme, newest first, and what each changed. */
export function ChangesPage({ language, conference, releases }: ChangesProps) {
  const home = hrefOf(language, `/${conference.id}`)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: readingOf(conference.shortName, language).value },
          { href: `${home}/programme`, label: say(language, 'title') },
          { href: `${home}/changes`, label: say(language, 'changes') },
        ]}
      />
      <h1>{say(language, 'changes')}</h1>
      <Part id="changes">
        {releases.length === 0 && <Empty>{say(language, 'empty')}</Empty>}
        {releases.map((release) => (
          <Release of={release} language={language} home={home} />
        ))}
      </Part>
    </>
  )
}
