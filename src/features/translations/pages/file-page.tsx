import type { Language } from '../../../kernel/language.ts'
import { Difference } from '../../../ui/difference.tsx'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { say } from '../words.ts'
import { LEFT, type Left, REMARKABLE } from '../xliff/plan.ts'

/** A wording that a file would change. */
export interface Changed {
  kind: string
  original: string
  before: string
  after: string
}

/** A text of which nothing is taken over. */
export interface Remaining {
  why: Left
  key: string
  /** What the file has as the original, and what it says now; the same where it has not changed. */
  source: string
  now: string
}

export interface FileFacts {
  conference: string
  file: string
  from: Language
  into: Language
  applied: boolean
  changes: readonly Changed[]
  left: readonly Remaining[]
  seen: string
}

/** What a file that came back would change, before anything is changed. */
export function FilePage({ viewer, facts }: { viewer: FormReader; facts: FileFacts }) {
  const { language } = viewer
  const { conference, file, from, into, applied, changes } = facts
  return (
    <>
      <p>
        <a href={hrefOf(language, `/${conference}/desk/translations?into=${into}`)}>
          {say(language, 'back')}
        </a>
      </p>
      <h1>{say(language, 'file')}</h1>
      <p class="lead">
        {sayInUi(language, `language.${from}`)} <span class="onward">→</span>{' '}
        {sayInUi(language, `language.${into}`)}
      </p>
      {applied ? (
        <Notice>{say(language, 'file.applied')}</Notice>
      ) : (
        <Changes viewer={viewer} facts={facts} />
      )}
      {changes.length > 0 && !applied && (
        <Deed
          viewer={viewer}
          command="translations.apply"
          then={`/${conference}/desk/translations?into=${into}`}
          seen={facts.seen}
          fixed={{ conference, file }}
          label={say(language, 'file.apply')}
          quiet={false}
        />
      )}
      <LeftOver language={language} facts={facts} />
    </>
  )
}

/** Of a long file the first are shown; the count says how many there are. */
const SHOWN = 200

function Changes({ viewer, facts }: { viewer: FormReader; facts: FileFacts }) {
  const { language } = viewer
  const { changes, from, into } = facts
  if (changes.length === 0) return <Empty>{say(language, 'file.changes.none')}</Empty>
  return (
    <>
      <h2>
        {say(language, 'file.changes')} <small>{changes.length}</small>
      </h2>
      <ol class="texts">
        {changes.slice(0, SHOWN).map(({ kind, original, before, after }) => (
          <li class="text-line">
            <p class="text-place">
              <small>{kind}</small>
            </p>
            <div class="text-pair">
              <p lang={from}>{original}</p>
              <Difference before={before} after={after} of={into} language={language} />
            </div>
          </li>
        ))}
      </ol>
    </>
  )
}

function LeftOver({ language, facts: { left, from } }: { language: Language; facts: FileFacts }) {
  if (left.length === 0) return null
  const groups = Map.groupBy(left, ({ why }) => why)
  return (
    <section>
      <h2>{say(language, 'file.left')}</h2>
      <ul>
        {LEFT.map((why) => {
          const all = groups.get(why) ?? []
          return (
            all.length > 0 && (
              <li>
                {say(language, `left.${why}`)} <small>{all.length}</small>
                {REMARKABLE.includes(why) && (
                  <ul>
                    {all.slice(0, SHOWN).map((one) => (
                      <li>
                        <Remark one={one} from={from} language={language} />
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            )
          )
        })}
      </ul>
    </section>
  )
}

function Remark({ one, from, language }: { one: Remaining; from: Language; language: Language }) {
  if (one.why === 'unknown') return <bdi>{one.key}</bdi>
  if (one.source === one.now) return <span lang={from}>{one.now}</span>
  return <Difference before={one.source} after={one.now} of={from} language={language} />
}
