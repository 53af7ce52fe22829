import { sayDuration } from '../../../i18n/clock.ts'
import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Notice } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import type { Clash } from '../../programme/clashes.ts'
import type { Session } from '../../programme/model.ts'
import { say } from '../words.ts'
import { nameRoom, type Rooms } from './place.tsx'

interface ClashesProps {
  clashes: readonly Clash[]
  sessions: readonly Session[]
  rooms: Rooms
  /** Where a session stands on the page, or on another. */
  hrefOf(session: Session): string
  language: Language
}

/** What a clash is about, in a word or two: the room, the person, the day, the minutes. */
export function sayAbout({ kind, about }: Clash, rooms: Rooms, language: Language): string {
  if (kind === 'same-room') return nameRoom(rooms, about, language)
  if (kind === 'outside-the-days' || kind === 'two-plenaries') return sayDay(language, about)
  return kind === 'break-too-short' ? sayDuration(language, Number(about)) : about
}

/** Everything that does not fit together, for the eyes of whoever edits; it keeps nobody from saving. */
export function Clashes({ clashes, sessions, rooms, hrefOf, language }: ClashesProps) {
  if (clashes.length === 0) return null
  return (
    <Notice tone="warning">
      <p>
        <strong>{say(language, 'clashes', { count: clashes.length })}</strong>{' '}
        {say(language, 'clashes.note')}
      </p>
      <ul class="clashes">
        {clashes.map((clash) => (
          <li>
            <span class="clash-kind">{say(language, `clash.${clash.kind}`)}</span>{' '}
            <bdi>{sayAbout(clash, rooms, language)}</bdi>
            {clash.sessions.map((id) => {
              const session = sessions.find((one) => one.id === id)
              return (
                session && (
                  <>
                    {' · '}
                    <a href={hrefOf(session)}>
                      <Words in={readingOf(session.title, language)} language={language} />
                    </a>
                  </>
                )
              )
            })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The same beside one session: the kinds only, each once. */
export function ClashMarks({
  clashes,
  session,
  language,
}: Pick<ClashesProps, 'clashes' | 'language'> & { session: Session }) {
  const kinds = new Set(
    clashes.filter(({ sessions }) => sessions.includes(session.id)).map(({ kind }) => kind),
  )
  return (
    <>
      {[...kinds].map((kind) => (
        <strong class="clash-mark">{say(language, `clash.${kind}`)}</strong>
      ))}
    </>
  )
}
