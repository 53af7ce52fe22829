import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextArea, TextField, TimeField } from '../../../ui/form/fields.tsx'
import { useForm } from '../../../ui/form/form.tsx'
import { SESSION_KINDS } from '../../programme/model.ts'
import { EndNote } from '../../programme/pages/end-note.tsx'
import { sayKind } from '../../programme/terms.print.ts'
import type { Row } from '../desk/beside.ts'
import { say } from '../words.ts'

/** A session as it was understood, to be corrected or left out. */
export function SessionFields({
  row: { number, session, afterMidnight },
  spoken,
  language,
}: {
  row: Row
  spoken: Language
  language: Language
}) {
  const name = (field: string) => `sessions.${number}.${field}`
  return (
    <fieldset class="beside-fields">
      <legend class="sr-only">{say(language, 'beside.session', { number: number + 1 })}</legend>
      <Take name={name('take')} label={say(language, 'take')} />
      <div class="place">
        <DateField
          name={name('day')}
          label={say(language, 'day')}
          value={session.day}
          {...(afterMidnight && { hint: say(language, 'after-midnight') })}
        />
        <TimeField name={name('start')} label={say(language, 'start')} value={session.start} />
        <TimeField name={name('end')} label={say(language, 'end')} value={session.end} />
        <SelectField
          name={`~${name('kind')}`}
          label={say(language, 'kind')}
          options={SESSION_KINDS.map((kind) => ({ value: kind, label: sayKind(language, kind) }))}
          value={session.kind}
        />
        <EndNote name={`sessions.${number}`} place={session} language={language} />
      </div>
      <TextField
        name={name('title')}
        label={say(language, 'session-title')}
        width="long"
        maxlength={500}
        lang={spoken}
        value={session.title}
      />
      <details open={session.note !== null || undefined}>
        <summary>{say(language, 'room-and-note')}</summary>
        <TextField
          name={name('room')}
          label={say(language, 'room')}
          lang={spoken}
          value={session.room}
        />
        <TextArea
          name={name('note')}
          label={say(language, 'note')}
          rows={Math.min(6, session.note?.split('\n').length ?? 2)}
          lang={spoken}
          value={session.note}
        />
      </details>
    </fieldset>
  )
}

/** Whether a session is imported: what is not ticked is left out, and stays in the text. */
function Take({ name, label }: { name: string; label: Child }) {
  const { attempt } = useForm()
  const sent = attempt?.values.get(name)
  return (
    <label class="choice">
      <input type="hidden" name={`~${name}`} value="false" />
      <input
        type="checkbox"
        name={`~${name}`}
        value="true"
        checked={sent ? sent.includes('true') : true}
      />
      <span>{label}</span>
    </label>
  )
}
