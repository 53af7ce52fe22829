import { sayDay } from '../../../i18n/days.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ConferenceTime, ReaderTimes, type Zones } from '../../../ui/reader-time.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { nameplateOf } from '../../floor/pages/speaker-line.tsx'
import { next, speaking } from '../../floor/queue/floor.ts'
import { ahead } from '../../floor/queue/likely.ts'
import { sayTerm } from '../../floor/terms.print.ts'
import { readerWords } from '../../programme/pages/marks.tsx'
import { say } from '../words.ts'
import { addressOf, conferenceName, RehearsalMark, type Screen, SessionTitle } from './screen.tsx'
import { StateLine } from './speaking-now.tsx'

/** All lists of a conference: who speaks where, who comes next, and where one may ask for the floor. */
export function OverviewPage({
  conference,
  screens,
  zones,
}: {
  conference: Outline
  screens: readonly Screen[]
  zones: Zones
}) {
  const { language } = zones
  const home = `/${conference.id}`
  return (
    <ReaderTimes {...zones} words={readerWords(language)}>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, home), label: conferenceName({ conference, language }) },
          { href: hrefOf(language, `${home}/floor`), label: say(language, 'title') },
        ]}
      />
      <h1>{say(language, 'title')}</h1>
      <p>{say(language, 'about')}</p>
      <Part id="floor-lists">
        {screens.length === 0 ? (
          <Empty>{say(language, 'none')}</Empty>
        ) : (
          <ul class="floor-lists">
            {screens.map((screen) => (
              <OneList screen={screen} />
            ))}
          </ul>
        )}
      </Part>
    </ReaderTimes>
  )
}

function OneList({ screen }: { screen: Screen }) {
  const { language, session, expected, zones } = screen
  const start = expected?.start ?? null
  return (
    <li id={session.slug}>
      <p class="mark">
        <time datetime={session.day}>{sayDay(language, session.day, { weekday: true })}</time>
        {start && (
          <>
            {' · '}
            <ConferenceTime
              span={{ start, end: expected?.end ?? null }}
              day={session.day}
              zones={zones}
            />
          </>
        )}
      </p>
      <h2>
        <a href={hrefOf(language, addressOf(screen))}>
          <SessionTitle screen={screen} />
        </a>
      </h2>
      <RehearsalMark screen={screen} />
      <StateLine screen={screen} />
      <NowAndNext screen={screen} />
    </li>
  )
}

/** Who has the floor and who comes next, as far as the reader may know. */
export function NowAndNext({ screen }: { screen: Screen }) {
  const { floor, language, speakers, sight } = screen
  const turn = speaking(floor)
  const following = next(floor)
  const count = ahead(floor).length
  if (!sight.list || floor.meeting === 'adjourned' || (!turn && !following)) return null
  return (
    <dl class="floor-brief">
      {turn && (
        <div>
          <dt>{sayTerm(language, 'speaker.now')}</dt>
          <dd>
            <strong>{nameplateOf(speakers, turn.speech.party)}</strong>
          </dd>
        </div>
      )}
      {following && (
        <div>
          <dt>{sayTerm(language, 'speaker.next')}</dt>
          <dd>
            {nameplateOf(speakers, following.party)}{' '}
            <span class="mark">
              {sayTerm(language, 'remaining')} <bdi>{count}</bdi>
            </span>
          </dd>
        </div>
      )}
    </dl>
  )
}
