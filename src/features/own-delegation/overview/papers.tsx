import type { Child } from 'hono/jsx'
import { sayDay } from '../../../i18n/days.ts'
import { acceptOf } from '../../../kernel/documents/files.ts'
import { ChoiceField } from '../../../ui/form/choices.tsx'
import { DateField, TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { type Document, KINDS, PAPERS } from '../../delegations/documents/model.ts'
import { Moment } from '../../delegations/pages/moment.tsx'
import { sayDocument, sayDocumentState } from '../../delegations/terms.print.ts'
import { addressOfDelegation, type Desk } from '../desk.tsx'
import { say } from '../words.ts'

/** The notes and credentials of a delegation, and how far each is. */
export function Papers({
  desk,
  documents,
  each,
}: {
  desk: Desk
  documents: readonly Document[]
  /** What can be done with one that waits. */
  each?: (document: Document) => Child
}) {
  const { language } = desk.viewer
  if (documents.length === 0) return <Empty>{say(language, 'documents.none')}</Empty>
  return (
    <ul class="meetings">
      {documents.map((document) => (
        <li class="meeting" id={`document-${document.id}`}>
          <h3>
            <Title desk={desk} document={document} />
          </h3>
          <p>
            <strong>{sayDocumentState(language, document.state)}</strong>
            {BETWEEN}
            <span class="label">
              {say(language, 'documents.at')}{' '}
              <Moment language={language} zone={desk.zone} at={document.at} />
            </span>
          </p>
          {document.reason && (
            <p>
              <span class="label">{say(language, 'reason')}</span> <bdi>{document.reason}</bdi>
            </p>
          )}
          {document.state === 'received' && each?.(document)}
        </li>
      ))}
    </ul>
  )
}

function Title({ desk, document }: { desk: Desk; document: Document }) {
  const { language } = desk.viewer
  const { conference, party, id, kind, number, dated, file } = document
  const name = (
    <>
      {sayDocument(language, kind)}
      {number && (
        <>
          {' '}
          <bdi>{number}</bdi>
        </>
      )}
      {dated && (
        <>
          {BETWEEN}
          {sayDay(language, dated)}
        </>
      )}
    </>
  )
  if (!file) return name
  const address = `${addressOfDelegation(conference, party)}/document/${id}`
  return (
    <a href={hrefOf(language, address)} data-turbo="false">
      {name}
    </a>
  )
}

/** Where a delegation hands in the note that names it. */
export function HandIn({ desk, party, then }: { desk: Desk; party: string; then: string }) {
  const { viewer, conference } = desk
  const { language } = viewer
  return (
    <Form
      viewer={viewer}
      command="delegations.hand-in-document"
      then={then}
      fixed={{ conference, party }}
      files
    >
      <ChoiceField
        name="kind"
        label={say(language, 'documents.kind')}
        value="note-verbale"
        options={KINDS.map((value) => ({ value, label: sayDocument(language, value) }))}
      />
      <FileField
        name="file"
        label={say(language, 'documents.file')}
        hint={say(language, 'documents.file.hint')}
        accept={acceptOf(PAPERS)}
        required
      />
      <div class="columns">
        <TextField name="number" label={say(language, 'note.number')} maxlength={60} />
        <DateField name="dated" label={say(language, 'note.date')} />
      </div>
      <Submit>{say(language, 'documents.send')}</Submit>
    </Form>
  )
}
