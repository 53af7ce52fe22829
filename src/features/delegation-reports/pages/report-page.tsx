import { sayDay } from '../../../i18n/days.ts'
import { acceptOf } from '../../../kernel/documents/files.ts'
import { AUDIENCES } from '../../../kernel/people/audience.ts'
import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { FileField } from '../../../ui/form/file.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Desk } from '../../delegation-pledges/desk.tsx'
import { addressOfPledges } from '../../delegation-pledges/model.ts'
import { Frame } from '../../delegation-pledges/pages/frame.tsx'
import { AmountFields } from '../../delegation-pledges/writing/amount.tsx'
import { OneReport } from '../../followup/pages/report.tsx'
import { sayObstacle } from '../../followup/pages/says.tsx'
import {
  AUDIENCE_OF,
  EVIDENCE_KINDS,
  OBSTACLES,
  REPORT_FIELDS,
} from '../../followup/reports/model.ts'
import { sayStage } from '../../pledges/pages/says.tsx'
import type { Reporting } from '../reporting.ts'
import { say } from '../words.ts'

/** A delegation tells how its share of a pledge stands, and what it told before. */
export function ReportPage({ desk, reporting }: { desk: Desk; reporting: Reporting }) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const { id, title, round, reports } = reporting
  const own = `${addressOfPledges(conference, party)}/${id}`
  return (
    <Frame
      desk={desk}
      title={say(language, 'report')}
      steps={[
        { href: hrefOf(language, own), label: id },
        { href: '', label: say(language, 'report') },
      ]}
    >
      <p class="label">
        <Identifier>{id}</Identifier>
      </p>
      <p class="lead">
        <Title text={title} language={language} />
      </p>
      {round && (
        <Notice>
          <Title text={round.name} language={language} /> {say(language, 'round.until')}{' '}
          <time datetime={round.due}>{sayDay(language, round.due)}</time>
        </Notice>
      )}
      <ReportForm desk={desk} reporting={reporting} then={own} />
      <Part id="reports">
        <h2 id="earlier">{say(language, 'earlier')}</h2>
        {reports.length === 0 && <Empty>{say(language, 'earlier.none')}</Empty>}
        <ol class="list-none ps-0">
          {reports.toReversed().map((report) => (
            <OneReport
              desk={{ language, parties: reporting.parties, today: reporting.today }}
              report={report}
              files={reporting.files}
            />
          ))}
        </ol>
      </Part>
    </Frame>
  )
}

function ReportForm({ desk, reporting, then }: { desk: Desk; reporting: Reporting; then: string }) {
  const { viewer, party } = desk
  const { language } = viewer
  const { id, round, stages, today } = reporting
  if (stages.length === 0) return <Notice>{say(language, 'over')}</Notice>
  return (
    <Form
      viewer={viewer}
      command="followup.tell"
      then={then}
      fixed={{ pledge: id, party, ...(round && { round: round.id }) }}
      files
    >
      <ChoiceField
        name="told.stage"
        label={say(language, 'stage')}
        hint={say(language, 'stage.hint')}
        options={stages.map((stage) => ({ value: stage, label: sayStage(language, stage) }))}
      />
      <TextField
        name="told.on"
        label={say(language, 'on')}
        hint={say(language, 'day.hint')}
        value={today}
        width="short"
        required
      />
      <AmountFields
        name="told.quantity"
        label={say(language, 'quantity')}
        hint={say(language, 'quantity.hint')}
        reached
      />
      <div class="columns">
        <TextField
          name="told.from"
          label={say(language, 'from')}
          hint={say(language, 'day.hint')}
          width="short"
        />
        <TextField
          name="told.until"
          label={say(language, 'until')}
          hint={say(language, 'day.hint')}
          width="short"
        />
      </div>
      <LanguagesField name="told.note" label={say(language, 'note')} rows={4} maxlength={6000} />
      <Evidence language={language} />
      <SelectField
        name="told.obstacle.kind"
        label={say(language, 'obstacle')}
        hint={say(language, 'obstacle.hint')}
        none={say(language, 'obstacle.none')}
        options={OBSTACLES.map((kind) => ({ value: kind, label: sayObstacle(language, kind) }))}
      />
      <LanguagesField
        name="told.obstacle.note"
        label={say(language, 'obstacle.note')}
        rows={2}
        maxlength={2000}
      />
      <LanguagesField
        name="told.nextStep.what"
        label={say(language, 'next')}
        rows={2}
        maxlength={2000}
      />
      <TextField
        name="told.nextStep.by"
        label={say(language, 'next.by')}
        hint={say(language, 'day.hint')}
        width="short"
      />
      <Audiences language={language} />
      <Submit>{say(language, 'report.do')}</Submit>
    </Form>
  )
}

/** Links and files: they are for the parties and the secretariat, unless the party says otherwise. */
const Evidence = ({ language }: { language: Desk['viewer']['language'] }) => (
  <fieldset class="field">
    <legend>{say(language, 'evidence')}</legend>
    <small class="hint">{say(language, 'evidence.hint')}</small>
    <Rows
      name="told.evidence"
      stored={0}
      spare={2}
      each={(row) => (
        <div class="columns part-row">
          <TextField name={`told.evidence.${row}.publisher`} label={say(language, 'publisher')} />
          <TextField name={`told.evidence.${row}.url`} label={say(language, 'link')} type="url" />
          <TextField
            name={`told.evidence.${row}.date`}
            label={say(language, 'published')}
            width="short"
          />
        </div>
      )}
    />
    <FileField name="files" label={say(language, 'file')} accept={acceptOf(EVIDENCE_KINDS)} />
  </fieldset>
)

/** Who sees which part, where that is not as usual. */
const Audiences = ({ language }: { language: Desk['viewer']['language'] }) => (
  <details class="mb-6">
    <summary>{say(language, 'audiences')}</summary>
    <div class="columns">
      {REPORT_FIELDS.map((field) => (
        <SelectField
          name={`told.audiences.${field}`}
          label={say(language, `field.${field}`)}
          none={`${say(language, 'usual')} ${say(language, `audience.${AUDIENCE_OF[field]}`)}`}
          options={AUDIENCES.map((value) => ({
            value,
            label: say(language, `audience.${value}`),
          }))}
        />
      ))}
    </div>
  </details>
)
