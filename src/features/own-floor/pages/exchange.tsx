import { setBeside } from '../../../i18n/numbers.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Speech } from '../../floor/queue/floor.ts'
import { sayKind } from '../../floor/terms.print.ts'
import { shortName } from '../../own-delegation/desk.tsx'
import { addressOfFloor } from '../model.ts'
import { type Exchange, exchangesOf, listed } from '../own.ts'
import { say } from '../words.ts'
import type { OwnList } from './facts.ts'
import type { Place } from './frame.tsx'
import { LikelyClock } from './times.tsx'

/** A party as a list names it today. */
export const nameOf = (place: Place, { parties }: Pick<OwnList, 'parties'>, code: PartyCode) => {
  const party = parties.get(code)
  return party ? shortName(party, place) : code
}

/** Offers another delegation that both exchange their places. */
export function OfferExchange({
  place,
  list,
  mine,
}: {
  place: Place
  list: OwnList
  mine: Speech
}) {
  const { viewer, conference, party } = place
  const { language } = place.zones
  const { floor, session } = list
  const offered = new Set(
    exchangesOf(floor, mine.party)
      .made.filter(({ from }) => from === mine.id)
      .map(({ to }) => to),
  )
  const waiting = new Set(floor.waiting.map(({ id }) => id))
  const options = listed(floor, list.standing.likely)
    .filter(({ speech }) => waiting.has(speech.id) && speech.party !== mine.party)
    .filter(({ speech }) => !offered.has(speech.id))
    .map(({ number, speech }) => ({
      value: speech.id,
      label: setBeside(language, [
        nameOf(place, list, speech.party),
        say(language, 'place', { number }),
      ]),
    }))
  if (options.length === 0) return null
  return (
    <Fold
      viewer={viewer}
      command="floor.offer-exchange"
      of={mine.id}
      label={say(language, 'exchange')}
    >
      <Form
        viewer={viewer}
        command="floor.offer-exchange"
        of={mine.id}
        then={addressOfFloor(conference, party, session.slug)}
        fixed={{ conference, session: session.id, from: mine.id }}
      >
        <p>{say(language, 'exchange.about')}</p>
        <SelectField
          name="to"
          label={say(language, 'exchange.with')}
          none=""
          required
          options={options}
        />
        <Submit>{say(language, 'exchange.send')}</Submit>
      </Form>
    </Fold>
  )
}

/** What others offer, to be answered; and what was offered to others, which can be taken back until then. */
export function Offers({ place, list }: { place: Place; list: OwnList }) {
  const { language } = place.zones
  const { received, made } = exchangesOf(list.floor, place.party as PartyCode)
  if (received.length + made.length === 0) return null
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{say(language, 'offers')}</h2>
      <ul class="list-none ps-0">
        {received.map((exchange) => (
          <Offered place={place} list={list} exchange={exchange} isReceived />
        ))}
        {made.map((exchange) => (
          <Offered place={place} list={list} exchange={exchange} isReceived={false} />
        ))}
      </ul>
    </section>
  )
}

function Offered({
  place,
  list,
  exchange: { from, to, mine, theirs },
  isReceived,
}: {
  place: Place
  list: OwnList
  exchange: Exchange
  isReceived: boolean
}) {
  const { viewer, conference, party } = place
  const { language } = place.zones
  const { session } = list
  const then = addressOfFloor(conference, party, session.slug)
  const common = {
    ...{ viewer, then, of: `${from}-${to}` },
    fixed: { conference, session: session.id, from, to },
  }
  return (
    <li class="notice">
      <p class="mb-2">
        <strong>{say(language, isReceived ? 'offers.received' : 'offers.made')}</strong>{' '}
        {nameOf(place, list, theirs.party)}
        {BETWEEN}
        {sayKind(language, theirs.kind)}
      </p>
      <dl class="known mb-3">
        <dt>{say(language, 'offers.mine')}</dt>
        <dd>
          <Standing place={place} list={list} speech={mine} />
        </dd>
        <dt>{say(language, 'offers.theirs')}</dt>
        <dd>
          <Standing place={place} list={list} speech={theirs} />
        </dd>
      </dl>
      {list.writes && (
        <div class="deeds">
          {isReceived && (
            <Deed
              {...common}
              command="floor.accept-exchange"
              label={say(language, 'offers.accept')}
              quiet={false}
            />
          )}
          <Deed
            {...common}
            command="floor.decline-exchange"
            label={say(language, isReceived ? 'offers.decline' : 'offers.take-back')}
          />
        </div>
      )}
    </li>
  )
}

/** A place in the list and its likely time. */
function Standing({ place, list, speech }: { place: Place; list: OwnList; speech: Speech }) {
  const { zones } = place
  const found = listed(list.floor, list.standing.likely).find((one) => one.speech.id === speech.id)
  if (!found) return null
  return (
    <>
      {say(zones.language, 'place', { number: found.number })}
      {found.likely !== null && (
        <>
          {BETWEEN}
          <LikelyClock at={found.likely} day={list.session.day} zones={zones} />
        </>
      )}
    </>
  )
}
