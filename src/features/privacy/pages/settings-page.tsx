import type { FormReader } from '../../../ui/form/attempt.ts'
import { NumberField, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { CLASSES, type Notice } from '../model.ts'
import { say } from '../words.ts'

/** What the host says of the personal data of its conference. */
export function SettingsPage({
  viewer,
  conference,
  notice,
  seen,
}: {
  viewer: FormReader
  conference: string
  notice: Notice | null
  seen: string
}) {
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'settings')}</h1>
      <p class="lead">{say(language, 'description')}</p>
      <Form viewer={viewer} command="privacy.set-notice" seen={seen} fixed={{ conference }}>
        <LanguagesField
          name="controller"
          label={say(language, 'controller')}
          text={notice?.controller ?? null}
          maxlength={400}
          required
        />
        <TextField
          name="contact"
          type="email"
          label={say(language, 'contact')}
          value={notice?.contact}
          required
        />
        <LanguagesField
          name="storage"
          label={say(language, 'storage')}
          text={notice?.storage ?? null}
          rows={2}
          maxlength={1000}
          required
        />
        <LanguagesField
          name="note"
          label={say(language, 'note')}
          text={notice?.note ?? null}
          rows={3}
          maxlength={4000}
        />
        <fieldset>
          <legend>{say(language, 'kept')}</legend>
          <p class="hint">{say(language, 'settings.days')}</p>
          {CLASSES.map((one) => (
            <NumberField
              name={`days.${one}`}
              label={say(language, `class.${one}`)}
              value={notice?.days[one]}
            />
          ))}
        </fieldset>
        <Submit>{say(language, 'save')}</Submit>
      </Form>
    </>
  )
}
