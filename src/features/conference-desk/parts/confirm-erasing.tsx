import type { Language } from '../../../kernel/language.ts'
import { CheckField } from '../../../ui/form/choices.tsx'
import { useForm } from '../../../ui/form/form.tsx'
import { say } from '../words.ts'

/** Asked only of whoever gave dates by which personal data would be deleted. */
export function ConfirmErasing({ language }: { language: Language }) {
  const { attempt } = useForm()
  const isAsked =
    attempt?.fields.some(({ name }) => name === 'erasing') ||
    attempt?.values.get('erasing')?.includes('true')
  return isAsked ? <CheckField name="erasing" label={say(language, 'dates.erasing')} /> : null
}
