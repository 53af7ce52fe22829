import { sayDay } from '../../../i18n/days.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Offer } from '../../offers/model.ts'
import { endsSoon, STANDINGS, standingOn } from '../../offers/shown.ts'
import { sayPart, sayStanding } from '../../offers/terms.print.ts'
import { addressOfOffers } from '../choices.ts'
import { say } from '../words.ts'
import { capabilityName, type Desk, partyName } from './names.tsx'
import { Dates } from './offer-facts.tsx'
import { hasCaveats } from './offer-fields.tsx'
import { unconfirmedNote } from './offer-page.tsx'

/** What a party offered at an earlier conference. */
export interface EarlierFacts {
  from: Pick<Outline, 'shortName'>
  offers: readonly Offer[]
}

/** What one party offers, and the way to offer more. */
export function OwnPage({
  desk,
  party,
  offers,
  earlier,
}: {
  desk: Desk
  party: PartyCode
  offers: readonly Offer[]
  /** What the party offered at the last conference, where the reader may take it over. */
  earlier: EarlierFacts | null
}) {
  const { language } = desk.viewer
  const here = addressOfOffers(desk.conference, party)
  const groups = Map.groupBy(offers, (offer) => standingOn(offer, desk.today))
  return (
    <Frame
      place={desk}
      title={
        <>
          {say(language, 'own.title')} <small>{partyName(desk, party)}</small>
        </>
      }
      steps={[{ href: here, label: say(language, 'own.title') }]}
    >
      <p class="lead">{say(language, 'own.lead')}</p>
      <p class="deeds">
        <a class="btn btn-primary" href={hrefOf(language, `${here}/new`)}>
          {say(language, 'own.new')}
        </a>
      </p>
      <Part id="offers">
        {offers.length === 0 && <Empty>{say(language, 'own.none')}</Empty>}
        {STANDINGS.filter((one) => groups.has(one)).map((standing) => (
          <section aria-labelledby={`standing-${standing}`}>
            <h2 id={`standing-${standing}`}>{sayStanding(language, standing)}</h2>
            {standing === 'unconfirmed' && (
              <Unconfirmed language={language} offers={groups.get(standing) ?? []} />
            )}
            {standing === 'over' && <p class="label">{say(language, 'own.over')}</p>}
            <ul class="list-none ps-0">
              {groups.get(standing)?.map((offer) => (
                <OfferLine desk={desk} offer={offer} />
              ))}
            </ul>
          </section>
        ))}
        {earlier && <Earlier desk={desk} party={party} earlier={earlier} />}
      </Part>
    </Frame>
  )
}

/** Why they wait, each reason once. */
function Unconfirmed({ language, offers }: { language: Language; offers: readonly Offer[] }) {
  return (
    <>
      {[...new Set(offers.map(unconfirmedNote))].map((note) => (
        <Notice>{say(language, note)}</Notice>
      ))}
    </>
  )
}

/** What can be taken over from the last conference, by one deed. */
function Earlier({
  desk,
  party,
  earlier: { from, offers },
}: {
  desk: Desk
  party: PartyCode
  earlier: EarlierFacts
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">
        {say(language, 'earlier')}{' '}
        <small>
          <Title text={from.shortName} language={language} />
        </small>
      </h2>
      <p>{say(language, 'earlier.lead')}</p>
      <ul>
        {offers.map(({ terms }) => (
          <li>
            {sayPart(language, terms)}
            {BETWEEN}
            {capabilityName(desk, terms.capability)}
            {BETWEEN}
            <Dates language={language} from={terms.from} until={terms.until} />
          </li>
        ))}
      </ul>
      <Deed
        viewer={viewer}
        command="offers.take-over"
        then={addressOfOffers(conference, party)}
        fixed={{ conference, party }}
        label={say(language, 'earlier.take-over')}
        quiet={false}
      />
    </section>
  )
}

/** An offer in a list of those who read all of it. */
export function OfferLine({
  desk,
  offer,
  withParty = false,
}: {
  desk: Desk
  offer: Offer
  withParty?: boolean
}) {
  const { language } = desk.viewer
  const { terms, party, id } = offer
  const standing = standingOn(offer, desk.today)
  return (
    <li class="grid gap-x-10 gap-y-1 border-t border-base-300 py-4 sm:grid-cols-[1fr_17rem]">
      <div>
        <p class="mb-1 text-[1.08em] leading-snug">
          <a
            class="font-semibold no-underline hover:underline"
            href={hrefOf(language, `${addressOfOffers(desk.conference, party)}/${id}`)}
          >
            {withParty && `${partyName(desk, party)} · `}
            {sayPart(language, terms)}
          </a>
        </p>
        <p class="label mb-0">
          {capabilityName(desk, terms.capability)}
          {BETWEEN}
          <Dates language={language} from={terms.from} until={terms.until} />
        </p>
      </div>
      <p class="label mb-0 leading-normal">
        <span class="block text-[1.08em] text-base-content">{sayStanding(language, standing)}</span>
        <span class="block">{say(language, `audience.${terms.audience}`)}</span>
        {hasCaveats(terms) && <span class="block">{say(language, 'caveats.some')}</span>}
        {endsSoon(offer, desk.today) && (
          <strong class="block">
            {say(language, 'ends')}{' '}
            <time datetime={terms.until}>{sayDay(language, terms.until)}</time>
          </strong>
        )}
      </p>
    </li>
  )
}
