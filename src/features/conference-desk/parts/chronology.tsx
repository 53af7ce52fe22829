import { sayPartialDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Deed } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Words } from '../../../ui/text.tsx'
import { type Desk, Frame } from '../pages/frame.tsx'
import { ListEditor } from '../pages/list-editor.tsx'
import { Editable, EditForm, Gaps, TextShown } from '../pages/section.tsx'
import { SourceFields } from '../pages/source-fields.tsx'
import { say } from '../words.ts'

/** What happened on the way, and what is handed to the next host. */
export function ChronologyPart({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  return (
    <Frame desk={desk} part="chronology">
      <ListEditor
        desk={desk}
        title={say(language, 'milestones')}
        noun="milestone"
        items={record.milestones}
        cites={({ sources }) => sources}
        name={({ what }) => readingOf(what, language).value}
        show={({ on, what }) => (
          <>
            <span class="mark">{on ? sayPartialDay(language, on) : say(language, 'no-day')}</span>{' '}
            <Words in={readingOf(what, language)} language={language} />
            <Gaps text={what} language={language} />
          </>
        )}
        fields={(one) => (
          <>
            <TextField
              name="milestone.on"
              label={say(language, 'day')}
              hint={say(language, 'partial-day.hint')}
              value={one?.on}
            />
            <LanguagesField
              name="milestone.what"
              label={say(language, 'milestone.what')}
              text={one?.what ?? null}
              rows={2}
              required
              status="authentic"
              statuses
            />
          </>
        )}
      />
      <Handover desk={desk} />
    </Frame>
  )
}

function Handover({ desk }: { desk: Desk }) {
  const { record, outlines, viewer, conference, address } = desk
  const { language } = viewer
  const { handover } = record
  const nameOf = (id: string) => {
    const found = outlines.find((one) => one.id === id)
    return found ? readingOf(found.shortName, language).value : id
  }
  const others = outlines.filter(({ id, parent }) => parent === null && id !== record.id)
  return (
    <Editable
      desk={desk}
      what="handover"
      title={say(language, 'handover')}
      shown={
        handover ? (
          <>
            <p>
              <strong>{nameOf(handover.to)}</strong>
            </p>
            <TextShown text={handover.what} language={language} />
            <Deed
              viewer={viewer}
              command="conferences.take-back-hand-over"
              fixed={{ conference: conference.id }}
              seen={desk.seen('conferences.take-back-hand-over')}
              then={`${address}#handover`}
              label={say(language, 'handover.back')}
              confirm={say(language, 'remove.note')}
            />
          </>
        ) : (
          <p class="empty">{say(language, 'nothing')}</p>
        )
      }
      form={() => (
        <EditForm desk={desk} what="handover" command="conferences.hand-over">
          <SelectField
            name="to"
            label={say(language, 'handover.to')}
            none={say(language, 'choose')}
            options={others.map(({ id }) => ({ value: id, label: nameOf(id) }))}
            value={handover?.to ?? ''}
            required
          />
          <LanguagesField
            name="what"
            label={say(language, 'handover.what')}
            text={handover?.what ?? null}
            rows={3}
            required
            status="authentic"
          />
          <SourceFields
            sources={record.sources}
            cited={handover?.sources ?? []}
            language={language}
          />
        </EditForm>
      )}
    />
  )
}
