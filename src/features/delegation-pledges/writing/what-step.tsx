import { ChecksField, type Option } from '../../../ui/form/choices.tsx'
import { say } from '../words.ts'
import { AmountFields } from './amount.tsx'
import type { WritingDesk } from './desk.tsx'
import { Picker } from './picker.tsx'
import { Step } from './step.tsx'

/** Capabilities in the order of the taxonomy, under the names of their families. */
function capabilityOptions({ capabilities, viewer: { language } }: WritingDesk): Option[] {
  const named = new Map(capabilities.map((one) => [one.code, one.names[language]]))
  const familyOf = (code: string) => code.split('.')[0] ?? code
  return capabilities.map(({ code, parent, names }) => ({
    value: code,
    label: names[language],
    group: named.get(familyOf(code)) ?? code,
    ...(parent?.includes('.') && { hint: named.get(parent) ?? parent }),
  }))
}

/** What is promised, as codes and numbers: so that it is found in every language and can be added up. */
export function WhatStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch, categories } = desk
  return (
    <Step name="what" language={language}>
      <Picker
        name="sketch.capabilities"
        label={say(language, 'write.capabilities')}
        hint={say(language, 'write.capabilities.hint')}
        options={capabilityOptions(desk)}
        values={sketch.capabilities ?? []}
      />
      <AmountFields
        name="sketch.quantity"
        label={say(language, 'write.quantity')}
        hint={say(language, 'write.quantity.hint')}
        value={sketch.quantity}
      />
      {categories.length > 0 && (
        <ChecksField
          name="sketch.categories"
          label={say(language, 'write.categories')}
          hint={say(language, 'write.categories.hint')}
          options={categories.map(({ code, names }) => ({ value: code, label: names[language] }))}
          values={sketch.categories ?? []}
        />
      )}
    </Step>
  )
}
