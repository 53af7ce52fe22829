import { z } from 'zod'
import { type Actor, holds } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import { lettersUnderWay } from '../../platform/mail/under-way/under-way.ts'
import { outlineById } from '../conferences/queries.ts'
import { partiesOf } from '../parties/queries.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import { namesakesOf } from '../pledges/queries.ts'
import { dayOf, deskOf, framed } from './desk.tsx'
import { answersDue, followUpAt, reportsOverdue } from './follow-up.queries.ts'
import { REACHING_MANY } from './follow-up.ts'
import { FollowUpPage } from './pages/follow-up-page.tsx'
import { OwnReviewPage } from './pages/own-review-page.tsx'
import { OwnReviewsPage } from './pages/own-reviews-page.tsx'
import { ReviewsPage } from './pages/reviews-page.tsx'
import {
  assessmentsDue,
  deskReviews,
  ownReview,
  ownReviews,
  reviewsToSettle,
} from './reviews.queries.ts'
import type { OwnReview } from './reviews.ts'
import { say } from './words.ts'

const AtConference = z.object({ conference: ConferenceId })
const Nothing = z.object({})

const topicsAt = (conference: ConferenceId) => [
  'followup',
  'followup/rounds',
  'followup/errors',
  `pledges/at-work/${conference}`,
]

const followUpPage = page('followup-desk.follow-up', {
  path: '/:conference/desk/follow-up',
  params: AtConference,
  query: Nothing,
  topics: ({ conference }) => [...topicsAt(conference), MAIL_TOPIC],
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const followUp = await followUpAt(db, conference, viewer.actor, dayOf(viewer.now))
    const subjects = followUp.rounds.map(({ round }) => `report-round/${round.id}`)
    const acts = { actions: REACHING_MANY, subjects }
    return { outline, followUp, ways: await lettersUnderWay(db, acts, viewer.now) }
  },
  view({ outline, followUp, ways }, viewer) {
    const desk = deskOf(viewer, outline, followUp)
    return {
      ...framed(desk, say(viewer.language, 'follow-up')),
      body: FollowUpPage({ desk, followUp, ways }),
    }
  },
})

const mayAssess = (actor: Actor, conference: string) => holds(actor, conference, 'reviewer')
const reviewTopics = (conference: ConferenceId) => [`followup/reviews/${conference}`]

const reviewsPage = page('followup-desk.reviews', {
  path: '/:conference/desk/reviews',
  params: AtConference,
  query: Nothing,
  topics: ({ conference }) => [...reviewTopics(conference), 'followup'],
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params: { conference } }) {
    const outline = await outlineById(db, conference)
    return outline && { outline, all: await deskReviews(db, conference) }
  },
  view({ outline, all }, viewer) {
    const desk = deskOf(viewer, outline, all)
    return { ...framed(desk, say(viewer.language, 'reviews')), body: ReviewsPage({ desk, all }) }
  },
})

const ownReviewsPage = page('followup-desk.own-reviews', {
  path: '/:conference/review',
  params: AtConference,
  query: Nothing,
  // What changes for a reviewer touches that person, so that nobody hears when another is at work.
  topics: () => [],
  may: (actor, { conference }) => mayAssess(actor, conference),
  async read(db, { params: { conference }, viewer: { actor, now } }) {
    const outline = await outlineById(db, conference)
    if (!outline) return null
    const reviews = await ownReviews(db, conference, actor.id, now)
    return { outline, reviews, ...(await namedIn(db, reviews)) }
  },
  view({ outline, reviews, ...named }, viewer) {
    const desk = deskOf(viewer, outline, named)
    return {
      ...framed(desk, say(viewer.language, 'own')),
      body: OwnReviewsPage({ desk, reviews }),
    }
  },
})

const ownReviewPage = page('followup-desk.own-review', {
  path: '/:conference/review/:id',
  params: AtConference.extend({ id: z.uuid() }),
  query: Nothing,
  topics: () => [],
  may: (actor, { conference }) => mayAssess(actor, conference),
  async read(db, { params, viewer: { actor, now } }) {
    const outline = await outlineById(db, params.conference)
    const { id: account, name = '' } = actor
    const own = outline && (await ownReview(db, params, { account, name, now }))
    return outline && own && { outline, own, ...(await namedIn(db, [own], own.replies)) }
  },
  view({ outline, own, ...named }, viewer) {
    const desk = deskOf(viewer, outline, named)
    return {
      ...framed(desk, `${say(viewer.language, 'assessment')} · ${own.review.pledge}`),
      body: OwnReviewPage({ desk, own }),
    }
  },
})

/** What reviews, and what is said to them, call by name. */
async function namedIn(
  db: Reading,
  reviews: readonly OwnReview[],
  replies: readonly { party: PartyCode }[] = [],
) {
  const pledges = reviews.map(({ review }) => review.pledge)
  const parties = [...reviews.flatMap(({ review }) => review.party ?? [])]
  return {
    pledges: new Map((await namesakesOf(db, [...new Set(pledges)])).map((one) => [one.id, one])),
    parties: await partiesOf(db, [...new Set([...parties, ...replies.map(({ party }) => party)])]),
  }
}

export const followupDesk = feature('followup-desk', {
  say,
  pages: [followUpPage, reviewsPage, ownReviewsPage, ownReviewPage],
  tasks: [
    {
      name: 'followup-desk.answers',
      group: 'pledges',
      label: (language) => say(language, 'task.answers'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference) ? `/${conference}/desk/follow-up` : null,
      waits: (db, { conference, actor }) => answersDue(db, conference, actor),
      topics: (conference) => topicsAt(conference),
    },
    {
      name: 'followup-desk.overdue',
      group: 'pledges',
      label: (language) => say(language, 'task.overdue'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference)
          ? `/${conference}/desk/follow-up#reports-asked`
          : null,
      waits: (db, { conference, now }) => reportsOverdue(db, conference, dayOf(now)),
      topics: (conference) => topicsAt(conference),
    },
    {
      name: 'followup-desk.reviews',
      group: 'pledges',
      label: (language) => say(language, 'task.reviews'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference) ? `/${conference}/desk/reviews` : null,
      waits: async (db, { conference }) => ({
        count: await reviewsToSettle(db, conference),
        due: null,
      }),
      topics: (conference) => reviewTopics(conference),
    },
    {
      name: 'followup-desk.own-reviews',
      group: 'pledges',
      label: (language) => say(language, 'task.own'),
      at: (actor, { conference, party }) =>
        party === null && mayAssess(actor, conference) ? `/${conference}/review` : null,
      waits: (db, { conference, actor, now }) => assessmentsDue(db, conference, actor.id, now),
    },
  ],
})
