import { z } from 'zod'
import { compareIn } from '../../i18n/collation.ts'
import type { Actor } from '../../kernel/actor.ts'
import { ConferenceId } from '../../kernel/ids.ts'
import { readingOf } from '../../kernel/text.ts'
import { feature, type Reaction } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { photoFile } from '../../platform/pdf/photo.ts'
import { typeset } from '../../platform/pdf/typeset.ts'
import { PORTRAIT_HEIGHT, PORTRAIT_WIDTH } from '../../platform/picture/portrait.ts'
import { barOf } from '../conferences/outline.ts'
import { ParticipantId } from '../delegations/participants/model.ts'
import { countsAt, participantOf } from '../delegations/participants/queries.ts'
import { isSecretariat, seesDelegation } from '../delegations/who.model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { formsAt } from '../registration/queries.ts'
import { photoPath, sheetOf, type Wearer } from './badge.print.ts'
import template from './badge.typ?raw'
import { issueBadges, issueCards } from './issue.commands.ts'
import { addressOf, type Desk, partyName } from './pages/desk.tsx'
import { HeldPage, RevokedPage } from './pages/held-page.tsx'
import { IssuePage } from './pages/issue-page.tsx'
import { SettingsPage } from './pages/settings-page.tsx'
import { batchOf, heldBy, settingsOf } from './queries.ts'
import { registerAt } from './register/register.queries.ts'
import { isFound, withoutBadge } from './register/register.ts'
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

const SHOWN = 100

const topics = ({ conference }: z.infer<typeof OfConference>) => [
  `badges/${conference}`,
  `delegations/${conference}`,
  `conferences/${conference}`,
]
type Register = NonNullable<Awaited<ReturnType<typeof registerAt>>>

function deskOf({ outline, settings, parties }: Register, viewer: Viewer): Desk {
  const { id: conference, name: conferenceName } = barOf(outline, viewer.language)
  const today = viewer.now.toZonedDateTimeISO(outline.zone).toPlainDate().toString()
  return { viewer, conference, conferenceName, zone: outline.zone, today, settings, parties }
}

const framed = ({ outline }: Register, viewer: Viewer) => {
  const conference = barOf(outline, viewer.language)
  return { title: `${say(viewer.language, 'desk')} · ${conference.name}`, conference }
}

const atDesk = {
  params: OfConference,
  topics,
  may: (actor: Actor, { conference }: z.infer<typeof OfConference>) =>
    isSecretariat(actor, conference),
}

const issuePage = page('badges.desk', {
  ...atDesk,
  path: '/:conference/desk/badges',
  query: z.object({}),
  read: (db, { params: { conference } }) => registerAt(db, conference),
  view(found, viewer) {
    const desk = deskOf(found, viewer)
    const compare = compareIn(viewer.language)
    return {
      ...framed(found, viewer),
      body: IssuePage({
        ...{ desk, waiting: withoutBadge(found.people), batches: found.batches },
        delegations: found.delegations
          .map((code) => ({ code, name: partyName(desk, code) ?? code }))
          .toSorted((one, other) => compare(one.name, other.name)),
      }),
    }
  },
})

const heldPage = page('badges.held', {
  ...atDesk,
  path: '/:conference/desk/badges/held',
  query: z.object({ q: z.string().max(100).catch('').default('') }),
  read: (db, { params: { conference } }) => registerAt(db, conference),
  view(found, viewer, { query: { q: words } }) {
    const good = found.held.filter((one) => one.badge.revokedAt === null && isFound(one, words))
    const held = good.slice(0, SHOWN)
    return {
      ...framed(found, viewer),
      body: HeldPage({ desk: deskOf(found, viewer), held, words, more: good.length - held.length }),
    }
  },
})

const revokedPage = page('badges.revoked', {
  ...atDesk,
  path: '/:conference/desk/badges/revoked',
  query: z.object({}),
  read: (db, { params: { conference } }) => registerAt(db, conference),
  view(found, viewer) {
    const held = found.held
      .filter(({ badge }) => badge.revokedAt !== null)
      .toSorted(
        (one, other) =>
          (other.badge.revokedAt?.epochMilliseconds ?? 0) -
          (one.badge.revokedAt?.epochMilliseconds ?? 0),
      )
    return { ...framed(found, viewer), body: RevokedPage({ desk: deskOf(found, viewer), held }) }
  },
})

const settingsPage = page('badges.settings', {
  ...atDesk,
  path: '/:conference/desk/badges/settings',
  query: z.object({}),
  async read(db, { params: { conference } }) {
    const found = await registerAt(db, conference)
    const { version } = await settingsOf(db, conference)
    return found && { found, version, forms: await formsAt(db, conference) }
  },
  view: ({ found, version, forms }, viewer) => ({
    ...framed(found, viewer),
    body: SettingsPage({
      ...{ desk: deskOf(found, viewer), version },
      kinds: forms.map(({ form: { kind, name } }) => ({
        kind,
        name: readingOf(name, viewer.language).value,
      })),
    }),
  }),
})

/** Whoever leaves, or is not accredited any more, holds no badge that opens a door. */
const theyLeave: Reaction = async (db, { input }, { now }) => {
  const { conference } = OfConference.parse(input)
  return takeBadgesBack(db, conference, now)
}

export const badges = feature('badges', {
  say,
  commands: [setBadges, issueBadges, issueCards, revokeBadges, expireBadges],
  pages: [issuePage, heldPage, revokedPage, settingsPage],
  resources: [batch, single],
  tasks: [
    {
      name: 'badges.desk',
      group: 'people',
      label: (language) => say(language, 'task.issue'),
      at: (actor, { conference, party }) =>
        party === null && isSecretariat(actor, conference) ? addressOf(conference) : null,
      async waits(db, { conference }) {
        const waiting = (await countsAt(db, conference)).filter(({ state }) => state === 'approved')
        return { count: waiting.reduce((sum, { people }) => sum + people, 0), due: null }
      },
      topics: (conference) => [`badges/${conference}`, `delegations/${conference}`],
    },
  ],
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
