import { z } from 'zod'
import { sayClock } from '../../i18n/clock.ts'
import { sayDay } from '../../i18n/days.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { feature } from '../../platform/feature.ts'
import { page, resource, type Viewer } from '../../platform/http/page.ts'
import { zoneName } from '../badges/badge.print.ts'
import { qrPath } from '../badges/qr.ts'
import { badgesAt, publicKeys, settingsOf } from '../badges/queries.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById } from '../conferences/queries.ts'
import { isSecretariat } from '../delegations/who.model.ts'
import { eachNight } from '../privacy/nightly.jobs.ts'
import { closeDoor, expireScans, openDoor, recordScans, topicsOf } from './commands.ts'
import { doorListOf } from './list.print.ts'
import { arrivalsByHour, insideOf, Key, OfConference, seesDoors, twiceIn } from './model.ts'
import { DoorPage } from './pages/door-page.tsx'
import { type DoorLine, DoorsPage } from './pages/doors-page.tsx'
import { doorByKey, doorsAt, scansAt } from './queries.ts'
import { say } from './words.ts'

const Params = z.object(OfConference.shape)

const menuOf = (outline: Outline, language: Language) => ({
  id: outline.id,
  name: readingOf(outline.shortName, language).value,
})

/** The same for everybody, so that a phone may keep it for when there is no network. */
const doorPage = page('checkin.door', {
  path: '/:conference/door',
  camera: true,
  params: Params,
  query: z.object({}),
  topics: ({ conference }) => [`conferences/${conference}`],
  read: (db, { params }) => outlineById(db, params.conference),
  view: (outline, { language }) => ({
    title: say(language, 'door'),
    description: say(language, 'door.description'),
    conference: menuOf(outline, language),
    work: true,
    body: DoorPage({ language, conference: outline.id }),
  }),
})

/** What a door knows; whoever has its secret may have it, and nobody keeps it for others. */
const doorList = resource('checkin.list', {
  path: '/:conference/door/list.json',
  type: 'application/json',
  params: Params,
  query: z.object({ key: Key.optional().catch(undefined) }),
  topics: () => [],
  may: () => true,
  headers: [['Cache-Control', 'private, no-store']],
  async read(db, { params: { conference }, query, viewer }) {
    const door = query.key === undefined ? null : await doorByKey(db, query.key)
    const outline = await outlineById(db, conference)
    if (door?.conference !== conference || !outline) return null
    return {
      clock: outline.zone,
      door,
      settings: (await settingsOf(db, conference)).settings,
      keys: await publicKeys(db, conference),
      badges: await badgesAt(db, conference),
      scans: await scansAt(db, conference, door.zone),
      asOf: viewer.now,
    }
  },
  render: (told, { language }) => JSON.stringify(doorListOf(told, language)),
})

/** A moment as the desk says it, by the clock of the conference. */
function momentIn(language: Language, at: Temporal.Instant, zone: string): string {
  const wall = at.toZonedDateTimeISO(zone)
  const clock = wall.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${sayDay(language, wall.toPlainDate().toString())} ${sayClock(language, clock)}`
}

async function factsOf(db: Reading, { conference }: z.infer<typeof Params>) {
  const outline = await outlineById(db, conference)
  return (
    outline && {
      outline,
      doors: await doorsAt(db, conference),
      settings: (await settingsOf(db, conference)).settings,
      badges: await badgesAt(db, conference),
      scans: await scansAt(db, conference),
    }
  )
}
type Facts = NonNullable<Awaited<ReturnType<typeof factsOf>>>

function linesOf(
  { outline, doors, settings, scans }: Facts,
  { language, origin }: Viewer,
): DoorLine[] {
  const zoneOf = new Map(doors.map(({ id, zone }) => [id, zone]))
  return doors.map((door) => {
    const link = `/${outline.id}/door#${door.key}`
    const there = scans.filter((scan) => zoneOf.get(scan.door) === door.zone)
    return {
      ...{ id: door.id, name: door.name, link, isOpen: door.closedAt === null },
      zone: zoneName(settings, door.zone, language),
      heard: door.seenAt && momentIn(language, door.seenAt, outline.zone),
      inside: insideOf(there).length,
      qr: qrPath(`${origin}/${language}${link}`),
    }
  })
}

function twiceAt({ doors, badges, scans }: Facts) {
  const nameOf = new Map(doors.map(({ id, name }) => [id, name]))
  const codeOf = new Map<string, string>(badges.map(({ id, code }) => [id, code]))
  const zones = Map.groupBy(scans, ({ door }) => doors.find(({ id }) => id === door)?.zone)
  return [...zones.values()].flatMap((there) =>
    twiceIn(there).map((pair) => ({
      code: codeOf.get(pair[0].badge ?? '') ?? '–',
      doors: pair.map(({ door }) => nameOf.get(door) ?? ''),
    })),
  )
}

const doorsPage = page('checkin.doors', {
  path: '/:conference/desk/doors',
  params: Params,
  query: z.object({}),
  topics: ({ conference }) => [...topicsOf(conference), `badges/${conference}`],
  may: (actor, { conference }) => seesDoors(actor, conference),
  read: (db, { params }) => factsOf(db, params),
  view(facts, viewer) {
    const { language, actor } = viewer
    const { outline, settings, scans } = facts
    return {
      title: say(language, 'doors'),
      conference: menuOf(outline, language),
      body: DoorsPage({
        ...{ viewer, conference: outline.id, doors: linesOf(facts, viewer), twice: twiceAt(facts) },
        zones: settings.zones.map(({ id }) => ({
          value: id,
          label: zoneName(settings, id, language),
        })),
        hours: arrivalsByHour(scans, outline.zone).map(({ hour, people }) => ({
          hour: `${sayDay(language, hour.slice(0, 10))} ${hour.slice(11)}:00`,
          people,
        })),
        statistics: isSecretariat(actor, outline.id),
      }),
    }
  },
})

export const checkin = feature('checkin', {
  say,
  commands: [openDoor, closeDoor, recordScans, expireScans],
  pages: [doorPage, doorsPage],
  resources: [doorList],
  jobs: { 'checkin.expire': eachNight(expireScans, ['badge']) },
  schedule: { 'checkin.expire': { daily: '03:14' } },
  tasks: [
    {
      name: 'checkin.doors',
      group: 'people',
      label: (language) => say(language, 'doors.task'),
      at: (actor, { conference, party }) =>
        party === null && seesDoors(actor, conference) ? `/${conference}/desk/doors` : null,
    },
  ],
})
