import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Wording } from '../../conferences/pages/facts.tsx'
import { OneAssessment } from '../../followup/pages/assessment.tsx'
import { DayOf, type Desk, nameIn, PledgeLink } from '../desk.tsx'
import type { OwnAssessment } from '../reviews.ts'
import { say } from '../words.ts'
import { FindingForm } from './finding-form.tsx'
import { Frame } from './frame.tsx'

interface Props {
  desk: Desk
  own: OwnAssessment
}

const addressOf = ({ conference }: Desk, { review }: OwnAssessment) =>
  `/${conference}/review/${review.id}`

/** A reviewer's own assessment of a pledge: to write, to hand in or send, to publish, and what its parties say. */
export function OwnReviewPage({ desk, own }: Props) {
  const { language } = desk.viewer
  const { review, assessment, deeds } = own
  const writes = deeds.includes('draft') || deeds.includes('revise')
  const canWrite = writes && !['published', 'superseded'].includes(assessment?.state ?? '')
  return (
    <Frame
      desk={desk}
      title={say(language, 'assessment')}
      steps={[
        { href: `/${desk.conference}/review`, label: say(language, 'own') },
        { href: '', label: review.pledge },
      ]}
    >
      <p class="lead">
        <PledgeLink desk={desk} id={review.pledge} />
      </p>
      {review.party && (
        <p>
          {say(language, 'share')}
          {say(language, 'colon')}
          {nameIn(desk, review.party)}
        </p>
      )}
      <Part id="review">
        <Standing desk={desk} own={own} />
        {assessment && (
          <section aria-labelledby="own">
            <h2 id="own">{say(language, 'finding.own')}</h2>
            <ul class="list-none ps-0">
              <OneAssessment desk={shownBy(desk)} assessment={assessment} replies={own.replies} />
            </ul>
            <Deeds desk={desk} own={own} />
          </section>
        )}
        <Comments desk={desk} own={own} />
        <Others desk={desk} own={own} />
      </Part>
      {canWrite && <FindingForm desk={desk} own={own} then={addressOf(desk, own)} />}
    </Frame>
  )
}

const shownBy = ({ viewer, parties, today }: Desk) => ({
  language: viewer.language,
  parties,
  today,
})

/** What the step means for whoever works on it. */
function Standing({ desk, own }: Props) {
  const { language } = desk.viewer
  const { review, step, assessment, publishable } = own
  if (step === 'waiting') {
    return <Notice>{say(language, own.others.length > 0 ? 'note.differ' : 'note.waiting')}</Notice>
  }
  if (review.settled === 'third' && step === 'done' && assessment?.state === 'drafted') {
    return <Notice>{say(language, 'note.third')}</Notice>
  }
  if (step === 'parties' && publishable) {
    return (
      <Notice>
        {say(language, 'comment.until')}
        {say(language, 'colon')}
        <DayOf desk={desk} at={publishable} />
      </Notice>
    )
  }
  if (review.blind && step === 'write' && !own.deeds.includes('send')) {
    return <Notice>{say(language, 'note.blind')}</Notice>
  }
  return null
}

/** What can be done with it now. */
function Deeds({ desk, own }: Props) {
  const { viewer } = desk
  const { language } = viewer
  const { assessment, deeds, step } = own
  if (!assessment) return null
  const shared = { viewer, fixed: { assessment: assessment.id } }
  const here = addressOf(desk, own)
  return (
    <div class="deeds mt-4">
      {deeds.includes('hand-in') && (
        <Deed
          {...shared}
          then={here}
          command="followup.hand-in-assessment"
          label={say(language, 'hand-in')}
          confirm={say(language, 'hand-in.sure')}
        />
      )}
      {deeds.includes('send') && assessment.state === 'drafted' && (
        <Deed
          {...shared}
          then={here}
          command="followup.send-assessment"
          label={say(language, 'send')}
          confirm={say(language, 'send.sure')}
        />
      )}
      {step === 'publish' && (
        <Deed
          {...shared}
          then={here}
          command="followup.publish-assessment"
          label={say(language, 'publish')}
          confirm={say(language, 'publish.sure')}
        />
      )}
    </div>
  )
}

/** What parties commented and nobody has answered. */
function Comments({ desk, own }: Props) {
  const { viewer } = desk
  const { language } = viewer
  const { assessment } = own
  const open = own.replies.filter(
    ({ subject, kind, answer }) =>
      subject.kind === 'assessment' &&
      subject.id === assessment?.id &&
      kind !== 'confirm' &&
      answer === null,
  )
  return open.map((reply) => (
    <Form
      viewer={viewer}
      command="followup.answer"
      of={reply.id}
      then={addressOf(desk, own)}
      fixed={{ reply: reply.id }}
    >
      <LanguagesField
        name="words"
        label={
          <>
            {say(language, 'answer')}
            {BETWEEN}
            {nameIn(desk, reply.party)}
          </>
        }
        hint={say(language, 'answer.hint')}
        rows={3}
        maxlength={6000}
        required
      />
      <Submit quiet>{say(language, 'answer.do')}</Submit>
    </Form>
  ))
}

/** What others found, once both of a pair are done, and why the secretariat settled it as it did. */
function Others({ desk, own }: Props) {
  const { language } = desk.viewer
  const { others, review } = own
  if (others.length === 0) return null
  return (
    <section aria-labelledby="others">
      <h2 id="others">{say(language, 'finding.others')}</h2>
      {review.reason && review.settled && (
        <Notice>
          {say(language, `settled.${review.settled}`)}
          {BETWEEN}
          <Wording text={review.reason} language={language} />
        </Notice>
      )}
      <ul class="list-none ps-0">
        {others.map((one) => (
          <OneAssessment desk={shownBy(desk)} assessment={one} replies={[]} />
        ))}
      </ul>
    </section>
  )
}
