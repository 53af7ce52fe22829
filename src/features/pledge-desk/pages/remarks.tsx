import { CheckField } from '../../../ui/form/choices.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { Moment } from '../../pledges/pages/names.tsx'
import { type Desk, nameIn } from '../desk.tsx'
import type { Reviewed } from '../review.ts'
import { say } from '../words.ts'

/** What the secretariat and the co-chairs say among themselves. */
export function Remarks({ desk, reviewed }: { desk: Desk; reviewed: Reviewed }) {
  const { viewer, conference, zone } = desk
  const { language } = viewer
  return (
    <section aria-labelledby="remarks">
      <h2 id="remarks">{say(language, 'remarks')}</h2>
      <p class="label">{say(language, 'remarks.note')}</p>
      <ul class="list-none ps-0">
        {reviewed.remarks.map(({ name, party, concurs, words, at }) => (
          <li class="border-t border-base-300 py-3">
            <p class="label mb-1">
              <bdi>{name}</bdi>
              {BETWEEN}
              {party ? nameIn(desk, party) : say(language, 'secretariat')}
              {BETWEEN}
              <Moment language={language} zone={zone} at={at} />
              {concurs && (
                <>
                  {BETWEEN}
                  <strong>{say(language, 'concurs')}</strong>
                </>
              )}
            </p>
            {words && (
              <p class="mb-1">
                <Title text={words} language={language} />
              </p>
            )}
          </li>
        ))}
      </ul>
      {!reviewed.isPublic && (
        <Form
          viewer={viewer}
          command="pledges.remark"
          then={`/${conference}/desk/pledges/${reviewed.id}`}
          fixed={{ pledge: reviewed.id }}
        >
          <LanguagesField name="words" label={say(language, 'remark')} rows={3} maxlength={4000} />
          <CheckField name="concurs" label={say(language, 'concur')} />
          <Submit quiet>{say(language, 'remark.do')}</Submit>
        </Form>
      )}
    </section>
  )
}
