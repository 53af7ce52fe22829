import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { type LettersOnTheirWay, LettersProgress } from '../../../ui/progress.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { sayStage } from '../../pledges/pages/says.tsx'
import { DayOf, type Desk, nameIn, PledgeLink } from '../desk.tsx'
import type { FollowUp, ReachingMany } from '../follow-up.ts'
import { say } from '../words.ts'
import { Errors, WaitingReplies } from './answers.tsx'
import { Frame } from './frame.tsx'
import { OpenRound, RoundsAsked } from './rounds.tsx'

/** What came in after the announcement and waits for the secretariat, and what is awaited from whom. */
export function FollowUpPage({
  desk,
  followUp,
  ways,
}: {
  desk: Desk
  followUp: FollowUp
  /** How far the letters are that ask for reports. */
  ways: readonly LettersOnTheirWay<ReachingMany>[]
}) {
  const { language } = desk.viewer
  return (
    <Frame
      desk={desk}
      title={say(language, 'follow-up')}
      steps={[{ href: '', label: say(language, 'follow-up') }]}
    >
      <p class="lead">{say(language, 'lead')}</p>
      <p class="label">
        <a href={hrefOf(language, `/${desk.conference}/desk/reviews`)}>
          {say(language, 'reviews')}
        </a>
      </p>
      <LettersProgress
        language={language}
        ways={ways}
        label={(action) => say(language, `under-way.${action}`)}
      />
      <Part id="answers">
        <WaitingReplies desk={desk} replies={followUp.replies} />
        <Errors desk={desk} errors={followUp.errors} />
      </Part>
      <Part id="rounds">
        <RoundsAsked desk={desk} rounds={followUp.rounds} />
      </Part>
      <OpenRound desk={desk} asked={followUp.asked} />
      <Part id="received">
        <Received desk={desk} received={followUp.received} />
      </Part>
    </Frame>
  )
}

/** The reports that came in last. */
function Received({ desk, received }: { desk: Desk; received: FollowUp['received'] }) {
  const { language } = desk.viewer
  return (
    <section aria-labelledby="reports-received">
      <h2 id="reports-received">{say(language, 'received')}</h2>
      {received.length === 0 && <Empty>{say(language, 'received.none')}</Empty>}
      <ul class="list-none ps-0">
        {received.map((report) => (
          <li class="border-t border-base-300 py-3">
            <p class="mb-1">
              <PledgeLink desk={desk} id={report.pledge} />
            </p>
            <p class="label mb-0">
              {nameIn(desk, report.party)}
              {BETWEEN}
              {sayStage(language, report.stage)}
              {BETWEEN}
              <DayOf desk={desk} at={report.reportedAt} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
