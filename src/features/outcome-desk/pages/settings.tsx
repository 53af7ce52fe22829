import { LANGUAGES } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField, ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { OUTCOME_KINDS, type Settings } from '../../outcome-documents/model.ts'
import type { PartyChoice } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

interface Props {
  viewer: FormReader
  conference: string
  /** The documents of the conference's own list. */
  listed: readonly PartyChoice[]
}

/** Begins a document. */
export function BeginForm(props: Props) {
  const { viewer, conference } = props
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="outcome-documents.begin"
      then={`/${conference}/desk/outcome/{document}`}
      fixed={{ conference }}
    >
      <TextField
        name="document"
        label={say(language, 'field.slug')}
        hint={say(language, 'field.slug.hint')}
        maxlength={60}
        required
      />
      <SettingsFields {...props} settings={null} />
      <Submit>{say(language, 'begin')}</Submit>
    </Form>
  )
}

/** Says otherwise what a document is. */
export function SettingsForm(
  props: Props & { document: string; settings: Settings; seen: string },
) {
  const { viewer, conference, document, seen } = props
  return (
    <Form
      viewer={viewer}
      command="outcome-documents.describe"
      seen={seen}
      fixed={{ conference, document }}
    >
      <SettingsFields {...props} />
      <Submit>{say(viewer.language, 'save')}</Submit>
    </Form>
  )
}

function SettingsFields({
  viewer: { language },
  listed,
  settings,
}: Props & { settings: Settings | null }) {
  const tongues = LANGUAGES.map((value) => ({
    value,
    label: sayInUi(language, `language.${value}`),
  }))
  const numbers = (most: number) =>
    Array.from({ length: most + 1 }, (_, at) => ({ value: `${at}`, label: `${at}` }))
  return (
    <>
      <LanguagesField
        name="settings.name"
        label={say(language, 'field.name')}
        text={settings?.name ?? null}
        maxlength={300}
        required
      />
      <SelectField
        name="settings.kind"
        label={say(language, 'field.kind')}
        value={settings?.kind ?? 'communique'}
        options={OUTCOME_KINDS.map((value) => ({ value, label: say(language, `kind.${value}`) }))}
      />
      <SelectField
        name="settings.authentic"
        label={say(language, 'field.drafted-in')}
        value={settings?.authentic[0] ?? language}
        options={tongues}
      />
      <ChecksField
        name="settings.authentic"
        label={say(language, 'field.authentic')}
        hint={say(language, 'field.authentic.hint')}
        values={settings?.authentic ?? []}
        options={tongues}
      />
      <ChoiceField
        name="settings.proposalsSeenBy"
        label={say(language, 'field.seen-by')}
        value={settings?.proposalsSeenBy ?? 'secretariat'}
        options={(['secretariat', 'delegations'] as const).map((value) => ({
          value,
          label: say(language, `seen-by.${value}`),
        }))}
      />
      <div class="columns">
        <SelectField
          name="settings.signOffs.host"
          label={say(language, 'field.sign-host')}
          value={settings?.signOffs.host ?? 0}
          options={numbers(2)}
        />
        <SelectField
          name="settings.signOffs.un"
          label={say(language, 'field.sign-un')}
          value={settings?.signOffs.un ?? 0}
          options={numbers(1)}
        />
      </div>
      {listed.length > 0 && (
        <SelectField
          name="settings.listed"
          label={say(language, 'field.listed')}
          hint={say(language, 'field.listed.hint')}
          value={settings?.listed}
          none="–"
          options={listed}
        />
      )}
    </>
  )
}
