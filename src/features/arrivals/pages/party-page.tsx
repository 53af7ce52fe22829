import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import type { Arrival, Officer, VisaLetter } from '../model.ts'
import { say } from '../words.ts'
import { type Desk, type Guest, partyName } from './facts.ts'
import { JourneyFields, JourneyLine } from './journey.tsx'

interface Props {
  desk: Desk
  viewer: FormReader
  party: string
  arrivals: readonly Arrival[]
  members: readonly Guest[]
  letters: readonly VisaLetter[]
}

/** The journeys of one delegation, who meets it, and its letters for visas. */
export function PartyPage({ desk, viewer, party, arrivals, members, letters }: Props) {
  const { language, conference, officers } = desk
  const here = `/${conference}/delegation/${party}/arrivals`
  const officer = officers.find(({ parties }) => parties.some((code) => code === party))
  return (
    <>
      <h1>
        {say(language, 'title')} <small>{partyName(desk, party)}</small>
      </h1>
      <p class="lead">{say(language, 'text')}</p>
      <Part id="journeys">
        {officer && <OwnOfficer language={language} officer={officer} />}
        {arrivals.length === 0 && <Empty>{say(language, 'none')}</Empty>}
        <ul class="meetings">
          {arrivals.map((arrival) => {
            const common = { viewer, of: arrival.id, seen: `${arrival.version}` }
            const fixed = { conference, arrival: arrival.id }
            return (
              <JourneyLine
                desk={desk}
                arrival={arrival}
                heading={say(language, `direction.${arrival.journey.direction}`)}
              >
                {arrival.state === 'announced' && (
                  <>
                    <details>
                      <summary>{say(language, 'change')}</summary>
                      <Form {...common} command="arrivals.change" then={here} fixed={fixed}>
                        <JourneyFields language={language} journey={arrival.journey} />
                        <Submit>{say(language, 'change')}</Submit>
                      </Form>
                    </details>
                    <Deed
                      {...common}
                      command="arrivals.call-off"
                      then={here}
                      fixed={fixed}
                      label={say(language, 'call-off')}
                      confirm={say(language, 'call-off.text')}
                    />
                  </>
                )}
              </JourneyLine>
            )
          })}
        </ul>
      </Part>
      <h2 id="announce">{say(language, 'announce')}</h2>
      <Form viewer={viewer} command="arrivals.announce" then={here} fixed={{ conference, party }}>
        <JourneyFields language={language} journey={null} />
        <Submit>{say(language, 'send')}</Submit>
      </Form>
      <h2 id="visas">{say(language, 'visas')}</h2>
      <p>{say(language, 'visas.text')}</p>
      {letters.length === 0 ? (
        <Empty>{say(language, 'visas.none')}</Empty>
      ) : (
        <ul>
          {letters.map(({ id, participant, number, language: of }) => {
            const person = members.find((one) => one.id === participant)
            return (
              <li>
                <a href={hrefOf(of, `/${conference}/visa-letters/${id}.pdf`)} hreflang={of}>
                  <bdi>{person ? person.name : number}</bdi>
                </a>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function OwnOfficer({ language, officer }: { language: Desk['language']; officer: Officer }) {
  return (
    <aside class="notice">
      <p>
        <span class="label">{say(language, 'officer.own')}</span> <bdi>{officer.name}</bdi>
      </p>
      <p>
        {officer.telephone && (
          <a href={`tel:${officer.telephone.replace(/[^\d+]/g, '')}`} dir="ltr">
            {officer.telephone}
          </a>
        )}{' '}
        {officer.address && <a href={`mailto:${officer.address}`}>{officer.address}</a>}
      </p>
    </aside>
  )
}
