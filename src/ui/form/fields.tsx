import { directionOf, type Language } from '../../kernel/language.ts'
import { Around, type FieldProps, useField } from './field.tsx'

/** How long what is typed is: so wide is the field. */
type Width = 'short' | 'medium' | 'long'

interface LineProps extends FieldProps {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time' | 'search' | 'password'
  width?: Width
  maxlength?: number
  /** What a browser may fill in by itself, as HTML names it: `email`, `name`, `one-time-code`. */
  autocomplete?: string
  inputmode?: 'numeric' | 'decimal' | 'email' | 'text'
  /** The language of what is typed, where it is not the reader's. */
  lang?: Language
  /** Words to choose from while typing. */
  suggestions?: readonly string[]
  placeholder?: string
}

/** A line of text. */
export function TextField(props: LineProps) {
  const shown = useField(props)
  const { type = 'text', width = 'medium', suggestions, lang } = props
  return (
    <Around shown={shown} props={props}>
      <input
        class={`input-${width}`}
        id={shown.id}
        name={props.name}
        type={type}
        value={shown.value}
        maxlength={props.maxlength}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        placeholder={props.placeholder}
        lang={lang}
        dir={lang ? directionOf(lang) : type === 'text' || type === 'search' ? 'auto' : undefined}
        list={suggestions && `${shown.id}-list`}
        aria-required={props.required ? 'true' : undefined}
        aria-invalid={shown.message === null ? undefined : 'true'}
        aria-describedby={shown.describedBy}
      />
      {suggestions && (
        <datalist id={`${shown.id}-list`}>
          {suggestions.map((one) => (
            <option value={one} />
          ))}
        </datalist>
      )}
    </Around>
  )
}

/** A day of the calendar, `2021-12-07`. */
export const DateField = (props: FieldProps) => <TextField {...props} type="date" width="short" />

/** A time of day on the clock of the place, `19:30`. */
export const TimeField = (props: FieldProps) => <TextField {...props} type="time" width="short" />

/** A number, whole or not, as the command wants it; digits of any script are read. */
export const NumberField = (props: FieldProps & { decimal?: boolean }) => (
  <TextField {...props} width="short" inputmode={props.decimal ? 'decimal' : 'numeric'} />
)

interface AreaProps extends FieldProps {
  rows?: number
  maxlength?: number
  lang?: Language
  /** Whether the reader begins here. */
  focus?: boolean
}

/** Several lines of text. */
export function TextArea(props: AreaProps) {
  const shown = useField(props)
  const { rows = 4, lang, focus } = props
  return (
    <Around shown={shown} props={props}>
      <textarea
        id={shown.id}
        name={props.name}
        rows={rows}
        autofocus={focus}
        maxlength={props.maxlength}
        lang={lang}
        dir={lang ? directionOf(lang) : 'auto'}
        aria-required={props.required ? 'true' : undefined}
        aria-invalid={shown.message === null ? undefined : 'true'}
        aria-describedby={shown.describedBy}
      >
        {shown.value}
      </textarea>
    </Around>
  )
}
