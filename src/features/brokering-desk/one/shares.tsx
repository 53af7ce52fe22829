import { BETWEEN } from '../../../ui/text.tsx'
import { standingsOf } from '../../brokering/life.model.ts'
import {
  type Asked,
  type Proposal,
  partiesIn,
  type Share,
  type Wording,
} from '../../brokering/model.ts'
import type { Seen } from '../../brokering/sight.ts'
import {
  sayDaysOf,
  sayGift,
  sayPart,
  sayPartDoes,
  sayShare,
  sayStanding,
} from '../../brokering/terms.print.ts'
import { partyName } from '../../offers-board/pages/names.tsx'
import { Captioned, type Desk, Moment } from '../desk.tsx'
import { say } from '../words.ts'

type Time = Pick<Wording, 'from' | 'until'>

/** The part in a triangular partnership, by its name. */
export function PartOf({ desk, part }: { desk: Desk; part: Share['part'] }) {
  if (part === null) return null
  const { language } = desk.viewer
  return (
    <span class="block label">
      <strong>{sayPart(language, part)}</strong>
      {BETWEEN}
      {sayPartDoes(language, part)}
    </span>
  )
}

/** What a party is asked for: each share on its line, with its days and words. */
export function SharesList({
  desk,
  shares,
  time,
}: {
  desk: Desk
  shares: readonly Share[]
  time: Time
}) {
  const { language } = desk.viewer
  return (
    <ul class="list-none ps-0 mb-0">
      {shares.map((share) => {
        const days = sayDaysOf(language, share, time)
        return (
          <li>
            {sayShare(language, share)}
            {days !== null && (
              <>
                {BETWEEN}
                <span class="whitespace-nowrap">{days}</span>
              </>
            )}
            {share.words && (
              <>
                {BETWEEN}
                <bdi class="wrap-anywhere">{share.words}</bdi>
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Who is asked for what: what stands before a conversation begins. */
export function WhoForWhat({ desk, wording }: { desk: Desk; wording: Wording }) {
  const { language } = desk.viewer
  return (
    <Captioned
      caption={say(language, 'who-for-what')}
      columns={[say(language, 'party'), say(language, 'share')]}
      rows={partiesIn(wording).map((party) => {
        const shares = wording.shares.filter((one) => one.party === party)
        return [
          <>
            {partyName(desk, party)}
            <PartOf desk={desk} part={shares[0]?.part ?? null} />
          </>,
          <SharesList desk={desk} shares={shares} time={wording} />,
        ]
      })}
    />
  )
}

/** Whom a proposal names, what each is asked for, and what each has answered, with its words: for the secretariat. */
export function SharesTable({
  desk,
  proposal,
  asked,
}: {
  desk: Desk
  proposal: Proposal
  asked: readonly Asked[]
}) {
  const { language } = desk.viewer
  const { wording } = proposal
  return (
    <Captioned
      caption={say(language, 'who-for-what')}
      columns={[say(language, 'party'), say(language, 'share'), say(language, 'answer')]}
      rows={standingsOf(proposal, asked).map(({ party, standing, asked: one }) => {
        const shares = wording.shares.filter((share) => share.party === party)
        return [
          <>
            {partyName(desk, party)}
            <PartOf desk={desk} part={shares[0]?.part ?? null} />
          </>,
          <SharesList desk={desk} shares={shares} time={wording} />,
          <>
            <strong>{sayStanding(language, standing)}</strong>
            {one?.answeredAt && (
              <>
                {BETWEEN}
                <Moment desk={desk} at={one.answeredAt} />
              </>
            )}
            {one?.words && <bdi class="block wrap-anywhere">{one.words}</bdi>}
            {one?.remindedAt && (
              <span class="block label">
                {say(language, 'reminded')}
                {say(language, 'colon')}
                <Moment desk={desk} at={one.remindedAt} />
              </span>
            )}
          </>,
        ]
      })}
    />
  )
}

/** The other parties, as one of them reads of them: who, and what kind of thing; how much only once all agreed. */
export function OthersTable({ desk, seen }: { desk: Desk; seen: Seen }) {
  const { language } = desk.viewer
  return (
    <Captioned
      caption={say(language, 'others')}
      columns={[say(language, 'party'), say(language, 'gives')]}
      rows={seen.others.map(({ party, part, gifts, shares }) => [
        <>
          {partyName(desk, party)}
          <PartOf desk={desk} part={part} />
        </>,
        shares.length > 0 ? (
          <SharesList desk={desk} shares={shares} time={seen} />
        ) : (
          gifts.map((gift) => sayGift(language, gift)).join(BETWEEN)
        ),
      ])}
    />
  )
}
