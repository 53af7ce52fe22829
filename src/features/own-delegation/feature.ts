import { z } from 'zod'
import { type Actor, speaksFor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { pastOf } from '../delegations/participants/queries.ts'
import { isClosed } from '../delegations/rules.model.ts'
import { isSecretariat, seesDelegation, speaksForDelegation } from '../delegations/who.model.ts'
import { addressOfDelegation, deskOf, fullName } from './desk.tsx'
import { OwnPage } from './overview/own-page.tsx'
import { overviewOf } from './overview.queries.ts'
import type { Overview } from './overview.ts'
import { NewPersonPage, PersonPage } from './person/person-page.tsx'
import { stepsOf } from './steps.ts'
import { say } from './words.ts'

const AtConference = z.object({ conference: ConferenceId })
const OfDelegation = AtConference.extend({ party: PartyCode })
const Nothing = z.object({})
type OfDelegation = z.infer<typeof OfDelegation>

const framed = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}

const topicsOf = ({ conference, party }: OfDelegation) => [
  `delegations/${conference}/${party}`,
  `conferences/${conference}`,
]

/** What is the same on the pages of one delegation. */
const ofDelegation = {
  topics: topicsOf,
  may: (actor: Actor, { conference, party }: OfDelegation) =>
    seesDelegation(actor, conference, party),
}

const factsOf = (overview: Overview, viewer: Viewer) => {
  const { outline, party, rules } = overview
  const desk = deskOf(viewer, outline)
  const writes = speaksForDelegation(viewer.actor, outline.id, party.code)
  const closed =
    isClosed(rules, outline.zone, viewer.now) && !isSecretariat(viewer.actor, outline.id)
  return { desk, overview, writes, closed }
}

const ownPage = page('own-delegation.own', {
  ...ofDelegation,
  path: '/:conference/delegation/:party',
  params: OfDelegation,
  query: Nothing,
  read: (db, { params: { conference, party }, viewer: { actor } }) =>
    overviewOf(db, conference, party, actor),
  view(overview, viewer, { sections }) {
    const { desk, writes } = factsOf(overview, viewer)
    return {
      ...framed(overview.outline, fullName(overview.party, desk.today, viewer.language), viewer),
      body: OwnPage({ desk, overview, writes, children: Object.values(sections) }),
    }
  },
})

const newPersonPage = page('own-delegation.new-person', {
  ...ofDelegation,
  path: '/:conference/delegation/:party/people/new',
  params: OfDelegation,
  query: Nothing,
  read: (db, { params: { conference, party }, viewer: { actor } }) =>
    overviewOf(db, conference, party, actor),
  view: (overview, viewer) => ({
    ...framed(overview.outline, say(viewer.language, 'people.add'), viewer),
    body: NewPersonPage(factsOf(overview, viewer)),
  }),
})

async function readPerson(
  db: Reading,
  { conference, party, participant }: OfDelegation & { participant: ParticipantId },
  actor: Actor,
) {
  const overview = await overviewOf(db, conference, party, actor)
  const member = overview?.members.find(({ id }) => id === participant)
  if (!overview || !member) return null
  const past = await pastOf(db, participant)
  const vets = speaksForDelegation(actor, conference, party)
  return { overview, member, past: vets ? past : past.map((one) => ({ ...one, reason: null })) }
}

const personPage = page('own-delegation.person', {
  topics: (params) => topicsOf(params),
  may: (actor, { conference, party }) => seesDelegation(actor, conference, party),
  path: '/:conference/delegation/:party/people/:participant',
  params: OfDelegation.extend({ participant: ParticipantId }),
  query: z.object({ instead: z.literal('1').optional().catch(undefined) }),
  read: (db, { params, viewer }) => readPerson(db, params, viewer.actor),
  view: ({ overview, member, past }, viewer, { query }) => ({
    ...framed(overview.outline, member.person?.name ?? '–', viewer),
    body: PersonPage({
      ...{ ...factsOf(overview, viewer), member, past },
      instead: query.instead !== undefined,
    }),
  }),
})

const OWN_TASK = {
  name: 'own-delegation.own',
  group: 'people',
  at: (actor: Actor, { conference, party }: { conference: string; party: string | null }) =>
    party !== null && speaksFor(actor, conference, party)
      ? addressOfDelegation(conference, party)
      : null,
  topics: (conference: ConferenceId) => [`delegations/${conference}`],
} as const

export const ownDelegation = feature('own-delegation', {
  say,
  pages: [ownPage, newPersonPage, personPage],
  tasks: [
    {
      ...OWN_TASK,
      label: (language) => say(language, 'task.own'),
      async waits(db, { conference, party, actor }) {
        const overview = party && (await overviewOf(db, conference, party, actor))
        if (!overview?.delegation) return { count: 0, due: null }
        const { outline, delegation } = overview
        const steps = stepsOf({ ...overview, delegation, zone: outline.zone })
        const [due = null] = steps
          .flatMap((step) => step.due ?? [])
          .toSorted(Temporal.Instant.compare)
        return { count: steps.length, due }
      },
    },
  ],
})
