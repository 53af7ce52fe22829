import type { Child } from 'hono/jsx'
import { sayQuantity } from '../../../i18n/quantities.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title, Wording } from '../../conferences/pages/facts.tsx'
import type { Terms } from '../../pledges/model.ts'
import { ELEMENTS } from '../../pledges/model.ts'
import { Differences } from '../../pledges/pages/differences.tsx'
import { History } from '../../pledges/pages/history.tsx'
import { Moment } from '../../pledges/pages/names.tsx'
import type { PledgeDesk } from '../../pledges/pages/pledge/desk.tsx'
import { Promised } from '../../pledges/pages/pledge/promised.tsx'
import { sayConsent, sayElement, sayField, sayRole } from '../../pledges/pages/says.tsx'
import { type Desk, nameIn } from '../desk.tsx'
import type { Reviewed } from '../review.ts'
import { say } from '../words.ts'
import { AlikeList } from './alike.tsx'
import { Decisions } from './decisions.tsx'
import { Frame } from './frame.tsx'
import { Remarks } from './remarks.tsx'
import { Signatures } from './signatures.tsx'

interface Props {
  desk: Desk
  reviewed: Reviewed
  pledge: PledgeDesk
}

/** A pledge as it is reviewed: what it says, what is open, and what can be decided. */
export function ReviewPage({
  desk,
  reviewed,
  pledge,
  children,
}: Props & {
  /** What later features know of it. */
  children?: Child
}) {
  const { language } = desk.viewer
  const { terms } = pledge.pledge
  return (
    <Frame
      desk={desk}
      title={<Title text={terms.title} language={language} />}
      steps={[{ href: '', label: reviewed.id }]}
    >
      <Part id="review">
        <p class="label">
          <Identifier>{reviewed.id}</Identifier>
          {BETWEEN}
          <strong>{say(language, `state.${reviewed.state}`)}</strong>
          {reviewed.lead && (
            <>
              {BETWEEN}
              {nameIn(desk, reviewed.lead)}
            </>
          )}
          {reviewed.onBehalf && (
            <>
              {BETWEEN}
              {say(language, 'on-behalf')}
            </>
          )}
          {reviewed.isPublic && (
            <>
              {BETWEEN}
              <a href={hrefOf(language, `/pledges/${reviewed.id}`)}>
                {say(language, 'public-page')}
              </a>
            </>
          )}
        </p>
        {reviewed.releaseAt && (
          <Notice tone="warning">
            {say(language, 'public-at')}
            {say(language, 'colon')}
            <Moment language={language} zone={desk.zone} at={reviewed.releaseAt} />
          </Notice>
        )}
        <p class="lead">
          <Wording text={terms.summary} language={language} />
        </p>
        <Decisions desk={desk} reviewed={reviewed} />
        <Who desk={desk} reviewed={reviewed} pledge={pledge} />
        {terms.quantity.kind !== 'none' && (
          <dl>
            <dt>{sayField(language, 'quantity')}</dt>
            <dd>{sayQuantity(language, terms.quantity)}</dd>
          </dl>
        )}
        <Promised desk={pledge} />
        {children}
        <Seen desk={desk} reviewed={reviewed} />
        <Differences
          desk={pledge}
          title={say(language, 'differences')}
          differences={reviewed.differences}
          before={reviewed.before}
        />
        <Details desk={desk} reviewed={reviewed} />
        <AlikeList desk={desk} reviewed={reviewed} />
        <Signatures desk={desk} reviewed={reviewed} />
        <Remarks desk={desk} reviewed={reviewed} />
        <History desk={pledge} zone={desk.zone} deeds={reviewed.deeds} />
      </Part>
    </Frame>
  )
}

/** Who does what, and what each partner has answered. */
function Who({ desk, reviewed, pledge }: Props) {
  const { language } = desk.viewer
  const answer = (share: Terms['shares'][number]) => {
    const asked = reviewed.asked.find(({ party }) => party === share.party)
    if (asked?.declined) return say(language, 'consent.declined')
    const open = asked && !asked.answered ? `${BETWEEN}${say(language, 'consent.asked')}` : ''
    return `${sayConsent(language, share.consent)}${open}`
  }
  return (
    <section aria-labelledby="who">
      <h2 id="who">{sayField(language, 'shares')}</h2>
      <Table
        caption={<span class="sr-only">{sayField(language, 'shares')}</span>}
        columns={[say(language, 'party'), say(language, 'part'), say(language, 'consent')]}
        rows={pledge.pledge.terms.shares.map((share) => [
          <span class="font-serif text-base text-base-content">{nameIn(desk, share.party)}</span>,
          <>
            {sayRole(language, share.role)}
            {share.quantity.kind !== 'none' && (
              <>
                {BETWEEN}
                {sayQuantity(language, share.quantity)}
              </>
            )}
          </>,
          answer(share),
        ])}
      />
    </section>
  )
}

/** What fewer people see once it is announced. */
function Seen({ desk, reviewed }: { desk: Desk; reviewed: Reviewed }) {
  const { language } = desk.viewer
  const fields = Object.entries(reviewed.audiences)
  const whole = reviewed.audience !== null && reviewed.audience !== 'public'
  if (fields.length === 0 && !whole) return null
  return (
    <section aria-labelledby="seen">
      <h2 id="seen">{say(language, 'seen')}</h2>
      <dl>
        {whole && reviewed.audience && (
          <>
            <dt>{say(language, 'seen.whole')}</dt>
            <dd>{say(language, `audience.${reviewed.audience}`)}</dd>
          </>
        )}
        {fields.map(([field, audience]) => (
          <>
            <dt>{sayField(language, field as keyof Terms)}</dt>
            <dd>{say(language, `audience.${audience}`)}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

/** Which details it gives: a help for whoever writes back, never a score. */
function Details({ desk, reviewed }: { desk: Desk; reviewed: Reviewed }) {
  const { language } = desk.viewer
  const given = new Set(reviewed.elements)
  const open = ELEMENTS.filter((element) => !given.has(element))
  return (
    <section aria-labelledby="details">
      <h2 id="details">{say(language, 'details')}</h2>
      <p class="label">{say(language, 'details.note')}</p>
      <dl>
        <dt>{say(language, 'details.given')}</dt>
        <dd>
          {reviewed.elements.length === 0
            ? say(language, 'none')
            : reviewed.elements.map((one) => sayElement(language, one)).join(BETWEEN)}
        </dd>
        <dt>{say(language, 'details.open')}</dt>
        <dd>
          {open.length === 0
            ? say(language, 'none')
            : open.map((one) => sayElement(language, one)).join(BETWEEN)}
        </dd>
      </dl>
    </section>
  )
}
