import { say } from '../words.ts'
import { Around, type FieldProps, useField } from './field.tsx'
import { useForm } from './form.tsx'

interface FileProps extends Omit<FieldProps, 'value'> {
  /** What may be chosen, as HTML has it: `application/pdf,image/png`. */
  accept: string
  /** The name of the file that stands there already. */
  stands?: string | null
  /** Opens the camera of a phone. */
  capture?: 'user' | 'environment'
}

/**
 * A file. One that arrived with a form that was refused is kept, and need not be chosen again. The form around it
 * has `files`.
 */
export function FileField(props: FileProps) {
  const shown = useField(props)
  const { attempt, reader } = useForm()
  const kept = shown.typed?.findLast((id) => attempt?.files.has(id))
  const stands = kept === undefined ? props.stands : attempt?.files.get(kept)
  return (
    <Around shown={{ ...shown, now: null }} props={props}>
      {kept !== undefined && <input type="hidden" name={props.name} value={kept} />}
      {stands && (
        <p class="stands">
          {say(reader.language, 'form.file-kept')} <bdi>{stands}</bdi>
        </p>
      )}
      <input
        id={shown.id}
        name={props.name}
        type="file"
        accept={props.accept}
        capture={props.capture}
        aria-invalid={shown.message === null ? undefined : 'true'}
        aria-describedby={shown.describedBy}
      />
    </Around>
  )
}
