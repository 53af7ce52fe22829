import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Moment } from '../moment.tsx'
import { say } from '../words.ts'
import { piecesOf, type State } from './model.ts'
import { StateOf } from './outbox-page.tsx'

/** A letter with everything that is known of it. */
export interface ShownLetter {
  id: string
  address: string
  name: string | null
  language: Language
  subject: string
  kind: string
  about: string
  state: State
  trouble: string | null
  said: string | null
  keptAt: Temporal.Instant
  sentAt: Temporal.Instant | null
  due: Temporal.Instant | null
  attempts: number
  messageId: string | null
  replyTo: { address: string; name?: string } | null
}

export interface LetterProps {
  viewer: FormReader
  letter: ShownLetter
  /** What it says; `erased` and `hidden` where it is confidential. */
  text: { says: string } | 'erased' | 'hidden'
  papers: readonly { position: number; name: string; size: number }[]
  sendsMail: boolean
  /** Whether a rule would let it leave again. */
  mayLeave: boolean
}

/** One letter: what became of it, as text, and as it looks. */
export function LetterPage(props: LetterProps) {
  const { viewer, letter, text } = props
  const { language } = viewer
  return (
    <>
      <p class="mark">
        <a href={hrefOf(language, '/administration/mail')}>{say(language, 'mail')}</a>
      </p>
      <h1>
        <bdi lang={letter.language}>{letter.subject}</bdi>
      </h1>
      <Part id="letter">
        <Facts {...props} />
        {props.sendsMail && props.mayLeave && (
          <Deed
            viewer={viewer}
            command="administration.send-again"
            fixed={{ letter: letter.id }}
            then={`/administration/mail/${letter.id}`}
            label={say(language, 'send-again')}
          />
        )}
        {typeof text === 'string' ? (
          <Notice>
            <p>{say(language, text)}</p>
          </Notice>
        ) : (
          <Words language={language} letter={letter} says={text.says} />
        )}
      </Part>
    </>
  )
}

function Words({
  language,
  letter,
  says,
}: {
  language: Language
  letter: ShownLetter
  says: string
}) {
  return (
    <>
      <h2>{say(language, 'as-text')}</h2>
      <div class="letter-text" lang={letter.language} dir={directionOf(letter.language)}>
        {piecesOf(says).map(({ text, href }) => (href === null ? text : <a href={href}>{text}</a>))}
      </div>
      <h2>{say(language, 'as-it-looks')}</h2>
      <iframe
        class="letter-look"
        title={say(language, 'as-it-looks')}
        src={hrefOf(language, `/administration/mail/${letter.id}/look`)}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        loading="lazy"
      />
    </>
  )
}

function Facts({ viewer: { language }, letter, papers }: LetterProps) {
  const fact = (label: Parameters<typeof say>[1], value: Child, shown = true) =>
    shown && (
      <>
        <dt>{say(language, label)}</dt>
        <dd>{value}</dd>
      </>
    )
  const { sentAt, due, messageId, replyTo } = letter
  return (
    <dl class="facts">
      {fact(
        'column.state',
        <StateOf language={language} state={letter.state} trouble={letter.trouble} />,
      )}
      {fact('column.to', <Mailbox name={letter.name} address={letter.address} />)}
      {fact('fact.language', <bdi>{LANGUAGE_NAMES[letter.language]}</bdi>)}
      {replyTo &&
        fact('fact.reply-to', <Mailbox name={replyTo.name ?? null} address={replyTo.address} />)}
      {fact('column.written', <Moment language={language} at={letter.keptAt} />)}
      {sentAt && fact('fact.sent', <Moment language={language} at={sentAt} />)}
      {due && letter.attempts > 0 && fact('fact.next', <Moment language={language} at={due} />)}
      {fact('fact.attempts', letter.attempts, letter.attempts > 0)}
      {fact('fact.said', <bdi>{letter.said}</bdi>, letter.said !== null)}
      {fact('fact.kind', <bdi class="code">{letter.kind}</bdi>)}
      {fact('fact.about', <bdi class="code">{letter.about}</bdi>, letter.about !== '')}
      {messageId && fact('fact.message-id', <bdi class="code">{messageId}</bdi>)}
      {papers.length > 0 &&
        fact('fact.papers', <Papers language={language} letter={letter.id} papers={papers} />)}
    </dl>
  )
}

function Mailbox({ name, address }: { name: string | null; address: string }) {
  if (name === null) return <bdi>{address}</bdi>
  return (
    <>
      <bdi>{name}</bdi> <bdi class="mark">{address}</bdi>
    </>
  )
}

function Papers({
  language,
  letter,
  papers,
}: {
  language: Language
  letter: string
  papers: LetterProps['papers']
}) {
  return (
    <ul class="list-none ps-0">
      {papers.map(({ position, name, size }) => (
        <li>
          <a href={hrefOf(language, `/administration/mail/${letter}/papers/${position}`)}>
            <bdi>{name}</bdi>
          </a>{' '}
          <span class="mark">{say(language, 'size', { kilobytes: Math.ceil(size / 1024) })}</span>
        </li>
      ))}
    </ul>
  )
}
