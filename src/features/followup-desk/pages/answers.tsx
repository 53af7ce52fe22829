import { ChoiceField } from '../../../ui/form/choices.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Bdi, BETWEEN } from '../../../ui/text.tsx'
import { answerDue } from '../../followup/assessments/comment-time.ts'
import { Replies } from '../../followup/pages/reply.tsx'
import { OUTCOMES } from '../../followup/replies/model.ts'
import { DayOf, type Desk, PledgeLink } from '../desk.tsx'
import type { FollowUp } from '../follow-up.ts'
import { say } from '../words.ts'

const addressOf = ({ conference }: Desk) => `/${conference}/desk/follow-up`

/** What parties said in reply, each with the form to answer it; an answer is promised for a day. */
export function WaitingReplies({ desk, replies }: { desk: Desk; replies: FollowUp['replies'] }) {
  const { viewer, parties, today } = desk
  const { language } = viewer
  return (
    <section aria-labelledby="replies">
      <h2 id="replies">{say(language, 'replies')}</h2>
      {replies.length === 0 && <Empty>{say(language, 'replies.none')}</Empty>}
      {replies.map((reply) => (
        <div class="part-row">
          <p class="mb-1">
            {reply.pledge && <PledgeLink desk={desk} id={reply.pledge} />}
            {reply.pledge && BETWEEN}
            <span class="label">{say(language, `subject.${reply.subject.kind}`)}</span>
          </p>
          <Replies desk={{ language, parties, today }} replies={[reply]} />
          <Form
            viewer={viewer}
            command="followup.answer"
            of={reply.id}
            then={addressOf(desk)}
            fixed={{ reply: reply.id }}
          >
            <LanguagesField
              name="words"
              label={say(language, 'answer')}
              hint={say(language, 'answer.hint')}
              rows={3}
              maxlength={6000}
              required
            />
            <Submit>{say(language, 'answer.do')}</Submit>
          </Form>
        </div>
      ))}
    </section>
  )
}

/** What anybody reported as wrong: only the secretariat reads it. */
export function Errors({ desk, errors }: { desk: Desk; errors: FollowUp['errors'] }) {
  const { viewer } = desk
  const { language } = viewer
  return (
    <section aria-labelledby="errors">
      <h2 id="errors">{say(language, 'errors')}</h2>
      {errors.length === 0 && <Empty>{say(language, 'errors.none')}</Empty>}
      {errors.map(({ id, about, words, at, pledge }) => (
        <div class="part-row">
          <p class="mb-1">
            {pledge ? <PledgeLink desk={desk} id={pledge} /> : <About desk={desk} about={about} />}
          </p>
          <p class="label mb-1">
            <DayOf desk={desk} at={at} />
            {BETWEEN}
            {say(language, 'due')}
            {say(language, 'colon')}
            <DayOf desk={desk} at={answerDue(at)} />
          </p>
          <p class="whitespace-pre-line">
            <Bdi>{words}</Bdi>
          </p>
          <Form
            viewer={viewer}
            command="followup.settle-error"
            of={id}
            then={addressOf(desk)}
            fixed={{ report: id }}
          >
            <ChoiceField
              name="outcome"
              label={say(language, 'outcome')}
              options={OUTCOMES.map((outcome) => ({
                value: outcome,
                label: say(language, `outcome.${outcome}`),
              }))}
            />
            <Submit quiet>{say(language, 'outcome.do')}</Submit>
          </Form>
        </div>
      ))}
    </section>
  )
}

/** A page here, or whatever somebody wrote in its place. */
const About = ({ desk, about }: { desk: Desk; about: string }) =>
  /^\/[a-z0-9/_-]+$/i.test(about) ? (
    <a href={hrefOf(desk.viewer.language, about)}>
      <Bdi>{about}</Bdi>
    </a>
  ) : (
    <Bdi>{about}</Bdi>
  )
