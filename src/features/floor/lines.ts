import { type Floor, type Heard, limitOf, type Speech } from './queue/floor.ts'
import { ahead } from './queue/likely.ts'

/** How far a speech is. */
export const STATES = ['heard', 'speaking', 'waiting', 'written'] as const
export type State = (typeof STATES)[number]

/** A line of the list as it is printed, before, during or after a session. */
export interface Line {
  /** From 1, over those who were heard and those who will be; what is handed in follows. */
  number: number
  state: State
  speech: Speech
  /** Seconds that it has, or had. */
  limit: number
  /** Its times, once it was heard. */
  heard: Heard | null
}

/** The whole list in its order: who was heard, who speaks, who waits, and what is handed in. Nobody who withdrew. */
export function linesOf(floor: Floor): Line[] {
  const { heard, point, current, written } = floor
  const speaking = [point, current].flatMap((turn) => (turn ? [turn.speech] : []))
  const lines = [
    ...heard.map((one) => ({ state: 'heard' as const, speech: one.speech, heard: one })),
    ...speaking.map((speech) => ({ state: 'speaking' as const, speech, heard: null })),
    ...ahead(floor).map((speech) => ({ state: 'waiting' as const, speech, heard: null })),
    ...written.map((speech) => ({ state: 'written' as const, speech, heard: null })),
  ]
  return lines.map((line, index) => ({
    ...line,
    number: index + 1,
    limit: line.heard?.limit ?? limitOf(floor, line.speech),
  }))
}
