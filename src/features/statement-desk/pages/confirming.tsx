import { ChoiceField } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { OUTCOMES } from '../../statements/model.ts'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'
import type { AtWork, PledgeAtWork } from '../work.ts'

/** What was said, pledge by pledge, as the speaker leaves the floor. */
export function Confirming({ desk }: { desk: Desk }) {
  const { viewer, work, here } = desk
  const { language } = viewer
  if (!work.deposited && work.named === 0) return <p>{say(language, 'nothing-to-confirm')}</p>
  const fixed = {
    ...{ conference: work.outline.id, session: work.sessionId, speech: work.speech.id },
    language: work.speech.language ?? language,
  }
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{say(language, 'confirm')}</h2>
      <p>{say(language, 'confirm.note')}</p>
      <Form
        viewer={viewer}
        command="statements.confirm"
        then={here}
        seen={work.seen.confirm}
        fixed={fixed}
      >
        {(work.pledges ?? []).map((pledge, index) => (
          <OnePledge {...{ desk, pledge, index, work }} />
        ))}
        <Submit>{say(language, 'confirm.do')}</Submit>
      </Form>
    </section>
  )
}

function OnePledge({
  desk: { viewer },
  pledge,
  index,
}: {
  desk: Desk
  pledge: PledgeAtWork
  index: number
  work: AtWork
}) {
  const { language } = viewer
  const { id, title, isAccepted } = pledge
  return (
    <div class="border-t border-base-300 pt-4">
      <h3>
        <Title text={title} language={language} />{' '}
        <span class="mark">
          <Identifier>{id}</Identifier>
        </span>
      </h3>
      {!isAccepted && <p>{say(language, 'not-accepted')}</p>}
      <input type="hidden" name={`pledges.${index}.pledge`} value={id} />
      <ChoiceField
        name={`pledges.${index}.outcome`}
        label={say(language, 'outcome')}
        required
        options={OUTCOMES.map((value) => ({
          value,
          label: say(language, `outcome.${value}`),
          hint: say(language, `outcome.${value}.hint`),
        }))}
      />
      <TextArea
        name={`pledges.${index}.words`}
        label={say(language, 'outcome.words')}
        hint={say(language, 'outcome.words.hint')}
        maxlength={4000}
        rows={2}
      />
    </div>
  )
}
