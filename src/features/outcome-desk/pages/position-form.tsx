import { acceptOf } from '../../../kernel/documents/files.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { ChecksField, ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { numbersOf } from '../../outcome-documents/drafting/paragraphs.ts'
import { ACTS, NEXT, type Standing } from '../../outcome-documents/positions.model.ts'
import type { AtWork, PartyChoice } from '../../outcome-documents/shown.ts'
import { say } from '../words.ts'

/** Says how a delegation stands to an adopted document; the secretariat chooses which, and sends its note along. */
export function PositionForm({
  viewer,
  work,
  today,
  party,
  parties,
  standing,
  then,
}: {
  viewer: FormReader
  work: AtWork
  today: string
  party?: string
  parties?: readonly PartyChoice[]
  /** How the party stands; without it every act is offered. */
  standing?: Standing
  then: string
}) {
  const { language } = viewer
  const { conference, document, drafts, draft } = work
  const paragraphs = drafts.find(({ number }) => number === draft)?.paragraphs ?? []
  const numbers = numbersOf(paragraphs)
  const acts = ACTS.filter((act) => standing === undefined || NEXT[standing][act] !== undefined)
  return (
    <Form
      viewer={viewer}
      command="outcome-documents.take-position"
      then={then}
      fixed={{ conference, document, ...(party !== undefined && { party }) }}
      files
    >
      {parties && (
        <SelectField name="party" label={say(language, 'field.party')} options={parties} none="–" />
      )}
      <ChoiceField
        name="act"
        label={say(language, 'position.act')}
        value={acts[0]}
        options={acts.map((value) => ({ value, label: say(language, `act.${value}`) }))}
      />
      <DateField name="on" label={say(language, 'position.on')} value={today} required />
      <LanguagesField
        name="statement"
        label={say(language, 'position.statement')}
        hint={say(language, 'position.statement.hint')}
        rows={5}
        maxlength={8000}
      />
      {numbers.size > 0 && (
        <details>
          <summary>{say(language, 'position.paragraphs')}</summary>
          <ChecksField
            name="paragraphs"
            label={say(language, 'position.paragraphs')}
            options={[...numbers].map(([id, number]) => ({
              value: id,
              label: say(language, 'paragraph', { number }),
            }))}
          />
        </details>
      )}
      <FileField
        name="file"
        label={say(language, 'position.note')}
        accept={acceptOf(['pdf', 'jpeg', 'png', 'docx'])}
      />
      <Submit>{say(language, 'position.send')}</Submit>
    </Form>
  )
}
