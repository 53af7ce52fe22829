import { sayDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import { ChecksField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField } from '../../../ui/form/fields.tsx'
import { Deed, Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Bdi, BETWEEN } from '../../../ui/text.tsx'
import { type Assigned, phaseOf, type Review } from '../../followup/reviews/model.ts'
import { type Desk, nameIn, PledgeLink } from '../desk.tsx'
import { DESK_GROUPS, groupOf, type Reviews } from '../reviews.ts'
import { say } from '../words.ts'
import { Frame } from './frame.tsx'
import { Settling } from './settling.tsx'

interface Props {
  desk: Desk
  all: Reviews
}

/** Whom the secretariat asked to assess which pledges, how far each is, and where two differ. */
export function ReviewsPage({ desk, all }: Props) {
  const { language } = desk.viewer
  const by = Map.groupBy(all.reviews, ({ review }) => groupOf(review))
  return (
    <Frame
      desk={desk}
      title={say(language, 'reviews')}
      steps={[{ href: '', label: say(language, 'reviews') }]}
    >
      <p class="lead">{say(language, 'reviews.lead')}</p>
      <p class="label">
        <a href={hrefOf(language, '/codebook')}>{say(language, 'codebook')}</a>
        {BETWEEN}
        <a href={hrefOf(language, `/${desk.conference}/desk/follow-up`)}>
          {say(language, 'follow-up')}
        </a>
      </p>
      <Part id="reviews">
        {all.reviews.length === 0 && <Empty>{say(language, 'reviews.none')}</Empty>}
        {DESK_GROUPS.filter((group) => by.has(group)).map((group) => (
          <section aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{say(language, `reviews.${group}`)}</h2>
            {by.get(group)?.map(({ review, found }) => (
              <div class="part-row">
                <About desk={desk} all={all} review={review} />
                {group === 'differ' && (
                  <Settling desk={desk} all={all} review={review} found={found} />
                )}
                {group === 'under-way' && <CallOff desk={desk} review={review} />}
              </div>
            ))}
          </section>
        ))}
      </Part>
      <Asking desk={desk} all={all} />
    </Frame>
  )
}

/** The pledge, and who was asked: how far each is, and nothing of what they found. */
function About({ desk, all, review }: Props & { review: Review }) {
  const { language } = desk.viewer
  const { pledge, party, blind, due } = review
  return (
    <>
      <p class="mb-1">
        <PledgeLink desk={desk} id={pledge} />
      </p>
      <p class="label mb-1">
        {party && (
          <>
            {say(language, 'share')}
            {say(language, 'colon')}
            {nameIn(desk, party)}
            {BETWEEN}
          </>
        )}
        {say(
          language,
          review.state === 'closed' ? 'review.off' : blind ? 'review.blind' : 'review.single',
        )}
        {due && (
          <>
            {BETWEEN}
            {say(language, 'round.due')}
            {say(language, 'colon')}
            <time datetime={due}>{sayDay(language, due)}</time>
          </>
        )}
      </p>
      <ul class="mb-2 list-none ps-0">
        {review.assigned.map((one) => (
          <li>
            <Bdi>{all.names.get(one.account) ?? one.account}</Bdi>
            <span class="label">
              {BETWEEN}
              {say(language, `progress.${progressOf(review, one)}`)}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** How far somebody is. */
function progressOf(review: Review, { found }: Assigned) {
  if (!found) return 'asked'
  if (found.state !== 'drafted') return found.state
  return found.handedIn && phaseOf(review) !== 'single' ? 'handed-in' : 'drafted'
}

const CallOff = ({ desk: { viewer, conference }, review }: { desk: Desk; review: Review }) => (
  <Deed
    viewer={viewer}
    command="followup.call-off-review"
    of={review.id}
    then={`/${conference}/desk/reviews`}
    fixed={{ review: review.id }}
    label={say(viewer.language, 'call-off')}
    confirm={say(viewer.language, 'call-off.sure')}
  />
)

/** Asks a reviewer, or two who work apart, for one pledge or many. */
function Asking({ desk, all }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const options = all.reviewers.map(({ account, name }) => ({ value: account, label: name }))
  return (
    <section aria-labelledby="ask">
      <h2 id="ask">{say(language, 'ask')}</h2>
      {options.length === 0 || all.pledgesAsked.length === 0 ? (
        <Notice>
          {say(language, options.length === 0 ? 'ask.nobody' : 'ask.nothing')}{' '}
          <a href={hrefOf(language, `/${conference}/people`)}>{say(language, 'people')}</a>
        </Notice>
      ) : (
        <Form
          viewer={viewer}
          command="followup.ask-review"
          then={`/${conference}/desk/reviews`}
          fixed={{ conference }}
        >
          <SelectField
            name="reviewer"
            label={say(language, 'reviewer')}
            hint={say(language, 'reviewer.hint')}
            none={say(language, 'choose')}
            options={options}
            required
          />
          <SelectField
            name="second"
            label={say(language, 'second')}
            hint={say(language, 'second.hint')}
            none={say(language, 'second.none')}
            options={options}
          />
          <DateField name="due" label={say(language, 'round.due')} />
          <ChecksField
            name="pledges"
            label={say(language, 'ask.pledges')}
            options={all.pledgesAsked.map((id) => {
              const title = desk.pledges.get(id)?.title
              return {
                value: id,
                label: title ? `${id} · ${readingOf(title, language).value}` : id,
              }
            })}
          />
          <Submit>{say(language, 'ask.do')}</Submit>
        </Form>
      )}
    </section>
  )
}
