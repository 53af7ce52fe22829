import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Part } from '../../../ui/part.tsx'
import { addressOfDesk } from '../../brokering/model.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import type { Desk } from '../desk.tsx'
import type { One } from '../facts.ts'
import { AskedNotice } from '../one/asked.tsx'
import { DeskDeeds } from '../one/deeds.tsx'
import { History } from '../one/history.tsx'
import { Head, NeedFacts, PledgeLink, titleOf } from '../one/need.tsx'
import { Notes } from '../one/notes.tsx'
import { SharesTable } from '../one/shares.tsx'
import { say } from '../words.ts'

/** One proposal, for the secretariat: what it says, who was asked, what each answered, and what can be done. */
export function DeskOnePage({ desk, one }: { desk: Desk; one: One }) {
  const { language } = desk.viewer
  const { proposal, asked, deeds, notes, pledged } = one
  const list = addressOfDesk(desk.conference)
  const here = `${list}/${proposal.id}`
  const title = titleOf(desk, proposal)
  const { wording, suggestedBy, run, requirement } = proposal
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: list, label: say(language, 'title') },
        { href: '', label: title },
      ]}
    >
      <Part id="proposal">
        <Head desk={desk} proposal={proposal} />
        <AskedNotice desk={desk} proposal={proposal} asked={asked} />
        {suggestedBy !== null && (
          <p>
            {say(language, 'suggested-by')}
            {say(language, 'colon')}
            {partyName(desk, suggestedBy)}
          </p>
        )}
        <PledgeLink desk={desk} pledged={pledged} at={`/${desk.conference}/desk/pledges`} />
        <NeedFacts
          desk={desk}
          need={wording}
          hint={say(language, `mission.readers.${wording.missionFor}`)}
        />
        {run !== null && (
          <p>
            <a
              href={hrefOf(
                language,
                `/${desk.conference}/desk/partnerships/${run}/${encodeURIComponent(requirement ?? '')}`,
              )}
            >
              {say(language, 'from-run')}
            </a>
          </p>
        )}
        <h2 id="shares">{say(language, 'who-for-what')}</h2>
        <SharesTable desk={desk} proposal={proposal} asked={asked} />
      </Part>
      <DeskDeeds desk={desk} proposal={proposal} asked={asked} here={here} />
      <Notes desk={desk} proposal={proposal} notes={notes} party={null} then={here} />
      <History desk={desk} deeds={deeds} />
    </Frame>
  )
}
