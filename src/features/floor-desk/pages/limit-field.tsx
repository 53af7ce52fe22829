import type { Language } from '../../../kernel/language.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import type { FieldProps } from '../../../ui/form/field.tsx'
import { sayLimit } from '../told.print.ts'

const MINUTE = 60
/** In minutes: what lists of speakers usually give, and what stands there already. */
const USUAL = [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30, 45, 60]

/** A time limit, chosen in minutes and sent in seconds. */
export function LimitField({
  language,
  value,
  ...field
}: Pick<FieldProps, 'name' | 'label' | 'hint'> & { language: Language; value: number }) {
  const seconds = new Set([...USUAL.map((minutes) => minutes * MINUTE), value])
  return (
    <SelectField
      {...field}
      value={`${value}`}
      options={[...seconds]
        .toSorted((a, b) => a - b)
        .map((one) => ({ value: `${one}`, label: sayLimit(language, one) }))}
    />
  )
}
