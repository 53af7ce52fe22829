import { sayZoneOffset } from '../../../i18n/clock.ts'
import type { Conference } from '../model.ts'
import { outlineOf, zoneOf } from '../outline.ts'
import { spanOf } from '../season.ts'
import { say } from '../words.ts'
import { Cite, Days, type Desk, PartyLink, Title, Wording } from './facts.tsx'
import { History } from './held.tsx'

/** When, where, how and by whom, with what had been announced before. */
export function Overview({ desk, conference }: { desk: Desk; conference: Conference }) {
  const { language } = desk
  const { dates, venue, format, zone } = conference
  const span = spanOf(outlineOf(conference))
  return (
    <dl>
      <dt>{say(language, 'dates')}</dt>
      <dd>
        <History
          desk={desk}
          history={dates}
          show={(one) => <Days dates={one} language={language} />}
        />
      </dd>
      <dt>{say(language, 'place')}</dt>
      <dd>
        <History
          desk={desk}
          history={venue}
          show={(one, past) => <Place desk={desk} venue={one} past={past} />}
        />
        {venue.at(-1)?.is.note && <PlaceNote desk={desk} conference={conference} />}
      </dd>
      <dt>{say(language, 'format')}</dt>
      <dd>
        <History desk={desk} history={format} show={(one) => say(language, `format.${one}`)} />
      </dd>
      {venue.length > 0 && (
        <>
          <dt>{say(language, 'zone')}</dt>
          <dd>
            <bdi>{zoneOf(conference)}</bdi>
            {span && ` · ${sayZoneOffset(language, span[0], zoneOf(conference))}`}
            {zone.length > 1 && <p>{say(language, 'zone.moved')}</p>}
          </dd>
        </>
      )}
      {conference.hosts.length > 0 && (
        <>
          <dt>{say(language, 'hosts')}</dt>
          {conference.hosts.map((host) => (
            <dd>
              {host.ministry && <Title text={host.ministry} language={language} />}
              {host.ministry && ' · '}
              <PartyLink desk={desk} code={host.party} />
              <Cite desk={desk} keys={host.sources} />
            </dd>
          ))}
        </>
      )}
    </dl>
  )
}

type Venue = Conference['venue'][number]['is']

/** House, city and state; what was left is said without the state. */
function Place({
  desk,
  venue: { name, city, country },
  past,
}: {
  desk: Desk
  venue: Venue
  past: boolean
}) {
  const { language } = desk
  const parts = [
    name && <Title text={name} language={language} />,
    city && <Title text={city} language={language} />,
    country && !past && <PartyLink desk={desk} code={country} />,
  ].filter((part) => part)
  return (
    <>
      {parts.map((part, place) => (
        <>
          {place > 0 && ' · '}
          {part}
        </>
      ))}
    </>
  )
}

function PlaceNote({ desk, conference }: { desk: Desk; conference: Conference }) {
  const held = conference.venue.at(-1)
  if (!held?.is.note) return null
  return (
    <p>
      <Wording text={held.is.note} language={desk.language} />
      <Cite desk={desk} keys={held.sources} />
    </p>
  )
}
