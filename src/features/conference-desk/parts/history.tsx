import type { Language } from '../../../kernel/language.ts'
import { Deed } from '../../../ui/form/form.tsx'
import type { Conference } from '../../conferences/model.ts'
import { Moment } from '../pages/desk-head.tsx'
import { type Desk, Frame } from '../pages/frame.tsx'
import { say } from '../words.ts'

interface State {
  version: number
  deed: string | null
  madeBy: string | null
  madeAt: Temporal.Instant | null
  record: Conference
}

const VERBS = ['add', 'change', 'remove', 'order'] as const
const NOUNS = [
  'theme',
  'question',
  'background',
  'ordered-session',
  'host',
  'co-chair',
  'convenor',
  'milestone',
  'figure',
  'document',
] as const
const PLURALS: Readonly<Record<string, (typeof NOUNS)[number]>> = {
  themes: 'theme',
  questions: 'question',
  background: 'background',
  'ordered-sessions': 'ordered-session',
  hosts: 'host',
  'co-chairs': 'co-chair',
  convenors: 'convenor',
  figures: 'figure',
  documents: 'document',
}
const OTHERS = [
  'begin',
  'rename',
  'describe',
  'describe-participants',
  'explain-co-chairs',
  'hand-over',
  'take-back-hand-over',
  'move-dates',
  'change-format',
  'move-to-zone',
  'move-venue',
  'describe-venue',
  'explain-change',
  'choose-colours',
  'require-sign-offs',
  'return-to',
  'record',
  'restore',
] as const

/** What was done, in a word or two: «theme · added». */
export function sayDeed(language: Language, deed: string | null): string {
  const name = deed?.split('.')[1] ?? ''
  const other = OTHERS.find((one) => one === name)
  if (other) return say(language, `deed.${other}`)
  const verb = VERBS.find((one) => name.startsWith(`${one}-`))
  const rest = name.slice((verb?.length ?? 0) + 1)
  const noun = NOUNS.find((one) => one === rest) ?? PLURALS[rest]
  if (!verb || !noun) return say(language, 'deed.other')
  return `${say(language, `noun.${noun}`)} · ${say(language, `verb.${verb}`)}`
}

/** Everything that was done to a record, newest first; each state can be taken back to, and none is lost by it. */
export function HistoryPart({
  desk,
  told,
  names,
  zone,
}: {
  desk: Desk
  told: readonly State[]
  names: ReadonlyMap<string, string>
  zone: string
}) {
  const { viewer, conference, address } = desk
  const { language } = viewer
  const stands = told[0]?.version ?? 1
  return (
    <Frame desk={desk} part="history">
      <p class="mark">{say(language, 'history.note')}</p>
      <ol class="deed-list">
        {told.map(({ version, deed, madeBy, madeAt }, at) => (
          <li class="deed-line">
            <strong>{sayDeed(language, deed)}</strong>{' '}
            <span class="mark">
              {say(language, 'version', { number: version })}
              {madeBy && names.has(madeBy) && (
                <>
                  {' · '}
                  <bdi>{names.get(madeBy)}</bdi>
                </>
              )}
              {madeAt && (
                <>
                  {' · '}
                  <Moment at={madeAt} zone={zone} language={language} />
                </>
              )}
            </span>
            {at > 0 && (
              <Deed
                viewer={viewer}
                command="conferences.return-to"
                of={`${version}`}
                fixed={{ conference: conference.id, version, stands }}
                then={address}
                label={say(language, at === 1 ? 'undo-last' : 'return-to')}
                confirm={say(language, at === 1 ? 'undo-last.note' : 'return-to.note')}
              />
            )}
          </li>
        ))}
      </ol>
    </Frame>
  )
}
