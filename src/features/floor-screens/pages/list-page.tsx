import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { OwnOffset, ReaderTimes } from '../../../ui/reader-time.tsx'
import { minuteOf } from '../../floor/pages/likely-time.tsx'
import { sayTerm } from '../../floor/terms.print.ts'
import { readerWords } from '../../programme/pages/marks.tsx'
import { say } from '../words.ts'
import { AboutList } from './about-list.tsx'
import { HaveSpoken, hasLikely, InWriting, Waiting } from './queue.tsx'
import {
  Announcement,
  addressOf,
  conferenceName,
  RehearsalMark,
  type Screen,
  SessionTitle,
} from './screen.tsx'
import { Screens } from './screens.tsx'
import { SpeakingNow, StateLine } from './speaking-now.tsx'

/** The list of speakers, as a phone in a corridor reads it. */
export function ListPage({ screen, chairs }: { screen: Screen; chairs: boolean }) {
  const { language, zones, session, sight } = screen
  const home = `/${screen.conference.id}`
  const title = readingOf(session.title, language).value
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, home), label: conferenceName(screen) },
          { href: hrefOf(language, `${home}/floor`), label: say(language, 'title') },
          { href: hrefOf(language, addressOf(screen)), label: title },
        ]}
      />
      <h1>
        <span class="floor-kicker">{sayTerm(language, 'list')}</span>{' '}
        <SessionTitle screen={screen} />
      </h1>
      <RehearsalMark screen={screen} />
      <Part id="floor-now">
        <StateLine screen={screen} />
        {sight.list && <SpeakingNow screen={screen} />}
        <Announcement screen={screen} />
      </Part>
      {sight.list ? <Listed screen={screen} /> : <NotListed screen={screen} />}
      <AboutList screen={screen} />
      <Screens language={language} of={screen} chairs={chairs} />
    </ReaderTimes>
  )
}

function Listed({ screen }: { screen: Screen }) {
  const { language, floor } = screen
  return (
    <>
      <Part id="floor-waiting">
        {floor.meeting !== 'adjourned' && (
          <>
            <h2>{say(language, 'waiting')}</h2>
            {floor.waiting.length > 0 && (
              <p class="mark">
                {hasLikely(screen) ? say(language, 'likely.note') : say(language, 'likely.none')}{' '}
                <OwnTimes screen={screen} />
              </p>
            )}
            <Waiting screen={screen} />
          </>
        )}
        <InWriting screen={screen} />
      </Part>
      <Part id="floor-heard">
        <h2>{say(language, 'heard')}</h2>
        <HaveSpoken screen={screen} />
      </Part>
    </>
  )
}

/** Whose the second time beside each speaker is. */
function OwnTimes({ screen: { standing, zones, language } }: { screen: Screen }) {
  const [first] = standing.likely.begins.values()
  if (first === undefined) return null
  return (
    <OwnOffset
      at={minuteOf(first)}
      zones={zones}
      say={(offset) => say(language, 'time.yours', { offset })}
    />
  )
}

const NotListed = ({ screen: { language, floor } }: { screen: Screen }) => (
  <Part id="floor-waiting">
    <Notice>
      {say(language, floor.settings.listed === 'after' ? 'listed.after' : 'listed.closed')}
    </Notice>
  </Part>
)
