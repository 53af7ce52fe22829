import type { Child } from 'hono/jsx'
import type { PartyCode } from '../../../kernel/ids.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { ConferenceTime, OwnTime } from '../../../ui/reader-time.tsx'
import { Words } from '../../../ui/text.tsx'
import { sayInscription, sayMeeting, sayOrder, sayTerm } from '../../floor/terms.print.ts'
import { Terms } from '../../own-delegation/pages/terms.tsx'
import { sayPlaceDay, timed } from '../../programme/pages/marks.tsx'
import type { ProgrammeSession } from '../../programme/timeline.ts'
import { addressOfFloor } from '../model.ts'
import { listed, mayStillAsk, repliesLeft } from '../own.ts'
import { say } from '../words.ts'
import { nameOf, Offers } from './exchange.tsx'
import type { OwnList } from './facts.ts'
import { AskFields, sayDeadline } from './fields.tsx'
import { FloorFrame, type Place } from './frame.tsx'
import { Instants } from './list-page.tsx'
import { OwnSpeechCard } from './speech.tsx'
import { LikelyClock, sayLimit } from './times.tsx'

interface Props {
  place: Place
  list: OwnList
}

/** One session: what the delegation asked for, what it may ask for now, and who is to be called. */
export function SessionPage({
  place,
  list,
  beside,
}: Props & {
  /** What later features set beside a speech: how far its statement is. */
  beside(speech: string): Child[]
}) {
  const { language } = place.zones
  const { session, own } = list
  const title = readingOf(session.title, language)
  return (
    <FloorFrame
      place={place}
      title={<Words in={title} language={language} />}
      steps={[{ href: '', label: title.value }]}
      at={session.expected.start ?? place.now}
    >
      <Part id="own">
        <Offers place={place} list={list} />
        <section aria-labelledby="ours">
          <h2 id="ours">{say(language, 'ours')}</h2>
          {own.length === 0 && <Empty>{say(language, 'ours.none')}</Empty>}
          {own.map((one) => (
            <OwnSpeechCard place={place} list={list} one={one} beside={beside(one.speech.id)} />
          ))}
        </section>
      </Part>
      <Ask place={place} list={list} />
      <Reply place={place} list={list} />
      <Part id="rules">
        <Rules place={place} list={list} />
      </Part>
      <Part id="list">
        <Public place={place} list={list} />
      </Part>
    </FloorFrame>
  )
}

/** The form by which the floor is asked for; or why it cannot be, and who decides then. */
function Ask({ place, list }: Props) {
  const { viewer, conference, party, zone } = place
  const { language } = place.zones
  const { floor, standing, session, own } = list
  if (floor.meeting === 'adjourned') return null
  const may = mayStillAsk(floor, own)
  const instants = <Instants place={place} window={list.window} />
  if (standing.inscription === 'before') {
    return (
      <Notice>
        <p class="mb-2">{say(language, 'ask.before')}</p>
        {instants}
      </Notice>
    )
  }
  if (standing.inscription === 'closed') {
    return (
      <Notice tone="warning">
        <p class="mb-2">{say(language, 'ask.late')}</p>
        {instants}
      </Notice>
    )
  }
  if (!list.writes) return <Notice>{say(language, 'ask.focal-point')}</Notice>
  if (!may.own && !may.group) return null
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{say(language, may.own ? 'ask' : 'ask.group')}</h2>
      <div class="label">{instants}</div>
      <Form
        viewer={viewer}
        command="floor.inscribe"
        then={addressOfFloor(conference, party, session.slug)}
        fixed={{ conference, session: session.id, party }}
      >
        <AskFields
          {...{ language, zone, may, members: list.members, before: null }}
          settings={floor.settings}
        />
        <Submit>{say(language, 'ask.send')}</Submit>
      </Form>
    </section>
  )
}

/** Rights of reply are asked for here; points of order in the room. */
function Reply({ place, list }: Props) {
  const { viewer, conference, party } = place
  const { language } = place.zones
  const { floor, session, own, writes } = list
  const { replies, pointsOfOrder, limits } = floor.settings
  const left = repliesLeft(floor, own)
  const isOn = floor.meeting === 'running' || floor.meeting === 'suspended'
  if (!isOn || (replies.most === 0 && !pointsOfOrder)) return null
  return (
    <section aria-labelledby="reply">
      <h2 id="reply">{say(language, 'reply')}</h2>
      {replies.most > 0 && (
        <>
          <p>{say(language, `reply.${replies.when}`)}</p>
          <Terms
            of={[
              [say(language, 'reply.left'), <bdi>{left}</bdi>],
              [say(language, 'reply.first'), sayLimit(language, limits['reply-first'])],
              [
                say(language, 'reply.second'),
                replies.most > 1 ? sayLimit(language, limits['reply-second']) : null,
              ],
            ]}
          />
          {writes && left > 0 && (
            <Deed
              viewer={viewer}
              command="floor.ask-reply"
              then={addressOfFloor(conference, party, session.slug)}
              fixed={{ conference, session: session.id, party }}
              label={say(language, 'reply.ask')}
              confirm={say(language, 'reply.question')}
            />
          )}
        </>
      )}
      {pointsOfOrder && <p class="label mt-3">{say(language, 'point-of-order')}</p>}
    </section>
  )
}

function Rules({ place, list }: Props) {
  const { zones, zone } = place
  const { language } = zones
  const { session, floor, standing, window } = list
  const { settings, meeting } = floor
  const span = timed(session.expected)
  return (
    <section aria-labelledby="rules-heading">
      <h2 id="rules-heading">{say(language, 'rules')}</h2>
      <Terms
        of={[
          [
            say(language, 'session'),
            <>
              {sayPlaceDay(language, session)}{' '}
              {span && (
                <>
                  <ConferenceTime span={span} day={session.day} zones={zones} />{' '}
                  <small class="text-muted">
                    <OwnTime span={span} day={session.day} zones={zones} />
                  </small>
                </>
              )}
            </>,
          ],
          [say(language, 'meeting'), sayMeeting(language, meeting)],
          [
            say(language, 'inscription'),
            <>
              <strong>{sayInscription(language, standing.inscription)}</strong>
              <Instants place={place} window={window} />
            </>,
          ],
          [
            say(language, 'video'),
            settings.ways.includes('video') ? sayDeadline(language, settings, zone) : null,
          ],
          [say(language, 'order'), sayOrder(language, settings.order)],
          [say(language, 'limit.single'), sayLimit(language, settings.limits.single)],
          [say(language, 'limit.group'), sayLimit(language, settings.limits.group)],
          [say(language, 'limit.observer'), sayLimit(language, settings.limits.observer)],
        ]}
      />
    </section>
  )
}

/** Who is to be called, as everybody reads it: delegations and likely times. */
function Public({ place, list }: Props) {
  const { zones, party } = place
  const { language } = zones
  const all = listed(list.floor, list.standing.likely)
  return (
    <section aria-labelledby="list-heading">
      <h2 id="list-heading">{sayTerm(language, 'list')}</h2>
      {all.length === 0 && <Empty>{say(language, 'list.none')}</Empty>}
      {all.some(({ likely }) => likely !== null) && (
        <p class="label">{say(language, 'list.likely')}</p>
      )}
      <ol class="max-w-[46rem] list-none ps-0">
        {all.map(({ number, speech, likely }) => (
          <li
            class={`grid grid-cols-[2.5rem_1fr_auto] gap-x-4 border-t border-base-300 py-2 ${
              speech.party === (party as PartyCode) ? 'bg-tint font-semibold' : ''
            }`}
          >
            <bdi class="text-end tabular-nums text-muted">{number}</bdi>
            <span>{nameOf(place, list, speech.party)}</span>
            <span class="text-end">
              {likely !== null && <LikelyClock at={likely} day={list.session.day} zones={zones} />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A session of the programme that has no list of speakers: said plainly. */
export function NoListPage({ place, session }: { place: Place; session: ProgrammeSession }) {
  const { language } = place.zones
  const title = readingOf(session.title, language)
  return (
    <FloorFrame
      place={place}
      title={<Words in={title} language={language} />}
      steps={[{ href: '', label: title.value }]}
      at={session.expected.start ?? place.now}
    >
      <Empty>{say(language, 'no-list')}</Empty>
    </FloorFrame>
  )
}
