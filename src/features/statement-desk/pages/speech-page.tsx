import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { sayWay } from '../../floor/terms.print.ts'
import { nameOn } from '../../parties/model.ts'
import { Moment, OnBehalf, SpeakerName, sayLanguages } from '../../statements/pages/marks.tsx'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'
import type { AtWork } from '../work.ts'
import { Confirming } from './confirming.tsx'
import { Depositing, Naming, Versions } from './depositing.tsx'
import { SessionName } from './session-name.tsx'
import { StageMark } from './stage-mark.tsx'

/** One speech for its delegation and for the desk: what was deposited, which pledges, and what was said of them. */
export function SpeechPage({ desk }: { desk: Desk }) {
  const { work, viewer } = desk
  const { language } = viewer
  const { stage } = work
  const isOpen = stage === 'ahead' || stage === 'delivered'
  return (
    <>
      <Heading desk={desk} />
      <Part id="stage">
        <p>
          <StageMark stage={stage} language={language} />
        </p>
        {stage === 'going-out' && <GoingOut desk={desk} />}
        {stage === 'public' && (
          <p>
            <a href={hrefOf(language, `/${work.outline.id}/statements/${work.speech.id}`)}>
              {say(language, 'public.open')}
            </a>
          </p>
        )}
      </Part>
      {stage === 'delivered' && <Confirming desk={desk} />}
      <Part id="deposited">
        <Deposited desk={desk} />
        <Readings desk={desk} />
      </Part>
      {isOpen && work.versions && <Depositing desk={desk} />}
      {isOpen && !work.versions && (
        <details class="confirm">
          <summary class="btn">{say(language, 'deposit.for')}</summary>
          <Depositing desk={desk} />
        </details>
      )}
      {isOpen && work.offered.length > 0 && <Naming desk={desk} />}
      {work.versions && work.versions.length > 1 && <Versions desk={desk} />}
    </>
  )
}

function Heading({ desk: { viewer, work, list, floor } }: { desk: Desk }) {
  const { language } = viewer
  const { outline, party, session, speaker, onBehalfOf, speech } = work
  const name = nameOn(party, session.day, language).short
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          {
            href: hrefOf(language, `/${outline.id}`),
            label: readingOf(outline.shortName, language).value,
          },
          { href: hrefOf(language, list), label: say(language, 'title') },
          { href: '', label: name },
        ]}
      />
      <h1>{name}</h1>
      <OnBehalf of={onBehalfOf} language={language} />
      <p class="lead">
        <a href={hrefOf(language, `${floor}#speech-${speech.id}`)}>
          <SessionName title={session.title} language={language} />
        </a>{' '}
        · {sayWay(language, speech.way)}
        {speaker && (
          <span class="block">
            <SpeakerName of={speaker} language={language} />
          </span>
        )}
      </p>
    </>
  )
}

/** The minute in which what was confirmed can still be taken back. */
function GoingOut({ desk: { viewer, work, here } }: { desk: Desk }) {
  const { language } = viewer
  const { outline, speech, releaseAt } = work
  return (
    <div class="notice" role="status">
      <p>
        {say(language, 'going-out')}{' '}
        {releaseAt && (
          <bdi>
            {releaseAt
              .toZonedDateTimeISO(outline.zone)
              .toPlainTime()
              .toString({ smallestUnit: 'second' })}
          </bdi>
        )}
      </p>
      <Said language={language} work={work} />
      <Deed
        viewer={viewer}
        command="statements.undo"
        then={here}
        fixed={{ conference: outline.id, session: work.sessionId, speech: speech.id }}
        label={say(language, 'undo')}
      />
    </div>
  )
}

/** What was said of each pledge. */
function Said({ language, work }: { language: Language; work: AtWork }) {
  if (!work.pledges || work.pledges.length === 0) return null
  return (
    <ul>
      {work.pledges.map(({ title, outcome }) => (
        <li>
          <Title text={title} language={language} />
          {outcome && <> · {say(language, `outcome.${outcome}`)}</>}
        </li>
      ))}
    </ul>
  )
}

/** That something was deposited, in which languages and for whom: never the text itself. */
function Deposited({ desk: { viewer, work } }: { desk: Desk }) {
  const { language } = viewer
  const { deposited, outline, number, videoBy, speech } = work
  const row = (label: string, value: Child) => (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
  return (
    <section aria-labelledby="deposited-text">
      <h2 id="deposited-text">{say(language, 'deposited.title')}</h2>
      {speech.way === 'video' && videoBy && (
        <p>
          {say(language, 'video-by')}{' '}
          <Moment at={videoBy} zone={outline.zone} language={language} />
        </p>
      )}
      {!deposited ? (
        <p class="empty">{say(language, 'deposit.none')}</p>
      ) : (
        <>
          {work.stage !== 'public' && <Notice>{say(language, 'embargo')}</Notice>}
          <dl>
            {row(
              say(language, 'version'),
              <>
                {number} · <Moment at={deposited.at} zone={outline.zone} language={language} />
              </>,
            )}
            {deposited.languages.length > 0 &&
              row(say(language, 'read-in'), sayLanguages(language, deposited.languages))}
            {row(say(language, 'video'), say(language, deposited.hasVideo ? 'yes' : 'no'))}
            {row(say(language, 'use'), say(language, `use.${deposited.use}`))}
            {row(say(language, 'check.label'), say(language, deposited.check ? 'yes' : 'no'))}
          </dl>
        </>
      )}
    </section>
  )
}

/** Who opened the text before it was delivered, and when. */
function Readings({ desk: { viewer, work } }: { desk: Desk }) {
  const { language } = viewer
  if (work.number === 0) return null
  return (
    <section aria-labelledby="readings">
      <h2 id="readings">{say(language, 'readings')}</h2>
      {work.readings.length === 0 ? (
        <p class="empty">{say(language, 'readings.none')}</p>
      ) : (
        <ul>
          {work.readings.map(({ name, isOver, number, at }) => (
            <li>
              <bdi>{name ?? say(language, isOver ? 'readings.no-name' : 'account-closed')}</bdi> ·{' '}
              {say(language, 'version')} {number} ·{' '}
              <Moment at={at} zone={work.outline.zone} language={language} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
