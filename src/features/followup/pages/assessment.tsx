import { sayDay } from '../../../i18n/days.ts'
import { Sources } from '../../../ui/facts.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Bdi, BETWEEN } from '../../../ui/text.tsx'
import type { Assessment } from '../assessments/model.ts'
import type { Reply } from '../replies/model.ts'
import { say } from '../words.ts'
import { Coded, type Desk, Line, PartyName, Said, sayInstant } from './marks.tsx'
import { Replies } from './reply.tsx'

/** What a named reviewer finds, with reasons, evidence and codebook, and what the parties say to it. */
export function OneAssessment({
  desk,
  assessment,
  replies,
}: {
  desk: Desk
  assessment: Assessment
  replies: readonly Reply[]
}) {
  const { language } = desk
  const { state, publishedAt, party, reviewer, point, codebook, asOf, reasons } = assessment
  return (
    <li class="border-t border-base-300 py-4" id={`assessment-${assessment.id}`}>
      <p class="label mb-1">
        {say(language, 'assessment.reviewer')}
        {say(language, 'colon')}
        <Bdi>{reviewer}</Bdi>
        {publishedAt && (
          <>
            {BETWEEN}
            <time datetime={publishedAt}>
              {say(language, 'assessment.published', { date: sayInstant(language, publishedAt) })}
            </time>
          </>
        )}
        {(state === 'superseded' || state === 'sent') && (
          <>
            {BETWEEN}
            {say(language, `assessment.${state}`)}
          </>
        )}
      </p>
      <p class="mb-1">
        <Coded language={language} of={`point.${point}`} />
      </p>
      {party && (
        <Line language={language} label={say(language, 'assessment.share')}>
          <PartyName desk={desk} code={party} day={asOf} />
        </Line>
      )}
      <p class="mb-1">
        <Said text={reasons} language={language} />
      </p>
      <p class="label mb-1">
        <a href={hrefOf(language, '/codebook')}>
          {say(language, 'codebook.version', { version: codebook })}
        </a>
        {BETWEEN}
        <time datetime={asOf}>
          {say(language, 'assessment.until', { date: sayDay(language, asOf) })}
        </time>
      </p>
      <Sources sources={assessment.evidence} language={language} />
      <Replies
        desk={desk}
        replies={replies.filter(
          ({ subject }) => subject.kind === 'assessment' && subject.id === assessment.id,
        )}
      />
    </li>
  )
}
