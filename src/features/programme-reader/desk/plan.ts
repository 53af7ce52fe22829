import { SessionId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { same } from '../../../kernel/same.ts'
import { revisedText, type Text } from '../../../kernel/text.ts'
import { roomsOf } from '../../programme/draft/rooms.ts'
import { freeSlug } from '../../programme/draft/slug.ts'
import { Session } from '../../programme/model.ts'
import { letters, novelties } from '../novelties.ts'
import type { ReadSession } from '../sessions.ts'

/** A session of a text that can be saved: its day, time and title are known. */
export interface WholeSession extends ReadSession {
  room: string | null
}

/** How a text meets a draft: it adds what is missing there, or takes its place. */
export const MODES = ['add', 'replace'] as const
export type Mode = (typeof MODES)[number]

interface Wanted {
  mode: Mode
  language: Language
  newId(): string
}

const titlesOf = ({ title }: Pick<Session, 'title'>) =>
  Object.values(title.in).map((wording) => letters(wording?.value ?? ''))

/** Whether a session of a text is one of the draft, from the surest sign to the least. */
const SIGNS: readonly ((read: WholeSession, draft: Session) => boolean)[] = [
  (read, draft) => begins(read) === begins(draft) && isCalled(read, draft),
  (read, draft) => begins(read) === begins(draft) && read.end === draft.end && read.end !== null,
  (read, draft) => read.day === draft.day && isCalled(read, draft),
  (read, draft) => isCalled(read, draft),
]

const begins = ({ day, start }: { day: string; start: string | null }) => `${day} ${start}`
const isCalled = (read: WholeSession, draft: Session) =>
  titlesOf(draft).includes(letters(read.title))

/** Which session of the draft each one of the text is; each of them once. */
function matched(
  read: readonly WholeSession[],
  draft: readonly Session[],
): Map<WholeSession, Session> {
  const found = new Map<WholeSession, Session>()
  const free = new Set(draft)
  for (const sign of SIGNS) {
    for (const one of read) {
      if (found.has(one)) continue
      const standing = [...free].find((candidate) => sign(one, candidate))
      if (!standing) continue
      found.set(one, standing)
      free.delete(standing)
    }
  }
  return found
}

/** The sessions of a draft that a text changes, adds or takes off, as they stand afterwards. */
export function planned(
  read: readonly WholeSession[],
  draft: readonly Session[],
  { mode, language, newId }: Wanted,
): Session[] {
  const text = (value: string): Text => ({
    original: language,
    in: { [language]: { value, status: 'as-published' } },
  })
  const rooms = [...roomsOf(draft).values()]
  const roomOf = ({ room }: WholeSession): Text | null =>
    room === null ? null : (rooms.find((known) => isNamed(known, room)) ?? text(room))

  const taken = new Set(draft.map(({ slug }) => slug))
  const added = (one: WholeSession): Session => {
    const title = text(one.title)
    const slug = freeSlug({ ...one, title }, taken)
    taken.add(slug)
    return Session.parse({
      ...one,
      ...{ id: SessionId.parse(newId()), slug, title, room: roomOf(one) },
      note: one.note === null ? null : text(one.note),
    })
  }
  if (mode === 'add') return (novelties(read, draft) as WholeSession[]).map(added)

  const standing = draft.filter(({ status }) => status !== 'withdrawn')
  const known = matched(read, standing)
  const kept = new Set(known.values())
  return [
    ...read.flatMap((one) => {
      const before = known.get(one)
      if (!before) return [added(one)]
      const after = replaced(before, one, { language, room: roomOf(one) })
      return same(before, after) ? [] : [after]
    }),
    ...standing
      .filter((one) => !kept.has(one))
      .map((one) => ({ ...one, status: 'withdrawn' as const })),
  ]
}

const isNamed = (room: Text, name: string) =>
  Object.values(room.in).some((wording) => letters(wording?.value ?? '') === letters(name))

/** A session of the draft as the text has it: time, place and title are the text's, who takes part stays. */
function replaced(
  before: Session,
  { day, start, end, title, kind }: WholeSession,
  { language, room }: { language: Language; room: Text | null },
): Session {
  const isCalledSo = titlesOf(before).includes(letters(title))
  return {
    ...before,
    ...{ day, latestDay: null, start, end: end ?? (start === before.start ? before.end : null) },
    status: before.status === 'tentative' ? 'tentative' : 'confirmed',
    kind: kind === 'other' ? before.kind : kind,
    room: room ?? before.room,
    title: isCalledSo ? before.title : retitled(before.title, title, language),
  }
}

function retitled(before: Text, title: string, language: Language): Text {
  const wording = { value: title, status: 'as-published' as const }
  const after = { original: language, in: { ...before.in, [language]: wording } }
  return revisedText({ ...before, original: language }, after)
}
