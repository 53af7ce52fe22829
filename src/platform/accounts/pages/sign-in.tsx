import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { remembering } from '../onward.ts'
import { say } from '../words.ts'

/** The ways in: a link by mail, and where they are there, a passkey and single sign-on. */
export function SignIn({
  reader,
  onward,
  singleSignOn,
  refused,
}: {
  reader: FormReader
  onward: string
  /** What people call the provider. */
  singleSignOn: string | null
  /** Whether the provider led nobody in. */
  refused: boolean
}) {
  const { language } = reader
  return (
    <div class="way-in-page">
      <h1>{say(language, 'sign-in')}</h1>
      {refused && (
        <div class="refused" role="alert">
          <p>{say(language, 'single.refused')}</p>
        </div>
      )}
      <p class="lead">{say(language, 'sign-in.lead')}</p>
      <Form viewer={reader} command="accounts.sign-in" action="/sign-in" then={onward} keep={false}>
        <TextField
          name="address"
          label={say(language, 'address')}
          hint={say(language, 'address.hint')}
          type="email"
          inputmode="email"
          autocomplete="username webauthn"
          maxlength={254}
          required
        />
        <Submit>{say(language, 'sign-in.send')}</Submit>
      </Form>
      <section class="other-ways">
        <h2>{say(language, 'other-ways')}</h2>
        {singleSignOn !== null && (
          <p>
            <a
              class="btn"
              href={hrefOf(language, remembering('/sign-in/single', onward))}
              rel="nofollow"
              data-turbo="false"
            >
              {say(language, 'single')} <Bdi>{singleSignOn}</Bdi>
            </a>
          </p>
        )}
        <pass-key
          data-deed="enter"
          data-label={say(language, 'passkey.use')}
          data-failed={say(language, 'passkey.failed')}
          data-next={hrefOf(language, onward)}
        >
          <p>
            <small>{say(language, 'passkey.script')}</small>
          </p>
        </pass-key>
      </section>
      <p>
        <small>{say(language, 'sign-in.who')}</small>
      </p>
    </div>
  )
}

/** The answer to everybody who asks for a link. */
export function LinkSent({ language, onward }: { language: Language; onward: string }) {
  return (
    <div class="way-in-page">
      <h1>{say(language, 'sent')}</h1>
      <p class="lead">{say(language, 'sent.lead')}</p>
      <p>{say(language, 'sent.not-there')}</p>
      <p>
        <a href={hrefOf(language, remembering('/sign-in', onward))}>
          {say(language, 'sent.again')}
        </a>
      </p>
    </div>
  )
}

/** A link that was followed: one button, and for whom. */
export function LinkButton({
  reader,
  address,
  onward,
}: {
  reader: FormReader
  address: string
  onward: string
}) {
  const { language } = reader
  return (
    <div class="way-in-page">
      <h1>{say(language, 'sign-in')}</h1>
      <p class="lead">
        {say(language, 'link.for')} <Bdi>{address}</Bdi>
      </p>
      <Form
        viewer={reader}
        command="accounts.enter"
        action={reader.address}
        then={onward}
        keep={false}
      >
        <Submit>{say(language, 'sign-in')}</Submit>
      </Form>
      <p>
        <small>{say(language, 'link.once')}</small>
      </p>
    </div>
  )
}

/** A link that was used, is too old, or never was. */
export function DeadLink({ language, onward }: { language: Language; onward: string }) {
  return (
    <div class="way-in-page">
      <h1>{say(language, 'dead')}</h1>
      <p class="lead">{say(language, 'dead.lead')}</p>
      <p>
        <a class="btn" href={hrefOf(language, remembering('/sign-in', onward))}>
          {say(language, 'dead.again')}
        </a>
      </p>
    </div>
  )
}

/** The second factor, asked for. */
export function CodeAsked({ reader, onward }: { reader: FormReader; onward: string }) {
  const { language } = reader
  return (
    <div class="way-in-page">
      <h1>{say(language, 'code')}</h1>
      <p class="lead">{say(language, 'code.lead')}</p>
      <Form
        viewer={reader}
        command="accounts.code"
        action="/sign-in/code"
        then={onward}
        keep={false}
      >
        <CodeField language={language} />
        <Submit>{say(language, 'sign-in')}</Submit>
      </Form>
      <p>
        <small>{say(language, 'code.lost')}</small>
      </p>
      <form method="post" action={hrefOf(language, '/sign-out')}>
        <button class="btn" type="submit">
          {say(language, 'code.other')}
        </button>
      </form>
    </div>
  )
}

/** Six digits of an app, or a code of the reserve. */
export const CodeField = ({ language }: { language: Language }) => (
  <TextField
    name="code"
    label={say(language, 'code.label')}
    hint={say(language, 'code.hint')}
    width="short"
    autocomplete="one-time-code"
    maxlength={40}
    required
  />
)
