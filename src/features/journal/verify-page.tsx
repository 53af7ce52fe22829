import type { Language } from '../../kernel/language.ts'
import { hrefOf } from '../../ui/navigation.tsx'
import { Notice } from '../../ui/notices.tsx'
import { say } from './words.ts'

const HERE = '/administration/journal/verify'

/** A seal, as whoever notes it down writes it: `12:5f3a…`. */
export interface NotedSeal {
  number: number
  hash: string
}

/** Something that is not as it was written. */
export interface ShownFinding {
  what: 'entry-changed' | 'entry-removed' | 'entry-inserted' | 'seal-changed' | 'seal-removed'
  seal: number | null
  /** Of an entry, its number. */
  seq?: number
}

export interface VerifyProps {
  language: Language
  noted: NotedSeal | null
  findings: readonly ShownFinding[]
  seals: number
  sealed: number
  waiting: number
  last: NotedSeal | null
  /** The seal after which to go on, where the time was not enough. */
  upTo: number | null
}

/** What the verification found, and the last seal to note down. */
export function VerifyPage(props: VerifyProps) {
  const { language, findings, last, upTo } = props
  return (
    <>
      <p class="mark">
        <a href={hrefOf(language, '/administration/journal')}>{say(language, 'journal')}</a>
      </p>
      <h1>{say(language, 'verify')}</h1>
      <p class="lead">{say(language, 'verify.lead')}</p>
      <div role="status">
        {findings.length === 0 ? (
          <Notice>
            <p>{say(language, upTo === null ? 'verify.stands' : 'verify.stands-so-far')}</p>
          </Notice>
        ) : (
          <Notice tone="warning">
            <p>{say(language, 'verify.altered')}</p>
            <Findings language={language} findings={findings} />
          </Notice>
        )}
      </div>
      {upTo !== null && <GoOn {...props} upTo={upTo} />}
      <dl class="facts">
        <dt>{say(language, 'verify.seals')}</dt>
        <dd>{props.seals}</dd>
        <dt>{say(language, 'verify.entries')}</dt>
        <dd>{props.sealed}</dd>
        <dt>{say(language, 'verify.waiting')}</dt>
        <dd>{props.waiting}</dd>
        {last && (
          <>
            <dt>{say(language, 'verify.last')}</dt>
            <dd>
              <bdi class="code break-all">{noteOf(last)}</bdi>
              <p class="mark">{say(language, 'verify.note')}</p>
            </dd>
          </>
        )}
      </dl>
      <Again {...props} />
      <p class="mark">{say(language, 'verify.cli')}</p>
    </>
  )
}

const noteOf = ({ number, hash }: NotedSeal) => `${number}:${hash}`

function Findings({ language, findings }: Pick<VerifyProps, 'language' | 'findings'>) {
  return (
    <ul>
      {findings.map(({ what, seal, seq }) => (
        <li>
          {say(language, `finding.${what}`)}
          {say(language, 'colon')}
          {[
            seq !== undefined && say(language, 'entry', { number: `${seq}` }),
            seal !== null && say(language, 'seal', { number: `${seal}` }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}

function GoOn({ language, noted, upTo }: VerifyProps & { upTo: number }) {
  const query = new URLSearchParams({ after: `${upTo}`, ...(noted && { seal: noteOf(noted) }) })
  return (
    <p>
      {say(language, 'verify.part')} {say(language, 'seal', { number: `${upTo}` })}{' '}
      <a href={hrefOf(language, `${HERE}?${query}`)}>{say(language, 'verify.go-on')}</a>
    </p>
  )
}

function Again({ language, noted }: VerifyProps) {
  return (
    <form
      method="get"
      action={hrefOf(language, HERE)}
      class="mt-6 mb-3 flex flex-wrap items-end gap-x-6 gap-y-3"
    >
      <label class="grid w-full max-w-xl gap-1">
        {say(language, 'verify.noted')}
        <span class="mark">{say(language, 'verify.noted-hint')}</span>
        <input
          name="seal"
          value={noted ? noteOf(noted) : ''}
          maxlength={90}
          dir="ltr"
          class="w-full"
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <button class="btn" type="submit">
        {say(language, 'verify.run')}
      </button>
    </form>
  )
}
