import type { Child } from 'hono/jsx'
import type { Option } from '../../../ui/form/choices.tsx'
import { Remarks, useField } from '../../../ui/form/field.tsx'
import { useForm } from '../../../ui/form/form.tsx'
import { say } from '../words.ts'

interface PickerProps {
  name: string
  label: Child
  hint?: Child
  /** In groups that open; those without a group stand before. */
  options: readonly Option[]
  values: readonly string[]
}

/**
 * Any number of many things. They stand in groups that open where something is chosen; a script adds a search among
 * them.
 */
export function Picker({ name, label, hint, options, values }: PickerProps) {
  const { reader } = useForm()
  const shown = useField({ name, hint, value: values.join(', ') })
  const chosen = new Set(shown.typed ?? values)
  const groups = [...Map.groupBy(options, ({ group }) => group ?? null)]
  const search = say(reader.language, 'picker.search')
  return (
    <fieldset
      class={shown.message === null ? 'field picker' : 'field picker field-wrong'}
      aria-describedby={shown.describedBy}
    >
      <legend>{label}</legend>
      {hint !== undefined && (
        <small class="hint" id={`${shown.id}-hint`}>
          {hint}
        </small>
      )}
      <input type="hidden" name={name} value="" />
      <find-in-list
        class="block"
        data-label={search}
        data-found={say(reader.language, 'picker.found')}
      >
        <div class="picker-list" tabindex={-1} id={shown.id}>
          {groups.map(([group, all]) =>
            group === null ? (
              all.map((one) => <Box name={name} option={one} checked={chosen.has(one.value)} />)
            ) : (
              <details open={all.some(({ value }) => chosen.has(value))}>
                <summary class="picker-group">{group}</summary>
                {all.map((one) => (
                  <Box name={name} option={one} checked={chosen.has(one.value)} />
                ))}
              </details>
            ),
          )}
        </div>
      </find-in-list>
      <Remarks shown={{ ...shown, now: null }} />
    </fieldset>
  )
}

const Box = ({ name, option, checked }: { name: string; option: Option; checked: boolean }) => (
  <label class="choice">
    <input type="checkbox" name={name} value={option.value} checked={checked} />
    <span>
      {option.label}
      {option.hint !== undefined && <small class="hint">{option.hint}</small>}
    </span>
  </label>
)
