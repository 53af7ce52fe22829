import type { Child } from 'hono/jsx'
import type { FormReader } from './attempt.ts'
import { useForm } from './form.tsx'

/** A form that opens where its reader asks for it, and by itself where it was refused: what is wrong is never hidden. */
export function Fold({
  viewer,
  command,
  of = '',
  label,
  open = false,
  button = false,
  children,
}: {
  viewer: FormReader
  /** The command and the name of the form inside. */
  command: string
  of?: string
  label: Child
  open?: boolean
  /** Whether it opens by something that looks like a button. */
  button?: boolean
  children?: Child
}) {
  const { attempt } = viewer
  const refused = attempt?.command === command && attempt.of === of
  return (
    <details open={open || refused}>
      <summary class={button ? 'btn' : undefined}>{label}</summary>
      {children}
    </details>
  )
}

/** Fields of a form that are seldom needed; open where one of them was refused. */
export function FoldedFields({
  names,
  label,
  open = false,
  children,
}: {
  /** The paths that the fields inside begin with: `person.travel`, `fields.3`. */
  names: readonly string[]
  label: Child
  open?: boolean
  children?: Child
}) {
  const refused = useForm().attempt?.fields.some(({ name }) =>
    names.some((path) => name === path || name.startsWith(`${path}.`)),
  )
  return (
    <details open={open || refused === true}>
      <summary>{label}</summary>
      {children}
    </details>
  )
}
