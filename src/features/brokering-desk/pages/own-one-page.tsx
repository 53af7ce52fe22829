import type { PartyCode } from '../../../kernel/ids.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { Part } from '../../../ui/part.tsx'
import { canMove } from '../../brokering/life.model.ts'
import { addressOfOwn, partiesIn } from '../../brokering/model.ts'
import type { Seen } from '../../brokering/sight.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import type { Desk } from '../desk.tsx'
import type { One } from '../facts.ts'
import { AnswerForm } from '../one/answer.tsx'
import { AskedNotice } from '../one/asked.tsx'
import { Changed } from '../one/changed.tsx'
import { History } from '../one/history.tsx'
import { Head, NeedFacts, PledgeLink, titleOf } from '../one/need.tsx'
import { Notes } from '../one/notes.tsx'
import { OthersTable, PartOf, SharesList } from '../one/shares.tsx'
import { say } from '../words.ts'

/** One proposal as a party reads it: the need, its own share, who the others are, and what it can answer. */
export function OwnOnePage({
  desk,
  party,
  one,
  seen,
  before,
  speaks,
}: {
  desk: Desk
  party: PartyCode
  one: One
  seen: Seen
  /** The wording before, as the party read it; null where it is the first. */
  before: Seen | null
  /** Whether the reader speaks for the party, and is not the secretariat that looks at what it reads. */
  speaks: boolean
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { proposal, asked, deeds, notes, pledged } = one
  const list = addressOfOwn(conference, party)
  const here = `${list}/${proposal.id}`
  const title = titleOf(desk, proposal)
  const mayBegin =
    speaks && canMove(proposal.state, 'begin') && partiesIn(proposal.wording).includes(party)
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: list, label: say(language, 'own.title') },
        { href: '', label: title },
      ]}
    >
      <Part id="proposal">
        <Head desk={desk} proposal={proposal} />
        <AskedNotice desk={desk} proposal={proposal} asked={asked} />
        <PledgeLink
          desk={desk}
          pledged={pledged}
          at={`/${conference}/delegation/${party}/pledges`}
        />
        <NeedFacts desk={desk} need={seen} />
        {before && <Changed desk={desk} before={before} after={seen} />}
        <h2 id="own-share">{say(language, 'own.share')}</h2>
        <p class="label mb-1">{partyName(desk, party)}</p>
        <PartOf desk={desk} part={seen.own[0]?.part ?? null} />
        <SharesList desk={desk} shares={seen.own} time={seen} />
      </Part>
      {speaks && (
        <AnswerForm desk={desk} proposal={proposal} party={party} asked={asked} here={here} />
      )}
      {mayBegin && (
        <Deed
          viewer={viewer}
          command="brokering.begin"
          then={here}
          fixed={{ conference, proposal: proposal.id, party }}
          label={say(language, 'begin')}
          quiet={false}
        />
      )}
      <h2 id="others">{say(language, 'others')}</h2>
      <p>{say(language, 'others.text')}</p>
      <Part id="other-parties">
        <OthersTable desk={desk} seen={seen} />
      </Part>
      {speaks && <Notes desk={desk} proposal={proposal} notes={notes} party={party} then={here} />}
      <History desk={desk} deeds={deeds} />
    </Frame>
  )
}
