import { ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import type { Assessment } from '../../followup/assessments/model.ts'
import { OneAssessment } from '../../followup/pages/assessment.tsx'
import { sayPoint } from '../../followup/pages/says.tsx'
import { type Review, SETTLEMENTS } from '../../followup/reviews/model.ts'
import type { Desk } from '../desk.tsx'
import type { Reviews } from '../reviews.ts'
import { say } from '../words.ts'

/** Two findings side by side with where they differ, and the form to settle them: never what was found. */
export function Settling({
  desk,
  all,
  review,
  found,
}: {
  desk: Desk
  all: Reviews
  review: Review
  found: readonly Assessment[]
}) {
  const { viewer, parties, today, conference } = desk
  const { language } = viewer
  const asked = new Set(review.assigned.map(({ account }) => account))
  const others = all.reviewers.filter(({ account }) => !asked.has(account))
  return (
    <>
      <Differences desk={desk} found={found} />
      <ul class="grid list-none gap-x-14 ps-0 lg:grid-cols-2">
        {found.map((one) => (
          <OneAssessment desk={{ language, parties, today }} assessment={one} replies={[]} />
        ))}
      </ul>
      <Form
        viewer={viewer}
        command="followup.settle-review"
        of={review.id}
        then={`/${conference}/desk/reviews`}
        fixed={{ review: review.id }}
      >
        <ChoiceField
          name="settled"
          label={say(language, 'settle')}
          hint={say(language, 'settle.hint')}
          options={SETTLEMENTS.map((value) => ({
            value,
            label: say(language, `settled.${value}`),
          }))}
        />
        <SelectField
          name="third"
          label={say(language, 'third')}
          none={say(language, 'second.none')}
          options={others.map(({ account, name }) => ({ value: account, label: name }))}
        />
        <LanguagesField
          name="reason"
          label={say(language, 'settle.reason')}
          hint={say(language, 'settle.reason.hint')}
          rows={3}
          maxlength={4000}
          required
        />
        <Submit>{say(language, 'settle.do')}</Submit>
      </Form>
    </>
  )
}

/** In what the two differ, point and evidence. */
function Differences({ desk, found }: { desk: Desk; found: readonly Assessment[] }) {
  const { language } = desk.viewer
  const points = [...new Set(found.map(({ point }) => sayPoint(language, point)))]
  const urls = found.map(({ evidence }) => new Set(evidence.map(({ url }) => url)))
  const [one, other] = urls
  const shared = one && other ? [...one].filter((url) => other.has(url)).length : 0
  const apart = new Set(urls.flatMap((set) => [...set])).size - shared
  return (
    <dl>
      <dt>{say(language, 'differ.points')}</dt>
      <dd>{points.join(' / ')}</dd>
      <dt>{say(language, 'differ.shared')}</dt>
      <dd>{shared}</dd>
      <dt>{say(language, 'differ.apart')}</dt>
      <dd>{apart}</dd>
    </dl>
  )
}
