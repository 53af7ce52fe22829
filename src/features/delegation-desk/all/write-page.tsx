import { directionOf, type Language } from '../../../kernel/language.ts'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { addressOfDesk, type Desk, shortName } from '../../own-delegation/desk.tsx'
import { say } from '../words.ts'
import type { Line, Writing } from './lines.ts'

interface Props {
  desk: Desk
  writing: Writing
  ready: readonly Line[]
  /** Chosen, and cannot be written to now. */
  left: readonly Line[]
  /** The letter to the first of them, as it will go. */
  letter: { subject: string; text: string; language: Language } | null
}

/** What goes to whom, looked at once more before it does. */
export function WritePage({ desk, writing, ready, left, letter }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const title = say(language, `${writing}.title`)
  const base = addressOfDesk(conference)
  return (
    <Frame
      place={desk}
      title={title}
      steps={[
        { href: base, label: say(language, 'all') },
        { href: '', label: title },
      ]}
    >
      {ready.length === 0 ? (
        <Empty>{say(language, 'write.nobody')}</Empty>
      ) : (
        <>
          <h2>{say(language, 'write.to')}</h2>
          <ul>
            {ready.map(({ party, delegation: { invitation } }) => (
              <li>
                {shortName(party, desk)}
                {BETWEEN}
                <bdi>{invitation?.addresses.join(', ')}</bdi>
              </li>
            ))}
          </ul>
          {letter && <Preview language={language} letter={letter} />}
          <Form
            viewer={viewer}
            command={
              writing === 'invite' ? 'delegations.invite-parties' : 'delegations.remind-parties'
            }
            then={base}
            fixed={{ conference }}
          >
            {ready.map(({ party }) => (
              <input type="hidden" name="parties" value={party.code} />
            ))}
            <Submit>
              {say(language, `${writing}.send`)} ({ready.length})
            </Submit>
          </Form>
        </>
      )}
      {left.length > 0 && (
        <Notice>
          <p>{say(language, 'write.left')}</p>
          <p>{left.map(({ party }) => shortName(party, desk)).join(BETWEEN)}</p>
        </Notice>
      )}
    </Frame>
  )
}

function Preview({
  language,
  letter,
}: {
  language: Language
  letter: NonNullable<Props['letter']>
}) {
  return (
    <>
      <h2>{say(language, 'write.letter')}</h2>
      <p>
        <strong lang={letter.language}>
          <bdi>{letter.subject}</bdi>
        </strong>
      </p>
      <div class="letter-text" lang={letter.language} dir={directionOf(letter.language)}>
        {letter.text}
      </div>
    </>
  )
}
