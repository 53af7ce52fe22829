import type { Language } from '../../../kernel/language.ts'
import { TextField } from '../../../ui/form/fields.tsx'
import { ContactFields } from '../../delegations/pages/contact-fields.tsx'
import { NameFields, NeedsFields, PhotoField } from '../../delegations/pages/person-fields.tsx'
import type { Participant } from '../../delegations/participants/model.ts'
import type { Preset } from '../forms.model.ts'
import { say } from '../words.ts'
import { Question } from './question.tsx'

/** All that a form asks: who somebody is, its own questions, and what whoever receives them needs to know. */
export function FillIn({
  language,
  form,
  of,
  address = false,
}: {
  language: Language
  form: Preset
  /** Who filled it in before; null: nobody. */
  of: Participant | null
  /** Whether an address is asked, because no link has proved one. */
  address?: boolean
}) {
  const person = of?.person
  return (
    <>
      <NameFields language={language} of={of} />
      {form.organisation !== 'none' && (
        <TextField
          name="person.organisation"
          label={say(language, 'organisation')}
          value={person?.organisation}
          maxlength={200}
          width="long"
          required={form.organisation === 'required'}
        />
      )}
      {form.photo !== 'none' && (
        <PhotoField language={language} of={of} hint={say(language, 'photo.hint')} />
      )}
      {form.fields.map((field) => (
        <Question language={language} field={field} answers={person?.answers ?? {}} />
      ))}
      <NeedsFields language={language} of={of} />
      <ContactFields language={language} of={of} address={address} />
    </>
  )
}
