import { must } from '../../../kernel/refusal.ts'
import type { Text } from '../../../kernel/text.ts'
import { roomKey, type Session } from '../model.ts'

/** The rooms that a draft names, by their names in their first languages, each once. */
export const roomsOf = (draft: readonly Pick<Session, 'room'>[]): ReadonlyMap<string, Text> =>
  new Map(
    draft
      .flatMap((one) => (one.room ? [[roomKey(one) ?? '', one.room] as const] : []))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** A room that a draft names, by its key; none where nobody gives one. */
export function roomNamed(draft: readonly Session[], key: string | null | undefined): Text | null {
  if (key === null || key === undefined) return null
  const room = roomsOf(draft).get(key)
  must(room, 'programme.unknown-room')
  return room
}
