import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField } from '../../../ui/form/fields.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Offer } from '../../offers/model.ts'
import { type Standing, standingOn } from '../../offers/shown.ts'
import { sayPart, sayStanding } from '../../offers/terms.print.ts'
import { addressOfDesk, addressOfOffers } from '../choices.ts'
import { say } from '../words.ts'
import { capabilityName, type Desk, partyName, partyOptions, ungrouped } from './names.tsx'
import { CaveatFacts, closedFacts, Facts, shownFacts } from './offer-facts.tsx'
import { OfferFields } from './offer-fields.tsx'
import { type Done, OfferHistory } from './offer-history.tsx'

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
        <StandingNote language={language} offer={offer} standing={standing} />
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
      <OfferHistory desk={desk} deeds={deeds} />
    </Frame>
  )
}

/** What it means for whoever reads it that an offer is not confirmed, or has run out. */
function StandingNote({
  language,
  offer,
  standing,
}: {
  language: Language
  offer: Offer
  standing: Standing
}) {
  if (standing === 'over') return <Notice tone="warning">{say(language, 'own.over')}</Notice>
  if (standing !== 'unconfirmed') return null
  return <Notice>{say(language, unconfirmedNote(offer))}</Notice>
}

/** Why an offer is not confirmed: the secretariat entered it, or it was taken over from an earlier conference. */
export const unconfirmedNote = ({ by }: Pick<Offer, 'by'>) =>
  by === 'party' ? 'own.taken-over' : 'own.unconfirmed'

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
