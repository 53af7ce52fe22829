import { sayDay } from '../../../i18n/days.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Offer, Deed as OfferDeed, Side } from '../../offers/model.ts'
import { standingOn } from '../../offers/shown.ts'
import { sayDeed, sayPart, saySide, sayStanding } from '../../offers/terms.print.ts'
import { addressOfDesk, addressOfOffers } from '../choices.ts'
import { say } from '../words.ts'
import { capabilityName, type Desk, partyName, partyOptions, ungrouped } from './names.tsx'
import { CaveatFacts, closedFacts, Facts, shownFacts } from './offer-facts.tsx'
import { OfferFields } from './offer-fields.tsx'

/** A new offer: of a party, or of one that the secretariat chooses. */
export function NewOfferPage({ desk, party }: { desk: Desk; party: PartyCode | null }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const list = party === null ? addressOfDesk(conference) : addressOfOffers(conference, party)
  return (
    <Frame
      place={desk}
      title={say(language, 'own.new')}
      steps={[
        {
          href: list,
          label: say(language, party === null ? 'desk.title' : 'own.title'),
        },
        { href: '', label: say(language, 'own.new') },
      ]}
    >
      <p class="lead">{say(language, party === null ? 'desk.new.lead' : 'own.new.lead')}</p>
      <Form
        viewer={viewer}
        command="offers.make"
        then={list}
        fixed={{ conference, ...(party !== null && { party }) }}
      >
        {party === null && (
          <SelectField
            name="party"
            label={say(language, 'party')}
            none={say(language, 'choose')}
            required
            options={ungrouped(partyOptions(desk))}
          />
        )}
        <OfferFields desk={desk} terms={null} party={party} />
        <Submit>{say(language, 'own.make')}</Submit>
      </Form>
    </Frame>
  )
}

interface Done {
  version: number
  at: Temporal.Instant
  side: Side
  deed: OfferDeed
  terms: Offer['terms']
}

interface Props {
  desk: Desk
  offer: Offer
  deeds: readonly Done[]
  /** Whether the reader speaks for the party, and not only for the secretariat. */
  isParty: boolean
}

/** One offer, for its party and the secretariat: what it says, what can be done with it, and what was done. */
export function OfferPage(props: Props) {
  const { desk, offer, deeds } = props
  const { language } = desk.viewer
  const { terms, party } = offer
  const title = sayPart(language, terms)
  const standing = standingOn(offer, desk.today)
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: addressOfOffers(desk.conference, party), label: say(language, 'own.title') },
        { href: '', label: title },
      ]}
    >
      <Part id="offer">
        <p class="label">
          {partyName(desk, party)} · <strong>{sayStanding(language, standing)}</strong>
        </p>
        {standing === 'unconfirmed' && <Notice>{say(language, 'own.unconfirmed')}</Notice>}
        <Facts
          facts={[
            [say(language, 'capability'), capabilityName(desk, terms.capability)],
            ...shownFacts(desk, terms),
            ...closedFacts(desk, terms),
          ]}
        />
        <CaveatFacts desk={desk} terms={terms} />
      </Part>
      {standing !== 'withdrawn' && <Deeds {...props} />}
      <h2>{say(language, 'history')}</h2>
      <ul>
        {deeds.map(({ at, deed, side, terms: then }) => (
          <li>
            <time datetime={`${at}`}>{sayDay(language, `${at}`.slice(0, 10))}</time> ·{' '}
            {sayDeed(language, deed)} · {saySide(language, side)} · {sayPart(language, then)}
          </li>
        ))}
      </ul>
    </Frame>
  )
}

function Deeds({ desk, offer, isParty }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { terms, party, id } = offer
  const here = `${addressOfOffers(conference, party)}/${id}`
  const common = { viewer, seen: `${offer.version}`, fixed: { conference, offer: id } }
  const waits = standingOn(offer, desk.today) === 'unconfirmed'
  return (
    <section class="deeds-block" aria-label={say(language, 'deeds')}>
      {isParty && waits && (
        <Deed
          {...common}
          then={here}
          command="offers.confirm"
          label={say(language, 'confirm')}
          quiet={false}
        />
      )}
      <Fold viewer={viewer} command="offers.change" label={say(language, 'change')} button>
        <Form {...common} then={here} command="offers.change">
          <OfferFields desk={desk} terms={terms} party={party} />
          <Submit>{say(language, 'change.do')}</Submit>
        </Form>
      </Fold>
      <Fold viewer={viewer} command="offers.renew" label={say(language, 'renew')} button>
        <Form {...common} then={here} command="offers.renew" keep={false}>
          <DateField
            name="until"
            label={say(language, 'renew.until')}
            required
            value={terms.until}
          />
          <Submit>{say(language, 'renew')}</Submit>
        </Form>
      </Fold>
      <Deed
        {...common}
        then={here}
        command="offers.withdraw"
        label={say(language, 'withdraw')}
        confirm={say(language, 'withdraw.sure')}
      />
    </section>
  )
}
