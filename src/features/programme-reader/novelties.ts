import type { Session } from '../programme/model.ts'
import type { ReadSession } from './sessions.ts'

type Standing = Pick<Session, 'day' | 'start' | 'end' | 'title'>

/** A title without what differs from print to print: accents, case, spaces, marks, «Ⅰ» for «I». */
export const letters = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

const begins = ({ day, start }: Pick<Standing, 'day' | 'start'>) => `${day} ${start}`
const spans = ({ day, start, end }: Pick<Standing, 'day' | 'start' | 'end'>) =>
  `${day} ${start} ${end}`
const titlesOf = ({ title }: Standing) =>
  Object.values(title.in).map((wording) => letters(wording?.value ?? ''))

/**
 * The sessions of a text that the draft does not hold yet. One is held that begins at the same time under the same
 * title, in any language; else one that fills exactly the same time under another title: two prints of a programme
 * call one session differently more often than one session takes another's place. Each stands for one only, so that
 * sessions side by side stay apart.
 */
export function novelties(read: readonly ReadSession[], draft: readonly Standing[]): ReadSession[] {
  const held = new Set<Standing>()
  const holds =
    (is: (session: ReadSession, standing: Standing) => boolean) => (session: ReadSession) => {
      const found = draft.find((standing) => !held.has(standing) && is(session, standing))
      if (found) held.add(found)
      return found === undefined
    }
  const sameTitle = holds(
    (session, standing) =>
      begins(session) === begins(standing) && titlesOf(standing).includes(letters(session.title)),
  )
  const sameSpan = holds((session, standing) => spans(session) === spans(standing))
  return read.filter(sameTitle).filter(sameSpan)
}
