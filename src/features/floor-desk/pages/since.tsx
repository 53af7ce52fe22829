import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import type { DeskList, ToldDeed } from '../facts.ts'
import { DeedLine } from '../record/deed-line.tsx'
import { tellingOf } from '../told.print.ts'
import { say } from '../words.ts'

/** What somebody else did meanwhile. */
export interface Since {
  deeds: readonly ToldDeed[]
  /** With those before them, by which they are told. */
  all: readonly ToldDeed[]
  makers: ReadonlyMap<string, string>
}

interface Props {
  viewer: FormReader
  list: DeskList
  since: Since | null
  language: Language
}

/** Deeds whose own form says what was refused: it stands there with what was typed. */
const WITH_FIELDS = ['floor.inscribe', 'floor.insert', 'floor.move', 'floor.set-limit']

/**
 * Why something was not done. Where a colleague was faster, what they did, in words: the page around it shows the list
 * as it stands now.
 */
export function NotDone({ viewer: { attempt }, list, since, language }: Props) {
  if (!attempt?.command.startsWith('floor.')) return null
  const tell = tellingOf(since?.all ?? [], language)
  const hasForm = WITH_FIELDS.includes(attempt.command)
  if (hasForm && !since) return null
  return (
    <div class="refused floor-refused" role={hasForm ? undefined : 'alert'}>
      {since ? (
        <>
          <p>
            <strong>{say(language, 'stale')}</strong>
          </p>
          <ul>
            {since.deeds.map((deed) => (
              <li>
                <DeedLine
                  deed={deed}
                  tell={tell}
                  list={list}
                  maker={since.makers.get(deed.by)}
                  language={language}
                />
              </li>
            ))}
          </ul>
          <p>{say(language, 'stale.now')}</p>
        </>
      ) : (
        <p>{attempt.title}</p>
      )}
    </div>
  )
}
