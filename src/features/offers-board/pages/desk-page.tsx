import { setBeside } from '../../../i18n/numbers.ts'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Requirement } from '../../capabilities/requirements.model.ts'
import type { Offer } from '../../offers/model.ts'
import { type Assumable, assumptionsOf, type Need } from '../../offers/needs/model.ts'
import { isThere, standingOn } from '../../offers/shown.ts'
import { sayAmount, sayAssumed } from '../../offers/terms.print.ts'
import { addressOfBoard, addressOfDesk, addressOfNeeds, byName } from '../choices.ts'
import { say } from '../words.ts'
import { capabilityName, type Desk } from './names.tsx'
import { NeedFacts } from './need-facts.tsx'
import { CaveatFacts } from './offer-facts.tsx'
import { OfferLine } from './own-page.tsx'

interface Props {
  desk: Desk
  offers: readonly Offer[]
  needs: readonly Need[]
  /** What papers say of the needs, by identifier. */
  papers: ReadonlyMap<string, Requirement>
}

/** Everything that is offered and sought at a conference, with every caveat: for the secretariat. */
export function DeskPage({ desk, offers, needs, papers }: Props) {
  const { language } = desk.viewer
  const { conference } = desk
  const there = offers.filter((offer) => isThere(standingOn(offer, desk.today)))
  const gone = offers.filter((offer) => !there.includes(offer))
  return (
    <Frame
      place={desk}
      title={say(language, 'desk.title')}
      steps={[{ href: '', label: say(language, 'desk.title') }]}
    >
      <p class="lead">{say(language, 'desk.lead')}</p>
      <p class="deeds">
        <a class="btn btn-primary" href={hrefOf(language, `${addressOfNeeds(conference)}/new`)}>
          {say(language, 'need.new')}
        </a>
        <a class="btn" href={hrefOf(language, `${addressOfDesk(conference)}/new`)}>
          {say(language, 'desk.new')}
        </a>
        <a class="btn" href={hrefOf(language, addressOfBoard(conference))}>
          {say(language, 'board.title')}
        </a>
      </p>
      <Part id="desk">
        <h2>{say(language, 'desk.needs')}</h2>
        {needs.length === 0 && <Empty>{say(language, 'desk.needs.none')}</Empty>}
        <ul class="list-none ps-0">
          {needs.map((need) => (
            <NeedLine
              desk={desk}
              need={need}
              paper={papers.get(need.terms.requirement ?? '') ?? null}
            />
          ))}
        </ul>
        <h2>{say(language, 'desk.offers')}</h2>
        {there.length === 0 && <Empty>{say(language, 'desk.offers.none')}</Empty>}
        <Lines desk={desk} offers={there} />
        {gone.length > 0 && (
          <details>
            <summary>{say(language, 'desk.gone')}</summary>
            <Lines desk={desk} offers={gone} />
          </details>
        )}
      </Part>
    </Frame>
  )
}

const Lines = ({ desk, offers }: { desk: Desk; offers: readonly Offer[] }) => (
  <ul class="list-none ps-0">
    {offers.toSorted(byName(desk.choices)).map((offer) => (
      <>
        <OfferLine desk={desk} offer={offer} withParty />
        <CaveatLine desk={desk} offer={offer} />
      </>
    ))}
  </ul>
)

const CaveatLine = ({ desk, offer }: { desk: Desk; offer: Offer }) => (
  <li>
    {offer.terms.words && (
      <p class="label wrap-anywhere">
        <bdi>{offer.terms.words}</bdi>
      </p>
    )}
    <CaveatFacts desk={desk} terms={offer.terms} />
  </li>
)

function NeedLine({ desk, need, paper }: { desk: Desk; need: Need; paper: Requirement | null }) {
  const { language } = desk.viewer
  const { capability, units, weight, audience } = need.terms
  return (
    <li class="border-t border-base-300 py-4">
      <p class="mb-1 text-[1.08em] leading-snug">
        <a
          class="font-semibold no-underline hover:underline"
          href={hrefOf(language, `${addressOfNeeds(desk.conference)}/${need.id}`)}
        >
          {capabilityName(desk, capability)} · {sayAmount(language, units, 'unit')}
        </a>
      </p>
      <p class="label">
        {say(language, 'need.weight')} {weight} · {say(language, `audience.${audience}`)}
      </p>
      <NeedFacts desk={desk} need={need} />
      <Assumed desk={desk} parts={assumptionsOf(need.terms, paper)} />
    </li>
  )
}

/** What no paper says, and the secretariat assumes. */
export function Assumed({ desk, parts }: { desk: Desk; parts: readonly Assumable[] }) {
  const { language } = desk.viewer
  if (parts.length === 0) return null
  return (
    <p class="mark">
      {say(language, 'need.assumed')}{' '}
      {setBeside(
        language,
        parts.map((part) => sayAssumed(language, part)),
      )}
    </p>
  )
}
