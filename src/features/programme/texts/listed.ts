import type { Text } from '../../../kernel/text.ts'
import { mapTexts, textsIn } from '../../../kernel/wording/texts.ts'
import type { Session } from '../model.ts'

/** The longest title that a line of the programme holds. */
const LONGEST_TITLE = 200

const KINDS: Readonly<Record<string, string>> = {
  title: 'title',
  note: 'note',
  room: 'room',
  participants: 'office',
  documents: 'document',
}

export const SESSION_TEXT_KINDS = Object.values(KINDS)

/** A text of the draft that people translate. */
export interface SessionText {
  id: string
  kind: string
  text: Text
  of: Text | null
  longest: number | null
}

/** Every text of a session, by the session's identifier and where it stands in it. */
export const textsOfSession = (session: Session): SessionText[] =>
  [...textsIn(session)].flatMap(([path, text]) => {
    const kind = KINDS[path.split('.', 1)[0] ?? '']
    if (kind === undefined) return []
    const of = kind === 'title' ? null : session.title
    const longest = kind === 'title' ? LONGEST_TITLE : null
    return [{ id: `${session.id}.${path}`, kind, text, of, longest }]
  })

/** The identifier of the session whose text this is. */
export const sessionOf = (id: string): string => id.slice(0, Math.max(0, id.indexOf('.')))

/** A session with some of its texts in other words. */
export const reworded = (session: Session, texts: ReadonlyMap<string, Text>): Session =>
  mapTexts(session, (text, path) => texts.get(`${session.id}.${path}`) ?? text)
