import { LANGUAGE_NAMES } from '../../i18n/language-names.ts'
import { directionOf, LANGUAGES, type Language } from '../../kernel/language.ts'
import { type Text, TextStatus } from '../../kernel/text.ts'
import { say } from '../words.ts'
import { type FieldProps, Remarks, useField } from './field.tsx'
import { useForm } from './form.tsx'

interface LanguagesProps extends Omit<FieldProps, 'value'> {
  text?: Text | null
  /** Lines of each; one: a single line. */
  rows?: number
  maxlength?: number
  /** What a new wording is worth where nobody says otherwise: `authentic` for an organiser's own words. */
  status?: TextStatus
  /** Whether the person may say what each wording is worth. */
  statuses?: boolean
}

/**
 * A text in as many languages as its author has: in the original and the reader's language at once, the others one
 * step away.
 */
export function LanguagesField(props: LanguagesProps) {
  const { name, label, hint, text = null, required = false } = props
  const { reader, attempt } = useForm()
  const { language } = reader
  const original = useField({ name: `${name}.original`, value: text?.original ?? language })
  const whole = useField({ name })
  const shown = useField({ name: `${name}.in` })
  const wrong = [whole, shown].find(({ message }) => message !== null)
  const filled = (one: Language) =>
    attempt
      ? Boolean(attempt.values.get(`${name}.in.${one}.value`)?.at(-1))
      : Boolean(text?.in[one])
  const first = LANGUAGES.filter((one) => one === original.value || one === language || filled(one))
  const others = LANGUAGES.filter((one) => !first.includes(one))
  const wording = (one: Language) => <WordingField {...props} of={one} original={original.value} />
  return (
    <fieldset
      id={wrong?.id}
      tabindex={wrong && -1}
      aria-describedby={wrong && `${wrong.id}-wrong`}
      class={wrong ? 'field field-wrong' : 'field'}
    >
      <legend>
        {label}
        {required && <span class="needed"> {say(language, 'form.needed')}</span>}
      </legend>
      {hint !== undefined && <small class="hint">{hint}</small>}
      <p class="original">
        <label for={original.id}>{say(language, 'form.original')}</label>{' '}
        <select id={original.id} name={`~${name}.original`}>
          {LANGUAGES.map((one) => (
            <option value={one} selected={one === original.value} lang={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
      </p>
      {first.map(wording)}
      {others.length > 0 && (
        <details>
          <summary>{say(language, 'form.other-languages')}</summary>
          {others.map(wording)}
        </details>
      )}
      {wrong && <Remarks shown={{ ...wrong, now: null }} />}
    </fieldset>
  )
}

function WordingField({
  name,
  text,
  rows = 1,
  maxlength,
  status = 'authentic',
  statuses = false,
  of,
  original,
}: LanguagesProps & { of: Language; original: string }) {
  const { language } = useForm().reader
  const stored = text?.in[of]
  const shown = useField({ name: `${name}.in.${of}.value`, value: stored?.value ?? null })
  const worth = useField({
    name: `${name}.in.${of}.status`,
    value: stored?.status ?? (of === original ? status : 'translated'),
  })
  const common = {
    id: shown.id,
    name: `${name}.in.${of}.value`,
    lang: of,
    dir: directionOf(of),
    maxlength,
    'aria-invalid': shown.message === null ? undefined : ('true' as const),
    'aria-describedby': shown.describedBy,
  }
  return (
    <div class="wording">
      <label for={shown.id} lang={of} dir={directionOf(of)}>
        {LANGUAGE_NAMES[of]}
      </label>
      {rows === 1 ? (
        <input class="input-long" type="text" autocomplete="off" value={shown.value} {...common} />
      ) : (
        <textarea rows={rows} {...common}>
          {shown.value}
        </textarea>
      )}
      {statuses ? (
        <select
          name={`~${name}.in.${of}.status`}
          aria-label={say(language, 'form.status')}
          class="input-short"
        >
          {TextStatus.options.map((one) => (
            <option value={one} selected={one === worth.value}>
              {say(language, `status.${one}`)}
            </option>
          ))}
        </select>
      ) : (
        <input type="hidden" name={`~${name}.in.${of}.status`} value={worth.value} />
      )}
      <Remarks shown={shown} />
    </div>
  )
}
