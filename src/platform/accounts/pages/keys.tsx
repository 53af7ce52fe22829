import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi, Identifier } from '../../../ui/text.tsx'
import { say } from '../words.ts'

/** A key for a program: what it is for, and how long it holds. */
export function NewKey({ reader, days }: { reader: FormReader; days: readonly number[] }) {
  const { language } = reader
  return (
    <>
      <p class="back">
        <a href={hrefOf(language, '/account')}>{say(language, 'account')}</a>
      </p>
      <h1>{say(language, 'key.new')}</h1>
      <p class="lead">{say(language, 'key.lead')}</p>
      <Form
        viewer={reader}
        command="accounts.make-key"
        action="/account/keys/new"
        keep={false}
        answered
      >
        <TextField
          name="name"
          label={say(language, 'key.name')}
          hint={say(language, 'key.name.hint')}
          maxlength={80}
          required
        />
        <SelectField
          name="days"
          label={say(language, 'key.lasts')}
          value={`${days[1]}`}
          options={days.map((count) => ({
            value: `${count}`,
            label: say(language, 'key.days', { count }),
          }))}
        />
        <Submit>{say(language, 'key.make')}</Submit>
      </Form>
    </>
  )
}

/** A key, shown once. */
export function MadeKey({
  language,
  name,
  value,
}: {
  language: Language
  name: string
  value: string
}) {
  return (
    <>
      <h1>
        {say(language, 'key.made')} <Bdi>{name}</Bdi>
      </h1>
      <p class="lead">{say(language, 'key.made.lead')}</p>
      <p class="secret">
        <bdi>{value}</bdi>
      </p>
      <p>
        {say(language, 'key.use')}{' '}
        <Identifier>{`Authorization: Bearer ${value.slice(0, 11)}…`}</Identifier>
      </p>
      <p>
        <a class="btn" href={hrefOf(language, '/account')}>
          {say(language, 'account')}
        </a>
      </p>
    </>
  )
}
