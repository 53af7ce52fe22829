import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { CheckField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FoldedFields } from '../../../ui/form/fold.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { CLASSES } from '../../privacy/model.ts'
import { FIELD_KINDS, type Field } from '../forms.model.ts'
import { say } from '../words.ts'

/** One question as the desk words it; the last, without words, is a new one. */
export function QuestionFields({
  language,
  row,
  field,
}: {
  language: Language
  row: string
  field: Field | null
}) {
  const name = `fields.${row}`
  return (
    <FoldedFields
      names={[name]}
      label={field ? readingOf(field.label, language).value : say(language, 'form.new')}
      open={field === null}
    >
      <TextField
        name={`${name}.id`}
        label={say(language, 'form.id')}
        hint={say(language, 'form.id.hint')}
        value={field?.id}
        width="short"
      />
      <div class="columns">
        <SelectField
          name={`~${name}.kind`}
          label={say(language, 'form.kind')}
          value={field?.kind ?? 'line'}
          options={FIELD_KINDS.map((value) => ({ value, label: say(language, `kind.${value}`) }))}
        />
        <SelectField
          name={`~${name}.kept`}
          label={say(language, 'form.kept')}
          value={field?.kept ?? 'record'}
          options={CLASSES.map((value) => ({ value, label: say(language, `kept.${value}`) }))}
        />
      </div>
      <CheckField
        name={`~${name}.required`}
        label={say(language, 'form.required')}
        value={field?.required ?? false}
      />
      <LanguagesField
        name={`${name}.label`}
        label={say(language, 'form.label')}
        text={field?.label ?? null}
      />
      <LanguagesField
        name={`${name}.hint`}
        label={say(language, 'form.hint')}
        text={field?.hint ?? null}
      />
      <FoldedFields names={[`${name}.options`]} label={say(language, 'form.options')}>
        <Rows
          name={`${name}.options`}
          stored={field?.options.length ?? 0}
          each={(option, index) => (
            <>
              <TextField
                name={`${name}.options.${option}.value`}
                label={say(language, 'form.id')}
                value={field?.options[index]?.value}
                width="short"
              />
              <LanguagesField
                name={`${name}.options.${option}.label`}
                label={say(language, 'form.option')}
                text={field?.options[index]?.label ?? null}
              />
            </>
          )}
        />
      </FoldedFields>
    </FoldedFields>
  )
}
