import { z } from 'zod'
import { ConferenceId, FileId, PartyCode } from '../../kernel/ids.ts'
import { feature } from '../../platform/feature.ts'
import { fileResource } from '../../platform/files/resource.ts'
import { page, resource, section, type Viewer } from '../../platform/http/page.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { SpeechId } from '../floor/queue/deeds.ts'
import type { Floor } from '../floor/queue/floor.ts'
import { partiesOf } from '../parties/queries.ts'
import type { PledgeId } from '../pledges/model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { statementPapers } from './datasets/papers.datasets.ts'
import { statements as statementsData } from './datasets/statements.datasets.ts'
import { confirmStatement, undoConfirmation } from './deeds/confirm.commands.ts'
import { deposit, openDeposit } from './deeds/deposit.commands.ts'
import { expireReadings } from './deeds/expire.commands.ts'
import type { Of } from './deeds/keep.commands.ts'
import { namePledges } from './deeds/name.commands.ts'
import { RELEASE, releaseStatement, takeBackWithFloor } from './deeds/release.commands.ts'
import { restoreStatement } from './deeds/restore.commands.ts'
import { publishedAnnouncing, publishedAt, publishedIn, publishedOf } from './facts.queries.ts'
import { PublicList, partyName } from './pages/public-list.tsx'
import { PublicPage } from './pages/public-page.tsx'
import {
  ConferenceSection,
  PartySection,
  PledgeSection,
  SessionSection,
} from './pages/sections.tsx'
import { overdueStatements, speakingParties } from './queries.ts'
import { paperFor } from './reading.queries.ts'
import { printStatement } from './statement.print.ts'
import { say } from './words.ts'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'
const OfConference = z.object({ conference: ConferenceId })
const OfSpeech = OfConference.extend({ speech: SpeechId })
const Nothing = z.object({})

const framed = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}
const dayOf = ({ now }: Viewer) => now.toString().slice(0, 10)

const publicTopics = ({ conference }: { conference: string }) => [
  ...[`statements/${conference}`, `pledges/of/${conference}`, `floor/${conference}`],
  ...[`programme/${conference}`, `conferences/${conference}`, 'parties'],
]

const publicList = page('statements.list', {
  path: '/:conference/statements',
  params: OfConference,
  query: z.object({ party: PartyCode.optional().catch(undefined) }),
  topics: (params) => publicTopics(params),
  async read(db, { params: { conference }, query: { party } }) {
    const published = await publishedAt(db, { conference, ...(party && { party }) })
    const offered = await partiesOf(db, await speakingParties(db, conference))
    return published && { published, offered: [...offered.values()], chosen: party ?? null }
  },
  view: ({ published, ...facts }, viewer) => ({
    ...framed(published.outline, say(viewer.language, 'title'), viewer),
    description: say(viewer.language, 'description'),
    body: PublicList({ language: viewer.language, published, ...facts, day: dayOf(viewer) }),
  }),
})

const publicPage = page('statements.statement', {
  path: '/:conference/statements/:speech',
  params: OfSpeech,
  query: Nothing,
  topics: (params) => publicTopics(params),
  async read(db, { params }) {
    const published = await publishedAt(db, params)
    const [statement] = published?.statements ?? []
    return published && statement ? { published, statement } : null
  },
  view({ published, statement }, viewer) {
    const { language } = viewer
    const name = partyName(published.parties, statement, language)
    const href = `/${language}/${statement.conference}/statements/${statement.speech}.json`
    return {
      ...framed(published.outline, `${name} · ${say(language, 'title')}`, viewer),
      alternates: [{ type: 'application/json', href, title: name }],
      body: PublicPage({ language, published, statement }),
    }
  },
})

const publicTwin = resource('statements.statement.json', {
  path: '/:conference/statements/:speech.json',
  type: 'application/json; charset=utf-8',
  params: OfSpeech,
  query: Nothing,
  topics: (params) => publicTopics(params),
  async read(db, { params }) {
    const published = await publishedAt(db, params)
    const [statement] = published?.statements ?? []
    return published && statement ? { published, statement } : null
  },
  render: ({ published, statement }, { language, origin }) =>
    printStatement(published, statement, { language, origin, licence: LICENCE }),
})

const paper = fileResource('statements.paper', {
  path: '/:conference/statements/:speech/files/:file',
  params: OfSpeech.extend({ file: FileId }),
  query: Nothing,
  may: () => true,
  find: (db, { params, viewer }) => paperFor(db, params, viewer),
})

const partySection = section({
  of: 'parties.party',
  name: 'delivered',
  topics: ({ code }: { code: PartyCode }) => [`statements/of/${code}`],
  async read(db, { params }) {
    const all = await publishedOf(db, PartyCode.parse(params.code))
    return all.length > 0 ? all : null
  },
  view: (all, { language }) => PartySection({ language, all }),
})

const conferenceSection = section({
  of: 'conferences.conference',
  name: 'statements',
  topics: ({ conference }: { conference: ConferenceId }) => [`statements/${conference}`],
  async read(db, { params: { conference } }) {
    return (await speakingParties(db, conference)).length > 0 ? { conference } : null
  },
  view: ({ conference }, { language }) => ConferenceSection({ language, conference }),
})

const sessionSection = section({
  of: 'programme.session',
  name: 'statements',
  topics: ({ conference }: { conference: ConferenceId; session: string }) => [
    `statements/${conference}`,
  ],
  async read(db, { params: { conference, session: slug } }) {
    const published = await publishedIn(db, conference, slug)
    return published && published.statements.length > 0 ? published : null
  },
  view: (published, { language }) => SessionSection({ language, published }),
})

const pledgeSection = section({
  of: 'pledges.pledge',
  name: 'statements',
  topics: ({ id }: { id: PledgeId }) => [`statements/pledge/${id}`],
  async read(db, { params }) {
    const all = await publishedAnnouncing(db, params.id)
    return all.length > 0 ? all : null
  },
  view: (all, { language }) => PledgeSection({ language, all }),
})

/** What delegations say or hand in: under embargo until it is delivered, confirmed and released. */
export const statements = feature('statements', {
  say,
  commands: [
    ...[deposit, openDeposit, namePledges, confirmStatement, undoConfirmation],
    ...[releaseStatement, restoreStatement, expireReadings],
  ],
  on: {
    'floor.undo': (db, { decision, input }, circumstances) =>
      takeBackWithFloor(db, input as Of, (decision as { floor: Floor }).floor, circumstances),
  },
  jobs: {
    async 'statements.release'(data, { perform, key }) {
      await perform(RELEASE, releaseStatement, data, { key })
    },
    'statements.expire': eachNight(expireReadings, ['badge']),
    // Whatever was left waiting past its moment by some mishap.
    async 'statements.release-overdue'({ slot }, { read, perform, key }) {
      for (const { releaseAt, ...of } of await overdueStatements(read, String(slot))) {
        const due = { ...of, at: String(releaseAt) }
        await perform(RELEASE, releaseStatement, due, { key: `${key} ${of.speech}` })
      }
    },
  },
  schedule: {
    'statements.release-overdue': { hourly: 0 },
    'statements.expire': { daily: '03:28' },
  },
  datasets: [statementsData, statementPapers],
  pages: [publicList, publicPage],
  resources: [publicTwin, paper],
  sections: [partySection, conferenceSection, sessionSection, pledgeSection],
})
