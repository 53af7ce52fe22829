import type { Child } from 'hono/jsx'
import { Chart } from '../../../../ui/chart/chart.tsx'
import { SourceLink } from '../../../../ui/facts.tsx'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Empty } from '../../../../ui/notices.tsx'
import { BETWEEN } from '../../../../ui/text.tsx'
import { type ReadinessLevel, ReadinessMark } from '../../../capabilities/pages/marks.tsx'
import { Title } from '../../../conferences/pages/facts.tsx'
import type { DeliveryEvent, Level, ReadinessEvent } from '../../history.model.ts'
import { lastDayOf } from '../../model.ts'
import { say } from '../../words.ts'
import { sayReached } from '../line.tsx'
import { Inferred } from '../marks.tsx'
import { Day, PartyLink } from '../names.tsx'
import { namesOf, type PledgeDesk } from './desk.tsx'
import { timelineOf } from './timeline.tsx'

/** What became of the pledge: as a picture, and every report with who made it. */
export function Delivery({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  return (
    <>
      <h2 id="delivery">{say(language, 'delivery.title')}</h2>
      {pledge.standing.reportedOn === null && (
        <Empty>
          {say(
            language,
            pledge.delivery.some(({ stage }) => stage !== 'announced')
              ? 'delivery.inferred'
              : 'delivery.none',
          )}
        </Empty>
      )}
      <Chart
        id="timeline"
        language={language}
        of={timelineOf(desk)}
        downloads={hrefOf(language, `/pledges/${pledge.id}-timeline`)}
      />
      <h3 id="reports">{say(language, 'reports.each')}</h3>
      <ol class="list-none ps-0">
        {byDay(pledge.delivery).map((event) => (
          <Report desk={desk} event={event}>
            <strong class="font-semibold">{say(language, `stage.${event.stage}`)}</strong>
            {event.quantity && (
              <>
                {BETWEEN}
                {sayReached(language, event.quantity)}
              </>
            )}
            {event.party && (
              <>
                {BETWEEN}
                <PartyLink desk={desk} code={event.party} day={namesOf(desk)} />
              </>
            )}
          </Report>
        ))}
      </ol>
      <p class="label">{say(language, 'reports.rule')}</p>
    </>
  )
}

/** Readiness in the system of the United Nations: an axis of its own, and only what is public. */
export function Readiness({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  if (pledge.readiness.length === 0) return null
  return (
    <>
      <h2 id="readiness">{say(language, 'readiness')}</h2>
      <p class="label">{say(language, 'readiness.rule')}</p>
      <ol class="list-none ps-0">
        {byDay(pledge.readiness).map((event) => (
          <Report desk={desk} event={event}>
            <ReadinessMark level={markOf(event.level)} language={language} />{' '}
            {say(language, `readiness.${event.what}`)}
          </Report>
        ))}
      </ol>
    </>
  )
}

/** A report: its day, what it says, and who says so. */
function Report({
  desk,
  event,
  children,
}: {
  desk: PledgeDesk
  event: DeliveryEvent | ReadinessEvent
  children: Child
}) {
  const { language } = desk
  return (
    <li class="grid gap-x-10 border-t border-base-300 py-3 sm:grid-cols-[11rem_1fr]">
      <p class="label mb-1">
        {event.on ? <Day language={language} day={event.on} /> : say(language, 'undated')}
      </p>
      <div>
        <p class="mb-1">
          {children}
          {event.inferred && <Inferred language={language} />}
        </p>
        {event.note && (
          <p class="mb-1">
            <Title text={event.note} language={language} />
          </p>
        )}
        <p class="label mb-0">
          {say(language, `voice.${event.voice}`)}
          {BETWEEN}
          {event.source ? (
            <SourceLink source={event.source} language={language} />
          ) : (
            say(language, 'reported-here')
          )}
        </p>
      </div>
    </li>
  )
}

/** Oldest first; what has no day comes last. */
const byDay = <Event extends Pick<DeliveryEvent, 'on'>>(events: readonly Event[]): Event[] => {
  const day = ({ on }: Event) => (on === null ? '9999' : lastDayOf(on))
  return events.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0))
}

/** A level as its mark is made. */
export const markOf = (level: Level): ReadinessLevel =>
  level === 'RDL' ? 'rapid-deployment' : (Number(level) as 1 | 2 | 3)
