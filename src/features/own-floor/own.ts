import type { PartyCode } from '../../kernel/ids.ts'
import type { SpeechId } from '../floor/queue/deeds.ts'
import { type Floor, type Speech, speaking } from '../floor/queue/floor.ts'
import { ahead, type Likely } from '../floor/queue/likely.ts'

/** How a request stands. Instants are milliseconds since 1970. */
export type Stands =
  | { is: 'waiting'; number: number; likely: number | null }
  | { is: 'written' }
  | { is: 'speaking'; since: number }
  | { is: 'heard'; since: number; until: number }

/** Something that a delegation asked for. */
export interface OwnSpeech {
  speech: Speech
  stands: Stands
}

/** What a delegation asked for in a session: what is still to come first, then what was heard. */
export function ownSpeeches(
  floor: Floor,
  party: PartyCode,
  { begins }: Pick<Likely, 'begins'>,
): readonly OwnSpeech[] {
  const isOwn = ({ speech }: OwnSpeech) => speech.party === party
  const turn = speaking(floor)
  const all: OwnSpeech[] = [
    ...(turn
      ? [{ speech: turn.speech, stands: { is: 'speaking', since: turn.givenAt } as const }]
      : []),
    ...ahead(floor).map((speech, index) => ({
      speech,
      stands: {
        ...({ is: 'waiting', number: index + 1 } as const),
        likely: begins.get(speech.id) ?? null,
      },
    })),
    ...floor.written.map((speech) => ({ speech, stands: { is: 'written' } as const })),
    ...floor.heard.map(({ speech, givenAt, endedAt }) => ({
      speech,
      stands: { is: 'heard', since: givenAt, until: endedAt } as const,
    })),
  ]
  return all.filter(isOwn)
}

const isStatement = ({ kind }: Speech) =>
  kind === 'single' || kind === 'group' || kind === 'observer'

/**
 * What a delegation may still ask for: a statement of its own, one for a group. It stands once in the list with each;
 * whether it may ask for another after it was heard, the settings say.
 */
export function mayStillAsk(
  { settings }: Pick<Floor, 'settings'>,
  own: readonly OwnSpeech[],
): { own: boolean; group: boolean } {
  const counts = own.filter(
    ({ speech, stands }) => isStatement(speech) && !(stands.is === 'heard' && settings.again),
  )
  return {
    own: counts.every(({ speech }) => speech.kind === 'group'),
    group: counts.every(({ speech }) => speech.kind !== 'group'),
  }
}

/** An exchange that was offered and not yet answered. */
export interface Exchange {
  from: SpeechId
  to: SpeechId
  mine: Speech
  theirs: Speech
}

/** The exchanges that others offer a delegation, and those that it offers. */
export function exchangesOf(
  { offers, waiting }: Pick<Floor, 'offers' | 'waiting'>,
  party: PartyCode,
): { received: readonly Exchange[]; made: readonly Exchange[] } {
  const found = offers.flatMap(({ from, to }) => {
    const [giver, taker] = [from, to].map((id) => waiting.find((speech) => speech.id === id))
    return giver && taker ? [{ from, to, giver, taker }] : []
  })
  return {
    received: found
      .filter(({ taker }) => taker.party === party)
      .map(({ from, to, giver, taker }) => ({ from, to, mine: taker, theirs: giver })),
    made: found
      .filter(({ giver }) => giver.party === party)
      .map(({ from, to, giver, taker }) => ({ from, to, mine: giver, theirs: taker })),
  }
}

/** Whether a delegation can ask to reply now, and how often it still may. */
export function repliesLeft(
  { settings, meeting }: Pick<Floor, 'settings' | 'meeting'>,
  own: readonly OwnSpeech[],
): number {
  if (meeting !== 'running' && meeting !== 'suspended') return 0
  const used = own.filter(({ speech }) => speech.kind.startsWith('reply-')).length
  return Math.max(0, settings.replies.most - used)
}

/** The list as whoever takes part reads it: who is called when, and as what; not who they are. */
export const listed = (
  floor: Floor,
  { begins }: Pick<Likely, 'begins'>,
): readonly { number: number; speech: Speech; likely: number | null }[] =>
  ahead(floor).map((speech, index) => ({
    ...{ number: index + 1, speech },
    likely: begins.get(speech.id) ?? null,
  }))
