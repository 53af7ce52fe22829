import type { Child } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { say } from '../words.ts'
import { fieldId, useForm } from './form.tsx'

/** What every field has. */
export interface FieldProps {
  /** The path into the command's input: `session.slug`; with `~` before it, it makes no object present by itself. */
  name: string
  label: Child
  hint?: Child
  /** Whether it must be filled in; the command decides, this only says it. */
  required?: boolean
  /** What stands there. */
  value?: string | number | null | undefined
}

/** What a field shows, and what is said about it. */
interface Shown {
  id: string
  language: Language
  /** What was typed, else what stands there. */
  value: string
  /** Everything that was typed under this name; null where nothing was sent. */
  typed: readonly string[] | null
  message: string | null
  /** What stands there by now, where somebody else changed it. */
  now: string | null
  describedBy: string | undefined
}

/** What a field of this name shows in the form around it. */
export function useField({
  name,
  hint,
  value,
}: Pick<FieldProps, 'name' | 'hint' | 'value'>): Shown {
  const { id: form, attempt, reader } = useForm()
  const plain = name.replace(/^~/, '')
  const id = fieldId(form, plain)
  const typed = attempt?.values.get(plain) ?? null
  const stands = value === null || value === undefined ? '' : `${value}`
  const shown = typed?.at(-1) ?? stands
  const message = attempt?.fields.find((field) => field.name === plain)?.message ?? null
  const now = attempt?.overtaken && typed && shown !== stands ? stands : null
  const describedBy = [
    hint !== undefined && `${id}-hint`,
    message !== null && `${id}-wrong`,
    now !== null && `${id}-now`,
  ]
  return {
    id,
    language: reader.language,
    value: shown,
    typed,
    message,
    now,
    describedBy: describedBy.filter(Boolean).join(' ') || undefined,
  }
}

/** A label, a hint and what is wrong, around an input. */
export function Around({
  shown,
  props: { label, hint, required = false },
  said,
  children,
}: {
  shown: Shown
  props: Pick<FieldProps, 'label' | 'hint' | 'required'>
  /** What stands there now, in words, where the value itself is a code. */
  said?: Child
  children?: Child
}) {
  const { id, language, message, now } = shown
  return (
    <div class={message === null ? 'field' : 'field field-wrong'}>
      <label for={id}>
        {label}
        {required && <span class="needed"> {say(language, 'form.needed')}</span>}
      </label>
      {hint !== undefined && (
        <small class="hint" id={`${id}-hint`}>
          {hint}
        </small>
      )}
      {children}
      <Remarks shown={{ id, language, message, now }} said={said} />
    </div>
  )
}

/** What is wrong with a field, and what stands there now. */
export function Remarks({
  shown: { id, language, message, now },
  said,
}: {
  shown: Pick<Shown, 'id' | 'language' | 'message' | 'now'>
  said?: Child
}) {
  return (
    <>
      {message !== null && (
        <p class="wrong" id={`${id}-wrong`}>
          {message}
        </p>
      )}
      {now !== null && (
        <p class="now" id={`${id}-now`}>
          {say(language, 'form.now')}{' '}
          <bdi>{now === '' ? say(language, 'form.nothing') : (said ?? now)}</bdi>
        </p>
      )}
    </>
  )
}
