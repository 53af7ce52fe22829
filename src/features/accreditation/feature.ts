import { z } from 'zod'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId, PartyCode } from '../../kernel/ids.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { MAIL_TOPIC } from '../../platform/mail/mail.ts'
import { lettersUnderWay } from '../../platform/mail/under-way/under-way.ts'
import { barOf, type Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { documentsOf } from '../delegations/documents/queries.ts'
import { STATES } from '../delegations/participants/life.model.ts'
import { Kind, ParticipantId } from '../delegations/participants/model.ts'
import { countsAt, participantOf, pastOf } from '../delegations/participants/queries.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { deskOf } from '../own-delegation/desk.tsx'
import { DecidePage } from './pages/decide-page.tsx'
import { PersonPage } from './pages/person-page.tsx'
import { QueuePage } from './pages/queue-page.tsx'
import { queueAt, queueOf } from './queue.queries.ts'
import { countsOf, isWished, REACHING_MANY, type Wish } from './queue.ts'
import { addressOf } from './wish.ts'
import { say } from './words.ts'

const AtConference = z.object({ conference: ConferenceId })
type At = z.infer<typeof AtConference>

const ON_A_PAGE = 50

const Wished = z.object({
  state: z
    .enum([...STATES, 'all'])
    .catch('submitted')
    .default('submitted'),
  kind: Kind.nullable().catch(null).default(null),
  party: PartyCode.nullable().catch(null).default(null),
})

const topics = ({ conference }: At) => [`delegations/${conference}`, `conferences/${conference}`]
const may = (actor: Actor, { conference }: At) => isSecretariat(actor, conference)
const readerOf = ({ actor }: Viewer) => `${actor.kind}/${actor.id}`

const framed = (outline: Outline, title: string, { language }: Viewer) => {
  const conference = barOf(outline, language)
  return { title: `${title} · ${conference.name}`, conference }
}

async function readQueue(db: Reading, { conference }: At) {
  const outline = await outlineById(db, conference)
  return outline && { outline, ...(await queueAt(db, conference)) }
}

const queuePage = page('accreditation.queue', {
  path: '/:conference/desk/accreditation',
  params: AtConference,
  query: Wished.extend({ page: z.coerce.number().int().min(1).catch(1).default(1) }),
  topics: (params) => [...topics(params), MAIL_TOPIC],
  may,
  async read(db, { params, viewer }) {
    const found = await readQueue(db, params)
    const { conference } = params
    return (
      found && {
        ...found,
        ways: await lettersUnderWay(db, { actions: REACHING_MANY, conference }, viewer.now),
      }
    )
  },
  view({ outline, all, parties, forms, ways }, viewer, { query: { page: asked, ...wish } }) {
    const found = all.filter((one) => isWished(one, wish))
    const pages = Math.max(1, Math.ceil(found.length / ON_A_PAGE))
    const at = Math.min(asked, pages)
    return {
      ...framed(outline, say(viewer.language, 'queue'), viewer),
      body: QueuePage({
        ...{ desk: deskOf(viewer, outline), wish, counts: countsOf(all, wish) },
        ...{ names: { parties, forms }, ways, page: at, pages },
        shown: found.slice((at - 1) * ON_A_PAGE, at * ON_A_PAGE),
        kinds: [...new Set(all.map(({ person }) => person.kind))].sort(),
      }),
    }
  },
})

/** The boxes that were ticked, each named by its person; or everybody of a wish. */
const Chosen = z.record(z.string(), z.string()).transform((asked) => ({
  all: asked.all !== undefined,
  wish: Wished.parse(asked) as Wish,
  ids: Object.keys(asked).filter((id) => ParticipantId.safeParse(id).success),
}))

const decidePage = page('accreditation.decide', {
  path: '/:conference/desk/accreditation/decide',
  params: AtConference,
  query: Chosen,
  topics,
  may,
  async read(db, { params, query: { all: everybody, wish, ids } }) {
    const found = await readQueue(db, params)
    if (!found) return null
    const people = found.all.filter((one) =>
      everybody ? isWished(one, wish) : ids.includes(one.person.id),
    )
    return { ...found, people }
  },
  view: ({ outline, people, parties, forms }, viewer) => ({
    ...framed(outline, say(viewer.language, 'decide'), viewer),
    body: DecidePage({
      ...{ desk: deskOf(viewer, outline), people, names: { parties, forms } },
      reader: readerOf(viewer),
    }),
  }),
})

const personPage = page('accreditation.person', {
  path: '/:conference/desk/accreditation/:participant',
  params: AtConference.extend({ participant: ParticipantId }),
  query: z.object({}),
  topics: (params) => topics(params),
  may: (actor, params) => may(actor, params),
  async read(db, { params: { conference, participant } }) {
    const outline = await outlineById(db, conference)
    const person = await participantOf(db, participant)
    if (!outline || person?.conference !== conference) return null
    return {
      ...{ outline, ...(await queueOf(db, conference, [person])) },
      past: await pastOf(db, participant),
      documents: person.party ? await documentsOf(db, conference, person.party) : [],
    }
  },
  view({ outline, all, parties, forms, past, documents }, viewer) {
    const [one] = all
    if (!one) throw new RangeError('The page of a person has one')
    return {
      ...framed(outline, one.person.person?.name ?? '–', viewer),
      body: PersonPage({
        ...{ desk: deskOf(viewer, outline), one, names: { parties, forms }, past, documents },
        reader: readerOf(viewer),
      }),
    }
  },
})

export const accreditation = feature('accreditation', {
  say,
  pages: [queuePage, decidePage, personPage],
  tasks: [
    {
      name: 'accreditation.queue',
      group: 'people',
      label: (language) => say(language, 'task.queue'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference) ? addressOf(conference) : null,
      async waits(db, { conference }) {
        const waiting = (await countsAt(db, conference)).filter(
          ({ state }) => state === 'submitted',
        )
        return { count: waiting.reduce((sum, { people }) => sum + people, 0), due: null }
      },
      topics: (conference) => [`delegations/${conference}`],
    },
  ],
})
