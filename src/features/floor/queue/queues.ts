import type { PartyCode } from '../../../kernel/ids.ts'
import { must } from '../../../kernel/refusal.ts'
import type { SpeechId } from './deeds.ts'
import type { Floor, Speech } from './floor.ts'

/** The queues in which a speech waits: to be heard, to reply, to be taken as read. */
export const QUEUES = ['waiting', 'replies', 'written'] as const

export const isOf =
  (id: SpeechId) =>
  (speech: Pick<Speech, 'id'>): boolean =>
    speech.id === id

export const isReply = ({ kind }: Pick<Speech, 'kind'>): boolean =>
  kind === 'reply-first' || kind === 'reply-second'

const without = (speeches: readonly Speech[], id: SpeechId) =>
  speeches.filter((speech) => speech.id !== id)

/** Somebody who waits to speak. */
export function waitingFor(floor: Floor, id: SpeechId): Speech {
  const speech = floor.waiting.find(isOf(id)) ?? floor.replies.find(isOf(id))
  must(speech, 'floor.not-waiting')
  return speech
}

/** Every speech that there is or was, wherever it stands. */
export const everySpeech = (floor: Floor): readonly Speech[] => [
  ...floor.heard.map(({ speech }) => speech),
  ...(floor.current ? [floor.current.speech] : []),
  ...(floor.point ? [floor.point.speech] : []),
  ...QUEUES.flatMap((queue) => floor[queue]),
  ...floor.withdrawn,
]

/** The list without somebody who waited; whatever exchange was offered to them or by them is void. */
export const leaving = (floor: Floor, id: SpeechId): Floor => ({
  ...floor,
  waiting: without(floor.waiting, id),
  replies: without(floor.replies, id),
  written: without(floor.written, id),
  offers: floor.offers.filter(({ from, to }) => from !== id && to !== id),
})

/** The list in which a speech that waits says something else of itself. */
export const replaced = (floor: Floor, speech: Speech): Floor => {
  const swap = (other: Speech) => (other.id === speech.id ? speech : other)
  return {
    ...floor,
    waiting: floor.waiting.map(swap),
    replies: floor.replies.map(swap),
    written: floor.written.map(swap),
  }
}

/** The party whose speech it is, wherever that stands; null where there is no such speech. */
export const partyOfSpeech = (floor: Floor | null, id: SpeechId): PartyCode | null =>
  (floor && everySpeech(floor).find(isOf(id))?.party) ?? null
