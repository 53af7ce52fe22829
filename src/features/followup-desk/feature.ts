import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { feature } from '../../platform/feature.ts'
import { page } from '../../platform/http/page.ts'
import { outlineById } from '../conferences/queries.ts'
import { isSecretariat } from '../pledges/life.model.ts'
import { dayOf, deskOf, framed } from './desk.tsx'
import { answersDue, followUpAt, reportsOverdue } from './follow-up.queries.ts'
import { FollowUpPage } from './pages/follow-up-page.tsx'
import { say } from './words.ts'

const topicsAt = (conference: ConferenceId) => [
  'followup',
  'followup/rounds',
  'followup/errors',
  `pledges/at-work/${conference}`,
]

const followUpPage = page('followup-desk.follow-up', {
  path: '/:conference/desk/follow-up',
  params: z.object({ conference: ConferenceId }),
  query: z.object({}),
  topics: ({ conference }) => topicsAt(conference),
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params: { conference }, viewer }) {
    const outline = await outlineById(db, conference)
    const today = dayOf(viewer.now)
    return (
      outline && {
        outline,
        followUp: await followUpAt(db, conference, viewer.actor, today),
      }
    )
  },
  view({ outline, followUp }, viewer) {
    const desk = deskOf(viewer, outline, followUp)
    return {
      ...framed(desk, say(viewer.language, 'follow-up')),
      body: FollowUpPage({ desk, followUp }),
    }
  },
})

export const followupDesk = feature('followup-desk', {
  say,
  pages: [followUpPage],
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
  ],
})
