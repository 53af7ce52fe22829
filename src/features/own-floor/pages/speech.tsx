import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Fold } from '../../../ui/form/fold.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { BETWEEN, Words } from '../../../ui/text.tsx'
import { sayRank } from '../../delegations/terms.print.ts'
import { limitOf } from '../../floor/queue/floor.ts'
import { isReply } from '../../floor/queue/queues.ts'
import { sayKind, sayTerm, sayWay } from '../../floor/terms.print.ts'
import { Terms } from '../../own-delegation/pages/terms.tsx'
import { dayIn } from '../../programme/pages/marks.tsx'
import { addressOfFloor } from '../model.ts'
import { mayStillAsk, type OwnSpeech } from '../own.ts'
import { say } from '../words.ts'
import { OfferExchange } from './exchange.tsx'
import type { Named, OwnList } from './facts.ts'
import { AskFields, sayDeadline } from './fields.tsx'
import type { Place } from './frame.tsx'
import { sayStands, sayWhy } from './stands.tsx'
import { At, Likely, sayLimit } from './times.tsx'

interface Props {
  place: Place
  list: OwnList
  one: OwnSpeech
}

/** Something that the delegation asked for: its place and likely time, who speaks, and what can be done with it. */
export function OwnSpeechCard({ place, list, one, beside }: Props & { beside: Child[] }) {
  const { language } = place.zones
  const { speech, stands } = one
  const named = list.speakers.get(speech.id) ?? null
  return (
    <article
      class="mb-8 grid gap-x-8 border-t-4 border-double border-primary pt-4 sm:grid-cols-[8rem_1fr]"
      id={`speech-${speech.id}`}
    >
      <div>
        {stands.is === 'waiting' ? (
          <>
            <p class="label mb-0">
              {stands.number === 1
                ? sayTerm(language, 'speaker.next')
                : say(language, 'place.label')}
            </p>
            <p class="figure-value mb-2">
              <bdi>{stands.number}</bdi>
            </p>
          </>
        ) : (
          <p class="mb-2 text-lg font-semibold">{sayStands(language, stands)}</p>
        )}
      </div>
      <div>
        <h3 class="mt-0 mb-1">{sayKind(language, speech.kind)}</h3>
        {named?.onBehalfOf && (
          <p class="mb-1">
            {sayTerm(language, 'on-behalf-of')} <bdi>{named.onBehalfOf}</bdi>
          </p>
        )}
        {!isReply(speech) && (
          <p class="mb-3">
            <WhoSpeaks language={language} named={named} />
          </p>
        )}
        <Details place={place} list={list} one={one} />
        {beside.length > 0 && <p class="mt-3 mb-2">{beside}</p>}
        {list.writes && <Deeds place={place} list={list} one={one} />}
      </div>
    </article>
  )
}

function WhoSpeaks({ language, named }: { language: Language; named: Named | null }) {
  const content = named?.content
  if (!content) return <em class="text-muted">{say(language, 'speaker.unnamed')}</em>
  return (
    <>
      <bdi>{content.name}</bdi>
      {content.latinName !== null && (
        <>
          {' '}
          <bdi dir="ltr">({content.latinName})</bdi>
        </>
      )}
      {content.functions && (
        <>
          {BETWEEN}
          <Words in={readingOf(content.functions, language)} language={language} />
        </>
      )}
    </>
  )
}

function Details({ place, list, one: { speech, stands } }: Props) {
  const { zones, zone } = place
  const { language } = zones
  const { floor } = list
  const waits = stands.is === 'waiting'
  const when = waits ? (
    stands.likely === null ? (
      say(language, 'likely.unknown')
    ) : (
      <Likely at={stands.likely} zones={zones} />
    )
  ) : stands.is === 'heard' || stands.is === 'speaking' ? (
    <At at={stands.since} zones={zones} />
  ) : null
  const isStatement = !isReply(speech) && speech.kind !== 'point-of-order'
  return (
    <Terms
      of={[
        [say(language, waits ? 'likely.label' : 'begun'), when],
        [say(language, 'why'), waits ? sayWhy(language, floor, speech) : null],
        [say(language, 'rank'), isStatement ? sayRank(language, speech.rank) : null],
        [say(language, 'way'), isStatement ? sayWay(language, speech.way) : null],
        [
          say(language, 'video'),
          speech.way === 'video' ? sayDeadline(language, floor.settings, zone) : null,
        ],
        [say(language, 'language'), speech.language && LANGUAGE_NAMES[speech.language]],
        [
          say(language, 'limit'),
          speech.way === 'written' ? null : sayLimit(language, limitOf(floor, speech)),
        ],
        [say(language, 'asked'), <At at={speech.askedAt} zones={zones} />],
        [say(language, 'here'), waits && speech.here ? say(language, 'here.yes') : null],
      ]}
    />
  )
}

/** Until somebody has the floor, a request can be taken back; whoever speaks in the room says that they are there. */
function Deeds({ place, list, one }: Props) {
  const { viewer, conference, party, zone, now } = place
  const { language } = place.zones
  const { speech, stands } = one
  if (stands.is !== 'waiting' && stands.is !== 'written') return null
  const { session, floor, standing } = list
  const then = addressOfFloor(conference, party, session.slug)
  const common = {
    ...{ viewer, then, of: speech.id },
    fixed: { conference, session: session.id, speech: speech.id },
  }
  const isDue = floor.meeting !== 'before' || dayIn(now, zone) >= session.day
  const others = mayStillAsk(
    floor,
    list.own.filter((other) => other.speech.id !== speech.id),
  )
  return (
    <>
      <div class="deeds mt-3 mb-2">
        {stands.is === 'waiting' && !speech.here && isDue && speech.way === 'in-person' && (
          <Deed
            {...common}
            command="floor.confirm"
            label={say(language, 'confirm')}
            quiet={false}
          />
        )}
        <Deed
          {...common}
          command="floor.withdraw"
          label={say(language, 'withdraw')}
          confirm={say(language, 'withdraw.question')}
        />
      </div>
      {stands.is === 'waiting' && floor.settings.exchange && !isReply(speech) && (
        <OfferExchange place={place} list={list} mine={speech} />
      )}
      {!isReply(speech) &&
        (standing.inscription === 'open' ? (
          <Fold viewer={viewer} command="floor.amend" of={speech.id} label={say(language, 'amend')}>
            <Form {...common} command="floor.amend">
              <AskFields
                {...{ language, zone, may: others }}
                settings={floor.settings}
                members={list.members}
                before={{
                  speech,
                  named: list.speakers.get(speech.id) ?? {
                    ...{ participant: null, content: null, onBehalfOf: null },
                  },
                }}
              />
              <Submit>{say(language, 'amend.send')}</Submit>
            </Form>
          </Fold>
        ) : (
          <p class="label mt-2">{say(language, 'amend.late')}</p>
        ))}
    </>
  )
}
