import { readingOf } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Words } from '../../../ui/text.tsx'
import { type Desk, Frame, nameOfParty } from '../pages/frame.tsx'
import { ListEditor } from '../pages/list-editor.tsx'
import { Editable, EditForm, Gaps, TextShown } from '../pages/section.tsx'
import { SourceFields } from '../pages/source-fields.tsx'
import { say } from '../words.ts'

/** Who hosts it, who presides, who called it together, who takes part. */
export function PeoplePart({ desk }: { desk: Desk }) {
  return (
    <Frame desk={desk} part="people">
      <Hosts desk={desk} />
      <CoChairs desk={desk} />
      <Convenors desk={desk} />
      <Participants desk={desk} />
    </Frame>
  )
}

function PartyField({ desk, name, code }: { desk: Desk; name: string; code: string | undefined }) {
  const { language } = desk.viewer
  return (
    <SelectField
      name={name}
      label={say(language, 'party')}
      none={say(language, 'choose')}
      options={desk.parties}
      value={code ?? ''}
      required
    />
  )
}

function Hosts({ desk }: { desk: Desk }) {
  const { language } = desk.viewer
  return (
    <ListEditor
      desk={desk}
      title={say(language, 'hosts')}
      noun="host"
      plural="hosts"
      items={desk.record.hosts}
      cites={({ sources }) => sources}
      name={({ party, ministry }) =>
        ministry ? readingOf(ministry, language).value : nameOfParty(desk, party)
      }
      show={({ party, ministry }) => (
        <>
          {ministry && (
            <>
              <Words in={readingOf(ministry, language)} language={language} /> ·{' '}
            </>
          )}
          {nameOfParty(desk, party)}
          {ministry && <Gaps text={ministry} language={language} />}
        </>
      )}
      fields={(host) => (
        <>
          <PartyField desk={desk} name="host.party" code={host?.party} />
          <LanguagesField
            name="host.ministry"
            label={say(language, 'ministry')}
            text={host?.ministry ?? null}
            status="authentic"
          />
        </>
      )}
    />
  )
}

function CoChairs({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  const { coChairs } = record
  return (
    <>
      <ListEditor
        desk={desk}
        title={say(language, 'co-chairs')}
        note={say(language, 'co-chairs.note')}
        noun="co-chair"
        plural="co-chairs"
        items={coChairs?.list ?? []}
        name={({ party }) => nameOfParty(desk, party)}
        show={({ party, office, nameAsPrinted }) => (
          <>
            {nameOfParty(desk, party)}
            {office && (
              <>
                {' · '}
                <Words in={readingOf(office, language)} language={language} />
              </>
            )}
            {nameAsPrinted && (
              <small class="mark block">
                {say(language, 'as-printed')}{' '}
                <Words in={readingOf(nameAsPrinted, language)} language={language} />
              </small>
            )}
          </>
        )}
        fields={(chair) => (
          <>
            <PartyField desk={desk} name="co-chair.party" code={chair?.party} />
            <LanguagesField
              name="co-chair.office"
              label={say(language, 'office')}
              text={chair?.office ?? null}
              status="authentic"
            />
            <LanguagesField
              name="co-chair.nameAsPrinted"
              label={say(language, 'name-as-printed')}
              hint={say(language, 'name-as-printed.hint')}
              text={chair?.nameAsPrinted ?? null}
              status="as-published"
            />
          </>
        )}
      />
      <Editable
        desk={desk}
        what="co-chairs-reason"
        title={say(language, 'co-chairs.reason')}
        shown={<TextShown text={coChairs?.reason ?? null} language={language} />}
        form={() => (
          <EditForm desk={desk} what="co-chairs-reason" command="conferences.explain-co-chairs">
            <LanguagesField
              name="reason"
              label={say(language, 'co-chairs.reason')}
              text={coChairs?.reason ?? null}
              rows={2}
              status="authentic"
            />
            <SourceFields
              sources={record.sources}
              cited={coChairs?.sources ?? []}
              language={language}
            />
          </EditForm>
        )}
      />
    </>
  )
}

function Convenors({ desk }: { desk: Desk }) {
  const { language } = desk.viewer
  return (
    <ListEditor
      desk={desk}
      title={say(language, 'convenors')}
      noun="convenor"
      plural="convenors"
      items={desk.record.convenors}
      cites={({ sources }) => sources}
      name={({ person }) => person}
      show={({ person, office, party }) => (
        <>
          <bdi>{person}</bdi> · <Words in={readingOf(office, language)} language={language} /> ·{' '}
          {nameOfParty(desk, party)}
        </>
      )}
      fields={(one) => (
        <>
          <TextField
            name="convenor.person"
            label={say(language, 'person')}
            value={one?.person}
            maxlength={200}
            required
          />
          <PartyField desk={desk} name="convenor.party" code={one?.party} />
          <LanguagesField
            name="convenor.office"
            label={say(language, 'office')}
            text={one?.office ?? null}
            required
            status="authentic"
          />
          <TextField
            name="convenor.officeAt"
            label={say(language, 'office-at')}
            hint={say(language, 'partial-day.hint')}
            value={one?.officeAt}
            required
          />
        </>
      )}
    />
  )
}

function Participants({ desk }: { desk: Desk }) {
  const { record, viewer } = desk
  const { language } = viewer
  const { participants } = record
  return (
    <Editable
      desk={desk}
      what="participants"
      title={say(language, 'participants')}
      shown={<TextShown text={participants?.who ?? null} language={language} long />}
      form={() => (
        <EditForm desk={desk} what="participants" command="conferences.describe-participants">
          <LanguagesField
            name="who"
            label={say(language, 'participants')}
            text={participants?.who ?? null}
            rows={3}
            status="authentic"
            statuses
          />
          <SourceFields
            sources={record.sources}
            cited={participants?.sources ?? []}
            language={language}
          />
        </EditForm>
      )}
    />
  )
}
