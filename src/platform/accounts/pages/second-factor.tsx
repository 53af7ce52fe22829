import { raw } from 'hono/html'
import { renderSVG } from 'uqr'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Identifier } from '../../../ui/text.tsx'
import { say } from '../words.ts'
import { CodeField } from './sign-in.tsx'

const PAGE = '/account/second-factor'

/** What the second factor is, and the next step with it. */
export function SecondFactor({
  reader,
  uri,
  isOn,
}: {
  reader: FormReader
  /** `otpauth://…`: what an app is to read, while it is being set up. */
  uri: string | null
  isOn: boolean
}) {
  const { language } = reader
  return (
    <>
      <p class="back">
        <a href={hrefOf(language, '/account')}>{say(language, 'account')}</a>
      </p>
      <h1>{say(language, 'second-factor')}</h1>
      <p class="lead">{say(language, 'second-factor.lead')}</p>
      {isOn ? (
        <On reader={reader} />
      ) : uri === null ? (
        <Off reader={reader} />
      ) : (
        <Begun reader={reader} uri={uri} />
      )}
    </>
  )
}

const Off = ({ reader }: { reader: FormReader }) => (
  <Form
    viewer={reader}
    command="accounts.begin-second-factor"
    action={`${PAGE}/begin`}
    keep={false}
  >
    <Submit>{say(reader.language, 'second-factor.begin')}</Submit>
  </Form>
)

function Begun({ reader, uri }: { reader: FormReader; uri: string }) {
  const { language } = reader
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  return (
    <>
      <h2>{say(language, 'second-factor.read')}</h2>
      <figure class="code-to-read" role="img" aria-label={say(language, 'second-factor.picture')}>
        {raw(renderSVG(uri, { border: 2, whiteColor: '#fff', blackColor: '#000' }))}
      </figure>
      <p>
        {say(language, 'second-factor.by-hand')}{' '}
        <bdi>{secret.match(/.{1,4}/g)?.join(' ') ?? ''}</bdi>
      </p>
      <h2>{say(language, 'second-factor.show')}</h2>
      <Form viewer={reader} command="accounts.code" action={`${PAGE}/finish`} keep={false} answered>
        <TextField
          name="code"
          label={say(language, 'code.of-app')}
          width="short"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={20}
          required
        />
        <Submit>{say(language, 'second-factor.finish')}</Submit>
      </Form>
    </>
  )
}

function On({ reader }: { reader: FormReader }) {
  const { language } = reader
  return (
    <>
      <p>{say(language, 'second-factor.is-on')}</p>
      <h2>{say(language, 'reserve')}</h2>
      <p>{say(language, 'reserve.renew.lead')}</p>
      <Form viewer={reader} command="accounts.code" action={`${PAGE}/codes`} keep={false} answered>
        <CodeField language={language} />
        <Submit>{say(language, 'reserve.renew')}</Submit>
      </Form>
      <h2>{say(language, 'second-factor.end')}</h2>
      <p>{say(language, 'second-factor.end.lead')}</p>
      <Form viewer={reader} command="accounts.code" of="end" action={`${PAGE}/end`} keep={false}>
        <CodeField language={language} />
        <Submit quiet>{say(language, 'second-factor.end')}</Submit>
      </Form>
    </>
  )
}

/** The codes of the reserve, shown once. */
export function ReserveCodes({
  language,
  codes,
}: {
  language: Language
  codes: readonly string[]
}) {
  return (
    <>
      <h1>{say(language, 'reserve')}</h1>
      <p class="lead">{say(language, 'reserve.lead')}</p>
      <ul class="secrets">
        {codes.map((code) => (
          <li>
            <Identifier>{code}</Identifier>
          </li>
        ))}
      </ul>
      <p>
        <a class="btn" href={hrefOf(language, '/account')}>
          {say(language, 'account')}
        </a>
      </p>
    </>
  )
}
