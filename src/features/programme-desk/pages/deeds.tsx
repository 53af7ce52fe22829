import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Words } from '../../../ui/text.tsx'
import { DeskHead, Moment } from '../../conference-desk/pages/desk-head.tsx'
import type { DraftDeed, SessionState } from '../../programme/draft/deeds.ts'
import { isSamePlace, type Session } from '../../programme/model.ts'
import { PlaceLine } from '../../programme/pages/marks.tsx'
import { sayStatus } from '../../programme/terms.print.ts'
import { deskOf, sessionAddress } from '../board/list.tsx'
import { say } from '../words.ts'

const KNOWN = new Set([
  'add-session',
  'change-session',
  'move-session',
  'shift-following',
  'confirm-session',
  'hold-session',
  'cancel-session',
  'withdraw-session',
  'add-participant',
  'change-participant',
  'move-participant',
  'remove-participant',
  'rename-room',
  'undo',
  'import-programme',
  'load-programme',
  'restore',
])

/** What was done, in a word or two: «moved», «added». */
export function sayDeed(language: Language, deed: string): string {
  const [, name = ''] = deed.split('.')
  return KNOWN.has(name) ? say(language, `deed.${name as 'undo'}`) : say(language, 'deed.other')
}

interface Told extends DraftDeed {
  states: readonly SessionState[]
}

interface HistoryProps {
  viewer: FormReader
  conference: { id: string; name: string }
  zone: string
  deeds: readonly Told[]
  undoable: DraftDeed | null
  names: ReadonlyMap<string, string>
}

/** Everything that was done to the draft, newest first; the last deed can be taken back from here too. */
export function HistoryPage({ viewer, conference, zone, deeds, undoable, names }: HistoryProps) {
  const { language } = viewer
  const undone = new Set(deeds.flatMap(({ undoes }) => undoes ?? []))
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, deskOf(conference.id)), label: say(language, 'title') },
          { href: '', label: say(language, 'history') },
        ]}
        title={say(language, 'history')}
      />
      {deeds.length === 0 && <Empty>{say(language, 'history.none')}</Empty>}
      <ol class="deed-list">
        {deeds.map((deed) => (
          <li class={undone.has(deed.number) ? 'deed-line deed-undone' : 'deed-line'}>
            <DeedHead deed={deed} name={names.get(deed.madeBy)} zone={zone} language={language} />
            {undone.has(deed.number) && <span class="mark"> · {say(language, 'undone')}</span>}
            <Touched states={deed.states} conference={conference.id} language={language} />
            {undoable?.number === deed.number && (
              <Deed
                viewer={viewer}
                command="programme.undo"
                fixed={{ conference: conference.id, number: deed.number }}
                then={viewer.address}
                label={say(language, 'undo')}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

/** What, by whom and when. */
export function DeedHead({
  deed,
  name,
  zone,
  language,
}: {
  deed: DraftDeed
  name: string | undefined
  zone: string
  language: Language
}) {
  return (
    <>
      <strong>{sayDeed(language, deed.deed)}</strong>{' '}
      <span class="mark">
        {name && (
          <>
            <bdi>{name}</bdi> ·{' '}
          </>
        )}
        <Moment at={deed.madeAt} zone={zone} language={language} />
      </span>
    </>
  )
}

const MOST = 12

function Touched({
  states,
  conference,
  language,
}: {
  states: readonly SessionState[]
  conference: string
  language: Language
}) {
  const more = states.length - MOST
  return (
    <ul class="deed-sessions">
      {states.slice(0, MOST).map(({ before, after }) => {
        const session = after ?? before
        return (
          session && (
            <li>
              {after ? (
                <a href={hrefOf(language, sessionAddress(conference, session))}>
                  <Words in={readingOf(session.title, language)} language={language} />
                </a>
              ) : (
                <s>
                  <Words in={readingOf(session.title, language)} language={language} />
                </s>
              )}
              <FromTo before={before} after={after} language={language} />
            </li>
          )
        )
      })}
      {more > 0 && <li class="mark">{say(language, 'more', { count: more })}</li>}
    </ul>
  )
}

/** Where it stood before and where it stands since; what else changed is on the session's own page. */
export function FromTo({
  before,
  after,
  language,
}: {
  before: Session | null
  after: Session | null
  language: Language
}) {
  if (!before || !after) return null
  const moved = !isSamePlace(before, after)
  const turned = before.status !== after.status
  if (!moved && !turned) return null
  return (
    <span class="mark block">
      {moved && (
        <>
          <s>
            <PlaceLine place={before} language={language} />
          </s>{' '}
          <span class="inline-block rtl:-scale-x-100">→</span>{' '}
          <PlaceLine place={after} language={language} />
        </>
      )}
      {moved && turned && ' · '}
      {turned && sayTurned(language, after)}
    </span>
  )
}

const sayTurned = (language: Language, { status }: Session) =>
  status === 'confirmed' ? say(language, 'confirmed') : sayStatus(language, status)
