import { sayQuantity } from '../../../i18n/quantities.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { partyName } from '../../pledges/pages/names.tsx'
import { namesOf, type PledgeDesk } from '../../pledges/pages/pledge/desk.tsx'
import { sayConsent, sayRole } from '../../pledges/pages/says.tsx'
import type { Share } from '../../pledges/shares.model.ts'
import type { Desk } from '../desk.tsx'
import { addressOfPledges } from '../model.ts'
import type { OwnFacts } from '../own.ts'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  own: OwnFacts
  pledge: PledgeDesk
}

/** Who does what, and what each partner has answered; a partner answers here. */
export function Partners({ desk, own, pledge }: Props) {
  const { language } = desk.viewer
  const { shares } = pledge.pledge.terms
  return (
    <section aria-labelledby="partners">
      <h2 id="partners">{say(language, 'partners')}</h2>
      <Table
        caption={<span class="sr-only">{say(language, 'partners')}</span>}
        columns={[
          say(language, 'write.partner'),
          say(language, 'write.role'),
          say(language, 'consent'),
        ]}
        rows={shares.map((share) => [
          <span class="font-serif text-base text-base-content">
            {partyName(pledge, share.party, namesOf(pledge))}
          </span>,
          <>
            {sayRole(language, share.role)}
            {share.quantity.kind !== 'none' && (
              <>
                {BETWEEN}
                {sayQuantity(language, share.quantity)}
              </>
            )}
          </>,
          <Answer language={language} own={own} share={share} />,
        ])}
      />
      <Consenting desk={desk} own={own} />
    </section>
  )
}

function Answer({
  language,
  own,
  share,
}: {
  language: Desk['viewer']['language']
  own: OwnFacts
  share: Share
}) {
  const asked = own.asked.find(({ party }) => party === share.party)
  if (asked?.declined) {
    return (
      <>
        {say(language, 'consent.declined')}
        {asked.words && (
          <>
            {BETWEEN}
            <Title text={asked.words} language={language} />
          </>
        )}
      </>
    )
  }
  const stands = own.shares.find(({ party, role }) => party === share.party && role === share.role)
  const isAnswered = stands?.consent !== undefined && stands.consent !== 'named'
  const isAsked = asked !== undefined && !isAnswered && !own.isPublic
  return (
    <>
      {sayConsent(language, stands?.consent ?? share.consent)}
      {isAsked && (
        <>
          {BETWEEN}
          {say(language, 'consent.asked')}
        </>
      )}
      {asked === undefined && share.party !== own.lead && !own.isPublic && (
        <>
          {BETWEEN}
          {say(language, 'consent.not-asked')}
        </>
      )}
    </>
  )
}

/** The partner's own answer, for each part of its own. */
function Consenting({ desk, own }: { desk: Desk; own: OwnFacts }) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const then = `${addressOfPledges(conference, party)}/${own.id}`
  if (party === own.lead || own.state === 'withdrawn') return null
  const open = own.shares.filter((share) => share.party === party && share.consent !== 'given')
  const asked = own.asked.find((one) => one.party === party)
  if (!own.isPublic && asked === undefined) return null
  return (
    <div class="deeds-block">
      {open.length > 0 && <p>{say(language, 'consent.note')}</p>}
      <div class="deeds">
        {open.map((share) => (
          <Deed
            viewer={viewer}
            command="pledges.consent"
            of={share.role}
            then={then}
            seen={own.version}
            fixed={{ pledge: own.id, party: party as PartyCode, role: share.role }}
            label={`${say(language, 'consent.do')}${say(language, 'colon')}${sayRole(language, share.role)}`}
            quiet={false}
          />
        ))}
      </div>
      {!own.isPublic && !asked?.declined && (
        <details class="confirm">
          <summary class="btn">{say(language, 'decline')}</summary>
          <p>{say(language, 'decline.note')}</p>
          <Form
            viewer={viewer}
            command="pledges.decline"
            then={then}
            fixed={{ pledge: own.id, party }}
          >
            <LanguagesField
              name="words"
              label={say(language, 'decline.words')}
              rows={2}
              maxlength={2000}
            />
            <Submit quiet>{say(language, 'decline')}</Submit>
          </Form>
        </details>
      )}
    </div>
  )
}
