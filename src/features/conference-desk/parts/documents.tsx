import { sayPartialDay } from '../../../i18n/days.ts'
import { acceptOf } from '../../../kernel/documents/files.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Words } from '../../../ui/text.tsx'
import { type Conference, DOCUMENT_KINDS, PAPER_KINDS } from '../../conferences/model.ts'
import { sayTerm } from '../../conferences/terms.print.ts'
import { type Desk, Frame } from '../pages/frame.tsx'
import { ListEditor } from '../pages/list-editor.tsx'
import { Gaps } from '../pages/section.tsx'
import { say } from '../words.ts'

type Paper = Conference['documents'][number]

/** Papers with their dates, what they take the place of, and the papers themselves. */
export function DocumentsPart({ desk }: { desk: Desk }) {
  const { record, viewer, conference } = desk
  const { language } = viewer
  const nameOf = ({ name }: Paper) => readingOf(name, language).value
  const older = ({ supersedes }: Paper) => record.documents.find(({ id }) => id === supersedes)
  return (
    <Frame desk={desk} part="documents">
      <ListEditor
        desk={desk}
        title={say(language, 'documents')}
        noun="document"
        plural="documents"
        items={record.documents}
        cites={({ sources }) => sources}
        name={nameOf}
        files
        show={(one) => {
          const former = older(one)
          return (
            <>
              <Words in={readingOf(one.name, language)} language={language} />
              <small class="mark block">
                {sayTerm(language, `document.${one.kind}`)}
                {one.date && ` · ${sayPartialDay(language, one.date)}`}
                {former && ` · ${say(language, 'supersedes')} ${nameOf(former)}`}
                {one.file && (
                  <>
                    {' · '}
                    <a
                      href={hrefOf(language, `/${conference.id}/papers/${one.id}`)}
                      data-turbo="false"
                    >
                      {say(language, 'document.file')}
                    </a>
                  </>
                )}
              </small>
              <Gaps text={one.name} language={language} />
            </>
          )
        }}
        fields={(one) => (
          <>
            <LanguagesField
              name="document.name"
              label={say(language, 'document.name')}
              text={one?.name ?? null}
              required
              status="authentic"
              statuses
            />
            <div class="columns">
              <SelectField
                name="document.kind"
                label={say(language, 'kind')}
                options={DOCUMENT_KINDS.map((kind) => ({
                  value: kind,
                  label: sayTerm(language, `document.${kind}`),
                }))}
                value={one?.kind ?? 'concept-note'}
              />
              <TextField
                name="document.date"
                label={say(language, 'document.date')}
                hint={say(language, 'partial-day.hint')}
                value={one?.date}
              />
              <SelectField
                name="document.supersedes"
                label={say(language, 'document.supersedes')}
                none={say(language, 'document.supersedes.none')}
                options={record.documents
                  .filter(({ id }) => id !== one?.id)
                  .map((other) => ({ value: other.id, label: nameOf(other) }))}
                value={one?.supersedes ?? ''}
              />
            </div>
            <FileField
              name="document.file"
              label={say(language, 'document.file')}
              hint={say(language, 'document.file.hint')}
              accept={acceptOf(PAPER_KINDS)}
              stands={one?.file ? say(language, 'document.file.there') : null}
            />
            <LanguagesField
              name="document.note"
              label={say(language, 'note')}
              text={one?.note ?? null}
              rows={2}
              status="authentic"
            />
          </>
        )}
      />
    </Frame>
  )
}
