import type { Language } from '../kernel/language.ts'
import { Part } from './part.tsx'
import { BETWEEN } from './text.tsx'
import { say } from './words.ts'

/** How far the letters of an act that reaches many are. */
export interface LettersOnTheirWay<Action extends string = string> {
  /** The act: the name of its command. */
  action: Action
  sent: number
  /** Came back, or could not be carried. */
  back: number
  waiting: number
  /** Of those that wait, those that were tried in vain and are tried again. */
  again: number
  /** Still to be written; null where it is not known how many. */
  unwritten: number | null
}

/**
 * How far each act is that reaches many, as a bar and in words; nothing where none is under way. The part stands in the
 * page even then, so that it comes and goes by itself.
 */
export function LettersProgress<Action extends string>({
  language,
  ways,
  label,
}: {
  language: Language
  ways: readonly LettersOnTheirWay<Action>[]
  /** What was done, in the reader's language: «Invitations». */
  label: (action: Action) => string
}) {
  return (
    <Part id="letters-under-way">
      {ways.length > 0 && (
        <section class="under-way" aria-label={say(language, 'progress')}>
          {ways.map((way, at) => (
            <OneWay
              language={language}
              way={way}
              label={label(way.action)}
              id={`under-way-${at}`}
            />
          ))}
        </section>
      )}
    </Part>
  )
}

function OneWay({
  language,
  way,
  label,
  id,
}: {
  language: Language
  way: LettersOnTheirWay
  label: string
  id: string
}) {
  const { sent, back, waiting, again, unwritten } = way
  const all = unwritten === null ? null : sent + back + waiting + unwritten
  const words = [
    all === null
      ? say(language, 'progress.so-far', { sent })
      : say(language, 'progress.sent', { sent, all }),
    ...(back > 0 ? [say(language, 'progress.back', { count: back })] : []),
    ...(again > 0 ? [say(language, 'progress.again', { count: again })] : []),
  ]
  return (
    <div>
      <label for={id}>{label}</label>
      {all === null ? (
        <progress id={id} aria-describedby={`${id}-words`} />
      ) : (
        <progress id={id} aria-describedby={`${id}-words`} value={sent + back} max={all} />
      )}
      <p id={`${id}-words`}>{words.join(BETWEEN)}</p>
    </div>
  )
}
