import { z } from 'zod'
import { ConferenceId } from '../../kernel/ids.ts'
import { feature, type Reaction } from '../../platform/feature.ts'
import { resource } from '../../platform/http/page.ts'
import { photoFile } from '../../platform/pdf/photo.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { PORTRAIT_HEIGHT, PORTRAIT_WIDTH } from '../../platform/picture/portrait.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { participantOf } from '../delegations/participants/queries.ts'
import { isSecretariat, seesDelegation } from '../delegations/who.model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { photoPath, sheetOf, type Wearer } from './badge.print.ts'
import template from './badge.typ?raw'
import { issueBadges, issueCards } from './issue.commands.ts'
import { batchOf, heldBy } from './queries.ts'
import { expireBadges, revokeBadges, takeBadgesBack } from './revoke.commands.ts'
import { setBadges } from './settings.commands.ts'
import { type Printing, printingOf } from './wearers.queries.ts'
import { say } from './words.ts'

const OfConference = z.object({ conference: ConferenceId })

/** In the order of a list: by delegation or organisation, then by name, so that whoever hands them out finds them. */
function inOrder({ badges, people, parties, portraits }: Printing): Wearer[] {
  const wearers = badges.map((badge): Wearer => {
    const holder = badge.participant ? people.get(badge.participant) : undefined
    const code = holder?.party ?? badge.party
    return {
      badge,
      person: holder?.person ?? null,
      party: code ? (parties.get(code) ?? null) : null,
      hasPhoto: badge.participant !== null && portraits.has(badge.participant),
    }
  })
  const key = ({ party, person, badge }: Wearer) =>
    [party?.code ?? '~', person?.organisation ?? '', person?.sortName ?? '', badge.id].join('\n')
  return wearers.toSorted((one, other) => (key(one) < key(other) ? -1 : 1))
}

function print(printing: Printing, layout: 'single' | 'sheet', now: Temporal.Instant) {
  const wearers = inOrder(printing)
  const files = Object.fromEntries(
    wearers.flatMap(({ badge: { id, participant } }) => {
      const photo = participant && printing.portraits.get(participant)
      return photo ? [[photoPath(id), photoFile(photo, PORTRAIT_WIDTH, PORTRAIT_HEIGHT)]] : []
    }),
  )
  const day =
    printing.outline.dates?.first ?? now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const sheet = { ...printing, day: day.length === 10 ? day : `${day}-01-01`.slice(0, 10) }
  return typeset(template, sheetOf(sheet, wearers, layout), now, null, files)
}

const batch = resource('badges.batch', {
  path: '/:conference/desk/badges/:batch{[0-9a-f-]{36}\\.pdf}',
  type: 'application/pdf',
  params: OfConference.extend({ batch: z.string().regex(/^[0-9a-f-]{36}\.pdf$/) }),
  query: z.object({ layout: z.enum(['sheet', 'single']).catch('sheet').default('sheet') }),
  topics: ({ conference }) => [`badges/${conference}`],
  may: (actor, { conference }) => isSecretariat(actor, conference),
  async read(db, { params: { conference, batch: file }, query }) {
    const badges = await batchOf(db, conference, file.slice(0, -'.pdf'.length))
    const printing = await printingOf(db, conference, badges)
    return printing && { printing, layout: query.layout }
  },
  filename: ({ conference, batch: file }) => `${conference}-badges-${file.slice(-12)}`,
  render: ({ printing, layout }, { now }) => print(printing, layout, now),
})

const single = resource('badges.single', {
  path: '/:conference/badge/:participant{[0-9a-f-]{36}\\.pdf}',
  type: 'application/pdf',
  params: OfConference.extend({ participant: z.string().regex(/^[0-9a-f-]{36}\.pdf$/) }),
  query: z.object({}),
  topics: ({ conference }) => [`badges/${conference}`],
  may: (actor) => actor.kind !== 'anonymous',
  async read(db, { params: { conference, participant: file }, viewer }) {
    const id = ParticipantId.safeParse(file.slice(0, -'.pdf'.length))
    const person = id.success ? await participantOf(db, id.data) : null
    if (person?.conference !== conference) return null
    const mine = person.party
      ? seesDelegation(viewer.actor, conference, person.party)
      : isSecretariat(viewer.actor, conference)
    return mine ? printingOf(db, conference, await heldBy(db, [person.id])) : null
  },
  filename: ({ conference }) => `${conference}-badge.pdf`,
  render: (printing, { now }) => print(printing, 'single', now),
})

/** Whoever leaves, or is not accredited any more, holds no badge that opens a door. */
const theyLeave: Reaction = async (db, { input }, { now }) => {
  const { conference } = OfConference.parse(input)
  return takeBadgesBack(db, conference, now)
}

export const badges = feature('badges', {
  say,
  commands: [setBadges, issueBadges, issueCards, revokeBadges, expireBadges],
  resources: [batch, single],
  jobs: { 'badges.expire': eachNight(expireBadges, ['badge']) },
  schedule: { 'badges.expire': { daily: '03:12' } },
  on: {
    'delegations.withdraw-member': theyLeave,
    'delegations.substitute-member': theyLeave,
    'delegations.refuse': theyLeave,
    'delegations.erase-person': theyLeave,
    'registration.withdraw': theyLeave,
    'registration.erase': theyLeave,
  },
})
