import { LanguagesField } from '../../../ui/form/languages.tsx'
import { type Desk, Frame } from '../pages/frame.tsx'
import { Editable, EditForm, TextShown } from '../pages/section.tsx'
import { say } from '../words.ts'

/** What a conference is called, what it is and what it is for. */
export function TextsPart({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  return (
    <Frame desk={desk} part="texts">
      <Editable
        desk={desk}
        what="names"
        title={say(language, 'names')}
        shown={
          <dl>
            <dt>{say(language, 'name')}</dt>
            <dd>
              <TextShown text={record.name} language={language} />
            </dd>
            <dt>{say(language, 'short-name')}</dt>
            <dd>
              <TextShown text={record.shortName} language={language} />
            </dd>
            <dt>{say(language, 'label')}</dt>
            <dd>
              <TextShown text={record.label} language={language} />
            </dd>
          </dl>
        }
        form={() => <NamesForm desk={desk} />}
      />
      <Editable
        desk={desk}
        what="summary"
        title={say(language, 'texts')}
        shown={
          <>
            <h3>{say(language, 'summary')}</h3>
            <TextShown text={record.summary.title} language={language} long />
            <h3>{say(language, 'objective')}</h3>
            <TextShown text={record.objective?.title ?? null} language={language} long />
          </>
        }
        form={() => <SummaryForm desk={desk} />}
      />
    </Frame>
  )
}

function NamesForm({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  return (
    <EditForm desk={desk} what="names" command="conferences.rename">
      <LanguagesField
        name="name"
        label={say(language, 'name')}
        text={record.name}
        required
        status="authentic"
        statuses
      />
      <LanguagesField
        name="shortName"
        label={say(language, 'short-name')}
        hint={say(language, 'short-name.hint')}
        text={record.shortName}
        required
        status="authentic"
        statuses
      />
      <LanguagesField
        name="label"
        label={say(language, 'label')}
        hint={say(language, 'label.hint')}
        text={record.label}
        status="authentic"
        statuses
      />
    </EditForm>
  )
}

function SummaryForm({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  return (
    <EditForm desk={desk} what="summary" command="conferences.describe">
      <LanguagesField
        name="summary"
        label={say(language, 'summary')}
        text={record.summary.title}
        rows={4}
        required
        status="authentic"
        statuses
      />
      <LanguagesField
        name="objective"
        label={say(language, 'objective')}
        text={record.objective?.title ?? null}
        rows={5}
        status="authentic"
        statuses
      />
    </EditForm>
  )
}
