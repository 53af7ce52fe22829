import { sayDay } from '../../../i18n/days.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { DayOf, type Desk, nameIn } from '../desk.tsx'
import { type OwnReview, STEPS } from '../reviews.ts'
import { say } from '../words.ts'
import { Frame } from './frame.tsx'

/** What a reviewer was asked to assess, by what is to be done. */
export function OwnReviewsPage({ desk, reviews }: { desk: Desk; reviews: readonly OwnReview[] }) {
  const { language } = desk.viewer
  const by = Map.groupBy(reviews, ({ step }) => step)
  return (
    <Frame
      desk={desk}
      title={say(language, 'own')}
      steps={[{ href: '', label: say(language, 'own') }]}
    >
      <p class="lead">{say(language, 'own.lead')}</p>
      <p class="label">
        <a href={hrefOf(language, '/codebook')}>{say(language, 'codebook')}</a>
      </p>
      <Part id="reviews">
        {reviews.length === 0 && <Empty>{say(language, 'own.none')}</Empty>}
        {STEPS.filter((step) => by.has(step)).map((step) => (
          <section aria-labelledby={`step-${step}`}>
            <h2 id={`step-${step}`}>{say(language, `step.${step}`)}</h2>
            <ul class="list-none ps-0">
              {by.get(step)?.map((one) => (
                <Row desk={desk} one={one} />
              ))}
            </ul>
          </section>
        ))}
      </Part>
    </Frame>
  )
}

function Row({ desk, one: { review, step, publishable } }: { desk: Desk; one: OwnReview }) {
  const { conference, viewer, pledges } = desk
  const { language } = viewer
  const title = pledges.get(review.pledge)?.title
  return (
    <li class="border-t border-base-300 py-4">
      <p class="mb-1">
        <a href={hrefOf(language, `/${conference}/review/${review.id}`)}>
          {title ? <Title text={title} language={language} /> : review.pledge}
        </a>
      </p>
      <p class="label mb-0">
        <Identifier>{review.pledge}</Identifier>
        {review.party && (
          <>
            {BETWEEN}
            {say(language, 'share')}
            {say(language, 'colon')}
            {nameIn(desk, review.party)}
          </>
        )}
        {review.due && step === 'write' && (
          <>
            {BETWEEN}
            {say(language, 'round.due')}
            {say(language, 'colon')}
            <time datetime={review.due}>{sayDay(language, review.due)}</time>
          </>
        )}
        {publishable && step === 'parties' && (
          <>
            {BETWEEN}
            {say(language, 'comment.until')}
            {say(language, 'colon')}
            <DayOf desk={desk} at={publishable} />
          </>
        )}
      </p>
    </li>
  )
}
