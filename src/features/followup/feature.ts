import { z } from 'zod'
import type { ConferenceId } from '../../kernel/ids.ts'
import { PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, section, type Viewer } from '../../platform/http/page.ts'
import { partiesOf } from '../parties/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { namesakesOf } from '../pledges/queries.ts'
import {
  draftAssessment,
  publishAssessment,
  reviseAssessment,
  sendAssessment,
} from './assessments/commands.ts'
import { restoreAssessment } from './assessments/save.commands.ts'
import { assessments } from './datasets/assessments.datasets.ts'
import { observations } from './datasets/observations.datasets.ts'
import { replies } from './datasets/replies.datasets.ts'
import { reports } from './datasets/reports.datasets.ts'
import { rounds } from './datasets/rounds.datasets.ts'
import { recordObservation } from './observations/commands.ts'
import { observationsFrom } from './observations/shipped.ts'
import { CodebookPage } from './pages/codebook-page.tsx'
import { ConferenceSection } from './pages/conference-section.tsx'
import { PartySection } from './pages/party-section.tsx'
import { PledgeSection } from './pages/pledge-section.tsx'
import { Rounds } from './pages/rounds.tsx'
import { answer, commentAssessment, reply, restoreReply } from './replies/commands.ts'
import { reportError, settleError } from './replies/errors.commands.ts'
import { reportProgress, restoreReport, tellProgress } from './reports/commands.ts'
import { extendRound } from './reports/extend.commands.ts'
import { remindersDue } from './reports/queries.ts'
import { reminderLetters } from './reports/reminders.mails.ts'
import {
  openRound,
  REMINDER,
  recordReminder,
  remind,
  remindInTime,
  restoreRound,
} from './reports/rounds.commands.ts'
import { anyRoundAhead, openRoundsAt } from './reports/rounds.queries.ts'
import { askReview, callOffReview, settleReview } from './reviews/commands.ts'
import { handInAssessment } from './reviews/hand-in.commands.ts'
import { type Heard, statementsAt, statementsOf, voicesOf } from './voices.queries.ts'
import { say } from './words.ts'

const deskOf = ({ parties, pledges, replies }: Heard, { language, now }: Viewer) => ({
  language,
  parties,
  pledges,
  replies,
  today: now.toZonedDateTimeISO('UTC').toPlainDate().toString(),
})

const codebookPage = page('followup.codebook', {
  path: '/codebook',
  params: z.object({}),
  query: z.object({}),
  topics: () => [],
  read: async () => ({}),
  view: (_, { language }) => ({
    title: say(language, 'codebook'),
    description: say(language, 'codebook.description'),
    body: CodebookPage({ language }),
  }),
})

const pledgeSection = section({
  of: 'pledges.pledge',
  name: 'followup',
  topics: ({ id }: { id: PledgeId }) => [`followup/${id}`, 'parties'],
  read: async (db, { params, viewer }) => ({
    pledge: params.id,
    heard: await voicesOf(db, params.id, viewer.actor),
  }),
  view: ({ pledge, heard }, viewer) =>
    PledgeSection({ desk: deskOf(heard, viewer), voices: { pledge, ...heard } }),
})

const partySection = section({
  of: 'parties.party',
  name: 'statements',
  topics: ({ code }: { code: PartyCode }) => [`followup/of/${code}`, `pledges/of/${code}`],
  async read(db, { params }) {
    const party = PartyCode.parse(params.code)
    const heard = await statementsOf(db, party)
    return heard && { party, heard }
  },
  view: ({ party, heard }, viewer) =>
    PartySection({
      desk: deskOf(heard, viewer),
      party,
      statements: heard.observations,
      reports: heard.reports,
    }),
})

const conferenceSection = section({
  of: 'conferences.conference',
  name: 'observations',
  topics: ({ conference }: { conference: ConferenceId }) => [`followup/of/${conference}`],
  read: (db, { params }) => statementsAt(db, params.conference),
  view: (heard, viewer) =>
    ConferenceSection({ desk: deskOf(heard, viewer), statements: heard.observations }),
})

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate()
const midnightAfter = (now: Temporal.Instant) =>
  dayOf(now).add({ days: 1 }).toZonedDateTime('UTC').toInstant()

/** What a section says of the rounds that are open: about a conference, or a pledge. */
async function roundsAbout(
  db: Reading,
  about: { conference: string; pledge?: PledgeId },
  { now }: Viewer,
) {
  const rounds = await openRoundsAt(db, about, dayOf(now).toString())
  return (
    rounds && {
      rounds,
      parties: await partiesOf(
        db,
        rounds.flatMap(({ reported }) => reported),
      ),
    }
  )
}
type RoundsFacts = NonNullable<Awaited<ReturnType<typeof roundsAbout>>>

const viewOfRounds = ({ rounds, parties }: RoundsFacts, { language, now }: Viewer) =>
  Rounds({ desk: { language, parties, today: dayOf(now).toString() }, rounds })

const roundsAtConference = section({
  of: 'conferences.conference',
  name: 'rounds',
  topics: ({ conference }: { conference: ConferenceId }) => [
    'followup/rounds',
    `pledges/of/${conference}`,
  ],
  read: (db, { params: { conference }, viewer }) => roundsAbout(db, { conference }, viewer),
  until: (_, now) => midnightAfter(now),
  view: (facts, viewer) => viewOfRounds(facts, viewer),
})

const roundsOfPledge = section({
  of: 'pledges.pledge',
  name: 'rounds',
  topics: ({ id }: { id: PledgeId }) => ['followup/rounds', `followup/${id}`],
  async read(db, { params: { id }, viewer }) {
    if (!(await anyRoundAhead(db, dayOf(viewer.now).toString()))) return null
    const conference = (await namesakesOf(db, [id]))[0]?.conference
    return conference ? roundsAbout(db, { conference, pledge: id }, viewer) : null
  },
  until: (_, now) => midnightAfter(now),
  view: (facts, viewer) => viewOfRounds(facts, viewer),
})

export const followup = feature('followup', {
  say,
  commands: [
    reportProgress,
    tellProgress,
    restoreReport,
    openRound,
    extendRound,
    remind,
    remindInTime,
    recordReminder,
    restoreRound,
    draftAssessment,
    reviseAssessment,
    sendAssessment,
    publishAssessment,
    handInAssessment,
    askReview,
    settleReview,
    callOffReview,
    restoreAssessment,
    reply,
    commentAssessment,
    answer,
    restoreReply,
    reportError,
    settleError,
    recordObservation,
  ],
  datasets: [rounds, observations, reports, assessments, replies],
  pages: [codebookPage],
  sections: [roundsOfPledge, pledgeSection, partySection, roundsAtConference, conferenceSection],
  jobs: {
    async 'followup.reminder'(data, { perform, key }) {
      await perform(REMINDER, recordReminder, data, { key })
    },
    async 'followup.remind-rounds'({ slot }, { read, perform, key }) {
      const day = String(slot).slice(0, 10)
      for (const { round, occasion } of await remindersDue(read, day)) {
        await perform(REMINDER, remindInTime, { round, occasion }, { key: `${key}/${round}` })
      }
    },
  },
  schedule: { 'followup.remind-rounds': { daily: '06:00' } },
  mails: { 'followup.reminder': reminderLetters },
  shipped: [
    {
      file: 'observations.json',
      deeds: (content) =>
        observationsFrom(content).map((one) => ({
          command: recordObservation,
          input: one,
          key: `observation/${one.id}`,
        })),
    },
  ],
})
