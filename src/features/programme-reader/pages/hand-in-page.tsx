import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { acceptOf } from '../../../kernel/documents/files.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { DeskHead } from '../../conference-desk/pages/desk-head.tsx'
import { TEXT_KINDS } from '../desk/kinds.ts'
import { say } from '../words.ts'

/** Takes the programme that a secretariat has, pasted or as a file. Nothing is imported yet. */
export function HandInPage({
  viewer,
  conference,
}: {
  viewer: FormReader
  conference: { id: string; name: string }
}) {
  const { language } = viewer
  const home = `/${conference.id}/desk/programme`
  return (
    <>
      <DeskHead
        language={language}
        conference={conference}
        steps={[
          { href: hrefOf(language, home), label: say(language, 'programme') },
          { href: '', label: say(language, 'hand-in') },
        ]}
        title={say(language, 'hand-in')}
      >
        <p class="lead">{say(language, 'hand-in.lead')}</p>
      </DeskHead>
      <Form
        viewer={viewer}
        command="programme-reader.take-text"
        fixed={{ conference: conference.id }}
        then={`${home}/import/{text}`}
        files
      >
        <TextArea
          name="text"
          label={say(language, 'hand-in.text')}
          hint={say(language, 'hand-in.text.hint')}
          rows={14}
        />
        <FileField
          name="file"
          label={say(language, 'hand-in.file')}
          hint={say(language, 'hand-in.file.hint')}
          accept={acceptOf(TEXT_KINDS)}
        />
        <details>
          <summary>{say(language, 'hand-in.hints')}</summary>
          <div class="columns">
            <SelectField
              name="language"
              label={say(language, 'language')}
              none={say(language, 'hand-in.find-out')}
              options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
            />
            <TextField
              name="zone"
              label={say(language, 'zone')}
              hint={say(language, 'hand-in.zone.hint')}
            />
            <NumberField name="year" label={say(language, 'hand-in.year')} />
          </div>
        </details>
        <Submit>{say(language, 'hand-in.do')}</Submit>
      </Form>
    </>
  )
}
