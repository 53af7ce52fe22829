import { BETWEEN } from '../../../ui/text.tsx'
import { answerDue } from '../assessments/comment-time.ts'
import type { Reply } from '../replies/model.ts'
import { say } from '../words.ts'
import { type Desk, dayOf, PartyName, Said, sayInstant } from './marks.tsx'

/** What parties reply to an entry, directly beneath it and as large: with the answers, or by when one is promised. */
export function Replies({ desk, replies }: { desk: Desk; replies: readonly Reply[] }) {
  if (replies.length === 0) return null
  return (
    <ul class="list-none border-s-2 border-base-300 ps-5">
      {replies.map((reply) => (
        <li class="my-4">
          <OneReply desk={desk} reply={reply} />
        </li>
      ))}
    </ul>
  )
}

function OneReply({ desk, reply }: { desk: Desk; reply: Reply }) {
  const { language } = desk
  return (
    <>
      <p class="label mb-1">
        <PartyName desk={desk} code={reply.party} day={dayOf(reply.at)} />
        {BETWEEN}
        {say(language, `reply.${reply.kind}`)}
        {reply.subject.kind === 'event' && <> {say(language, 'reply.to-event')}</>}
        {BETWEEN}
        <time datetime={reply.at}>{sayInstant(language, reply.at)}</time>
      </p>
      {reply.words && (
        <p class="mb-1">
          <Said text={reply.words} language={language} />
        </p>
      )}
      <Answer desk={desk} reply={reply} />
    </>
  )
}

function Answer({ desk: { language }, reply }: { desk: Desk; reply: Reply }) {
  const { answer, answeredAt, at, kind } = reply
  if (answer && answeredAt) {
    return (
      <>
        <p class="label mt-3 mb-1">
          {say(language, 'reply.answer')}
          {BETWEEN}
          <time datetime={answeredAt}>{sayInstant(language, answeredAt)}</time>
        </p>
        <p class="mb-1">
          <Said text={answer} language={language} />
        </p>
      </>
    )
  }
  if (kind === 'confirm') return null
  const due = answerDue(Temporal.Instant.from(at)).toString()
  return <p class="label mb-1">{say(language, 'reply.due', { date: sayInstant(language, due) })}</p>
}
