import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { CODEBOOK } from '../../followup/codebook.ts'
import { sayMeaning, sayPoint } from '../../followup/pages/says.tsx'
import { POINTS } from '../../followup/scale.model.ts'
import type { Desk } from '../desk.tsx'
import type { OwnAssessment } from '../reviews.ts'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  own: OwnAssessment
  then: string
}

/** The finding: a point with what the codebook says it means, evidence, and reasons. */
export function FindingForm({ desk, own, then }: Props) {
  const { viewer, today } = desk
  const { language } = viewer
  const { review, assessment, reviewerName, supersedes } = own
  const fixed = assessment
    ? { assessment: assessment.id }
    : {
        pledge: review.pledge,
        ...(review.party && { party: review.party }),
        ...(supersedes && { supersedes }),
      }
  return (
    <section aria-labelledby="write">
      <h2 id="write">{say(language, assessment ? 'finding.revise' : 'finding.write')}</h2>
      {supersedes && <p class="label">{say(language, 'finding.supersedes')}</p>}
      {assessment?.state === 'sent' && <p class="label">{say(language, 'finding.anew')}</p>}
      <Form
        viewer={viewer}
        command={assessment ? 'followup.revise-assessment' : 'followup.draft-assessment'}
        then={then}
        fixed={{ ...fixed, 'finding.codebook': CODEBOOK.version }}
      >
        <ChoiceField
          name="finding.point"
          label={say(language, 'finding.point')}
          hint={<a href={hrefOf(language, '/codebook')}>{say(language, 'codebook')}</a>}
          value={assessment?.point}
          options={POINTS.map((point) => ({
            value: point,
            label: sayPoint(language, point),
            hint: sayMeaning(language, point),
          }))}
        />
        <LanguagesField
          name="finding.reasons"
          label={say(language, 'finding.reasons')}
          hint={say(language, 'finding.reasons.hint')}
          text={assessment?.reasons ?? null}
          rows={6}
          maxlength={6000}
          required
        />
        <Evidence desk={desk} own={own} then={then} />
        <DateField
          name="finding.asOf"
          label={say(language, 'finding.as-of')}
          hint={say(language, 'finding.as-of.hint')}
          value={assessment?.asOf ?? today}
          required
        />
        <TextField
          name="finding.reviewer"
          label={say(language, 'finding.reviewer')}
          hint={say(language, 'finding.reviewer.hint')}
          value={reviewerName}
          maxlength={200}
          required
        />
        <Submit>{say(language, 'finding.keep')}</Submit>
      </Form>
    </section>
  )
}

const GRADES = ['A', 'B', 'C'] as const

/** Sources, each with its grade: an unfavourable point needs one of grade A or B. */
function Evidence({ desk, own }: Props) {
  const { language } = desk.viewer
  const stored = own.assessment?.evidence ?? []
  return (
    <fieldset class="field">
      <legend>{say(language, 'evidence')}</legend>
      <small class="hint">{say(language, 'evidence.hint')}</small>
      <Rows
        name="finding.evidence"
        stored={stored.length}
        spare={2}
        each={(row) => {
          const at = `finding.evidence.${row}`
          const source = stored[Number(row)]
          return (
            <div class="columns part-row">
              <TextField
                name={`${at}.publisher`}
                label={say(language, 'publisher')}
                value={source?.publisher}
              />
              <TextField
                name={`${at}.url`}
                label={say(language, 'link')}
                type="url"
                value={source?.url}
              />
              <TextField
                name={`${at}.date`}
                label={say(language, 'published')}
                value={source?.date}
                width="short"
              />
              <SelectField
                name={`${at}.grade`}
                label={say(language, 'grade')}
                none={say(language, 'grade.none')}
                value={source?.grade ?? undefined}
                options={GRADES.map((grade) => ({
                  value: grade,
                  label: say(language, `grade.${grade}`),
                }))}
              />
            </div>
          )
        }}
      />
    </fieldset>
  )
}
