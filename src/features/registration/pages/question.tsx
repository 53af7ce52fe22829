import { acceptOf } from '../../../kernel/documents/files.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { CheckField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextArea, TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { PAPERS } from '../../delegations/documents/model.ts'
import type { Person } from '../../delegations/participants/model.ts'
import { choiceOf, type Field } from '../forms.model.ts'
import { say } from '../words.ts'

interface Props {
  language: Language
  field: Field
  answers: Person['answers']
}

/** One question of a form, by its kind. */
export function Question({ language, field, answers }: Props) {
  const { id, kind, hint, required, options } = field
  const answer = answers[id]
  const common = {
    name: `person.answers.${id}`,
    label: readingOf(field.label, language).value,
    ...(hint && { hint: readingOf(hint, language).value }),
    required,
  }
  switch (kind) {
    case 'text':
      return <TextArea {...common} value={answer} maxlength={4000} rows={3} />
    case 'day':
      return <DateField {...common} value={answer} />
    case 'check':
      return <CheckField {...common} value={answer === 'true'} />
    case 'choice':
      return (
        <SelectField
          {...common}
          value={answer}
          none={say(language, 'question.none')}
          options={options.map(({ value, label }) => ({
            value,
            label: readingOf(label, language).value,
          }))}
        />
      )
    case 'choices':
      return <Choices language={language} field={field} answers={answers} />
    case 'file':
      return (
        <>
          {answer && <input type="hidden" name={common.name} value={answer} />}
          <FileField
            {...common}
            accept={acceptOf(PAPERS)}
            stands={answer ? say(language, 'answer.file') : null}
          />
        </>
      )
    default:
      return <TextField {...common} value={answer} maxlength={400} width="long" />
  }
}

function Choices({ language, field: { id, label, options }, answers }: Props) {
  return (
    <fieldset class="field">
      <legend>{readingOf(label, language).value}</legend>
      {options.map((option) => {
        const name = choiceOf(id, option.value)
        return (
          <CheckField
            name={`person.answers.${name}`}
            label={readingOf(option.label, language).value}
            value={answers[name] === 'true'}
          />
        )
      })}
    </fieldset>
  )
}
