import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Endpoint } from '../endpoint.ts'
import { EVENT_KINDS } from '../model.ts'
import { say } from '../words.ts'
import { FreshSecret } from './fresh-secret.tsx'

interface EndpointsProps {
  viewer: FormReader & { language: Language; shown?: string }
  endpoints: readonly Endpoint[]
  /** The conferences for which this person may register one, with their names; `*` for all of them. */
  scopes: readonly { id: string; name: string }[]
  /** A fresh secret, for the next one. */
  secret: string
}

/** The kinds of events, as a form offers them. */
export const kindOptions = (language: Language) =>
  EVENT_KINDS.map((kind) => ({
    value: kind,
    label: say(language, `kind.${kind}`),
    hint: kind,
  }))

/** Other systems that are told what becomes public, and how one more is registered. */
export function EndpointsPage({ viewer, endpoints, scopes, secret }: EndpointsProps) {
  const { language, shown } = viewer
  const nameOf = (id: string) => scopes.find((one) => one.id === id)?.name ?? id
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'about')}</p>
      {shown !== undefined && <FreshSecret language={language} secret={shown} />}
      <Part id="endpoints">
        {endpoints.length === 0 && <Empty>{say(language, 'empty')}</Empty>}
        <ul class="notices">
          {endpoints.map(({ id, name, address, conference, state }) => (
            <li class="notice-line">
              <a class="notice-title" href={hrefOf(language, `/webhooks/${id}`)}>
                <bdi>{name}</bdi>
              </a>
              <p class="mark">
                {say(language, `state.${state === 'enabled' ? 'enabled' : 'disabled'}`)}
                {BETWEEN}
                {nameOf(conference)}
                {BETWEEN}
                <bdi dir="ltr" class="break-all">
                  {address}
                </bdi>
              </p>
            </li>
          ))}
        </ul>
      </Part>
      <h2 id="register">{say(language, 'register')}</h2>
      <Form viewer={viewer} command="webhooks.register" fixed={{ secret }} show={secret}>
        <TextField
          name="name"
          label={say(language, 'name')}
          hint={say(language, 'name.hint')}
          required
          maxlength={80}
        />
        <TextField
          name="address"
          label={say(language, 'address')}
          hint={say(language, 'address.hint')}
          type="url"
          width="long"
          required
        />
        <SelectField
          name="conference"
          label={say(language, 'conference')}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <ChecksField name="kinds" label={say(language, 'kinds')} options={kindOptions(language)} />
        <Submit>{say(language, 'register.do')}</Submit>
      </Form>
    </>
  )
}
