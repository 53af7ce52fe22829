import type { Child } from 'hono/jsx'
import { Around, type FieldProps, Remarks, useField } from './field.tsx'

/** One of several values to choose from. */
export interface Option {
  value: string
  label: string
  hint?: string
  /** Options of one group stand together under its name. */
  group?: string
}

interface SelectProps extends FieldProps {
  options: readonly Option[]
  /** What it says where nothing is chosen; without it something must be. */
  none?: string
}

/** One of many values, in a list that opens. */
export function SelectField(props: SelectProps) {
  const shown = useField(props)
  const groups = Map.groupBy(props.options, ({ group }) => group)
  const now = props.options.find(({ value }) => value === shown.now)
  return (
    <Around shown={shown} props={props} said={now?.label}>
      <select
        id={shown.id}
        name={props.name}
        aria-required={props.required ? 'true' : undefined}
        aria-invalid={shown.message === null ? undefined : 'true'}
        aria-describedby={shown.describedBy}
      >
        {props.none !== undefined && <option value="">{props.none}</option>}
        {[...groups].map(([group, options]) => {
          const all = options.map(({ value, label }) => (
            <option value={value} selected={value === shown.value}>
              {label}
            </option>
          ))
          return group === undefined ? all : <optgroup label={group}>{all}</optgroup>
        })}
      </select>
    </Around>
  )
}

/** One of few values, all in sight. */
export function ChoiceField(props: Omit<SelectProps, 'none'>) {
  const shown = useField(props)
  const now = props.options.find(({ value }) => value === shown.now)
  return (
    <Group shown={shown} props={props} said={now?.label}>
      {props.options.map(({ value, label, hint }, place) => (
        <label class="choice">
          <input
            type="radio"
            id={place === 0 ? shown.id : undefined}
            name={props.name}
            value={value}
            checked={value === shown.value}
          />
          <span>
            {label}
            {hint !== undefined && <small class="hint">{hint}</small>}
          </span>
        </label>
      ))}
    </Group>
  )
}

interface ChecksProps extends Omit<FieldProps, 'value'> {
  options: readonly Option[]
  values?: readonly string[]
}

/** Any number of several values. */
export function ChecksField(props: ChecksProps) {
  const { values = [] } = props
  const shown = useField({ ...props, value: values.join(', ') })
  const checked = shown.typed ?? values
  const labels = props.options.filter(({ value }) => values.includes(value))
  return (
    <Group shown={shown} props={props} said={labels.map(({ label }) => label).join(', ')}>
      <input type="hidden" name={props.name} value="" />
      {props.options.map(({ value, label, hint }, place) => (
        <label class="choice">
          <input
            type="checkbox"
            id={place === 0 ? shown.id : undefined}
            name={props.name}
            value={value}
            checked={checked.includes(value)}
          />
          <span>
            {label}
            {hint !== undefined && <small class="hint">{hint}</small>}
          </span>
        </label>
      ))}
    </Group>
  )
}

/** One of a list that is chosen to be looked at together: it stays chosen while the list changes around it. */
export const Choose = ({
  name,
  label,
  ...rest
}: {
  name: string
  label?: string
  class?: string
}) => (
  <input
    {...rest}
    type="checkbox"
    id={`choose-${name}`}
    name={name}
    value="on"
    aria-label={label}
  />
)

/** Yes or no. */
export function CheckField(props: Omit<FieldProps, 'value' | 'required'> & { value?: boolean }) {
  const shown = useField({ ...props, value: props.value ? 'true' : 'false' })
  return (
    <div class={shown.message === null ? 'field' : 'field field-wrong'}>
      <input type="hidden" name={props.name} value="false" />
      <label class="choice">
        <input
          type="checkbox"
          id={shown.id}
          name={props.name}
          value="true"
          checked={shown.value === 'true'}
          aria-describedby={shown.describedBy}
        />
        <span>
          {props.label}
          {props.hint !== undefined && (
            <small class="hint" id={`${shown.id}-hint`}>
              {props.hint}
            </small>
          )}
        </span>
      </label>
      <Remarks shown={{ ...shown, now: null }} />
    </div>
  )
}

function Group({
  shown,
  props: { label, hint },
  said,
  children,
}: {
  shown: ReturnType<typeof useField>
  props: Pick<FieldProps, 'label' | 'hint'>
  said: Child
  children?: Child
}) {
  return (
    <fieldset
      class={shown.message === null ? 'field' : 'field field-wrong'}
      aria-describedby={shown.describedBy}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <small class="hint" id={`${shown.id}-hint`}>
          {hint}
        </small>
      )}
      {children}
      <Remarks shown={shown} said={said} />
    </fieldset>
  )
}
