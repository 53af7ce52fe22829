import { sayQuantity } from '../../../../i18n/quantities.ts'
import type { PartyCode } from '../../../../kernel/ids.ts'
import { BETWEEN } from '../../../../ui/text.tsx'
import { ReadinessMark } from '../../../capabilities/pages/marks.tsx'
import { partReached } from '../../find/lines.ts'
import { giversOf } from '../../shares.model.ts'
import { say } from '../../words.ts'
import { LastReport, sayReached } from '../line.tsx'
import { Day, PartyLink } from '../names.tsx'
import { markOf } from './delivery.tsx'
import { namesOf, type PledgeDesk } from './desk.tsx'

/** The answer to the first questions: how much, how far, since when nothing more was heard, and who stands by it. */
export function AtAGlance({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  const { terms, standing, delivery, level, confirmations } = pledge
  const reached = partReached(terms.quantity, delivery)
  const confirmed = new Set(confirmations.map(({ party }) => party))
  const open = giversOf(terms.shares).filter((party) => !confirmed.has(party))
  return (
    <dl>
      <dt>{say(language, 'quantity')}</dt>
      <dd>{sayQuantity(language, terms.quantity)}</dd>
      <dt>{say(language, 'delivery')}</dt>
      <dd>
        <strong class="font-semibold">
          {say(language, pledge.withdrawn ? 'stage.withdrawn' : `stage.${standing.stage}`)}
        </strong>
        {standing.on && (
          <>
            {BETWEEN}
            <Day language={language} day={standing.on} />
          </>
        )}
        {reached && standing.stage === 'partly-delivered' && (
          <>
            {BETWEEN}
            {sayReached(language, reached)}
          </>
        )}
        <br />
        <span class="label">
          <LastReport language={language} standing={standing} />
          {pledge.asOf && (
            <>
              {BETWEEN}
              {say(language, 'sources-read')} <Day language={language} day={pledge.asOf} />
            </>
          )}
        </span>
      </dd>
      {level && (
        <>
          <dt>{say(language, 'readiness')}</dt>
          <dd>
            <ReadinessMark level={markOf(level)} language={language} />
          </dd>
        </>
      )}
      {open.length > 0 && (
        <>
          <dt>{say(language, 'not-confirmed')}</dt>
          <dd>
            <Parties desk={desk} codes={open} />
          </dd>
        </>
      )}
      {confirmations.length > 0 && (
        <>
          <dt>{say(language, 'confirmed')}</dt>
          <dd>
            <Parties desk={desk} codes={[...confirmed]} />
          </dd>
        </>
      )}
    </dl>
  )
}

const Parties = ({ desk, codes }: { desk: PledgeDesk; codes: readonly PartyCode[] }) => (
  <>
    {codes.map((code, i) => (
      <>
        {i > 0 && BETWEEN}
        <PartyLink desk={desk} code={code} day={namesOf(desk)} />
      </>
    ))}
  </>
)
