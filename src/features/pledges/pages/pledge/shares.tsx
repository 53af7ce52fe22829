import { sayQuantity } from '../../../../i18n/quantities.ts'
import type { Language } from '../../../../kernel/language.ts'
import { Table } from '../../../../ui/table.tsx'
import { BETWEEN } from '../../../../ui/text.tsx'
import { isJoint, type Share, type Turn } from '../../shares.model.ts'
import { say } from '../../words.ts'
import { Inferred } from '../marks.tsx'
import { Day, PartyLink } from '../names.tsx'
import { namesOf, type PledgeDesk } from './desk.tsx'

/** Who does what in the pledge, how much of it, and how we know that. */
export function Shares({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  const { shares, rotation } = pledge.terms
  return (
    <>
      <h2 id="shares">{say(language, 'shares')}</h2>
      <SharesTable desk={desk} shares={shares} />
      {isJoint(shares) && <p class="label">{say(language, 'joint')}</p>}
      {rotation.length > 0 && (
        <>
          <h3>{say(language, 'rotation')}</h3>
          <p class="label">{say(language, 'rotation.note')}</p>
          <Rotation desk={desk} turns={rotation} />
        </>
      )}
    </>
  )
}

/** The shares of each party in one row; two, where we know of some in another way than of the rest. */
export function SharesTable({ desk, shares }: { desk: PledgeDesk; shares: readonly Share[] }) {
  const { language } = desk
  const rows = Map.groupBy(shares, ({ party, consent }) => `${party} ${consent}`)
  return (
    <Table
      caption={<span class="sr-only">{say(language, 'shares')}</span>}
      columns={[
        say(language, 'share.party'),
        say(language, 'share.role'),
        say(language, 'share.known'),
      ]}
      rows={[...rows.values()].flatMap((all) => {
        const [first] = all
        if (!first) return []
        return [
          [
            <span class="font-serif text-base text-base-content">
              <PartyLink desk={desk} code={first.party} day={namesOf(desk)} />
            </span>,
            <Parts language={language} shares={all} />,
            <span class="label">{say(language, `consent.${first.consent}`)}</span>,
          ],
        ]
      })}
    />
  )
}

/** What a party does, each part with its own quantity where one was said. */
const Parts = ({ language, shares }: { language: Language; shares: readonly Share[] }) =>
  shares.map(({ role, quantity }) => (
    <div>
      {say(language, `role.${role}`)}
      {quantity.kind !== 'none' && (
        <>
          {BETWEEN}
          {sayQuantity(language, quantity)}
        </>
      )}
    </div>
  ))

/** Whose turn it is when: the same unit or aircraft, another state. */
export const Rotation = ({ desk, turns }: { desk: PledgeDesk; turns: readonly Turn[] }) => (
  <ol>
    {turns.map(({ party, from, until, inferred }) => (
      <li>
        <PartyLink desk={desk} code={party} day={namesOf(desk)} />
        {(from || until) && (
          <>
            {BETWEEN}
            <Period desk={desk} from={from} until={until} />
          </>
        )}
        {inferred && <Inferred language={desk.language} />}
      </li>
    ))}
  </ol>
)

/** From when to when, as far as that was said. */
export const Period = ({
  desk: { language },
  from,
  until,
}: {
  desk: PledgeDesk
  from: string | null
  until: string | null
}) => (
  <>
    {from ? <Day language={language} day={from} /> : say(language, 'period.open')}
    {say(language, 'period.to')}
    {until ? <Day language={language} day={until} /> : say(language, 'period.open')}
  </>
)
