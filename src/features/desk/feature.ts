import { z } from 'zod'
import { type Actor, worksAt } from '../../kernel/actor.ts'
import { ConferenceId, type PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import type { Reading } from '../../platform/database/tables.ts'
import { type Feature, feature } from '../../platform/feature.ts'
import { page, type Viewer } from '../../platform/http/page.ts'
import { type Post, TASK_GROUPS, type Task } from '../../platform/task.ts'
import type { Outline } from '../conferences/outline.ts'
import { outlineById, outlinesOf, theSeries } from '../conferences/queries.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { partiesOf } from '../parties/queries.ts'
import { DeskPage, type Place, WorkPage } from './desk-page.tsx'
import { workplacesOf } from './posts.ts'
import { say } from './words.ts'
import type { Group, Line } from './work.ts'

const Nothing = z.object({})

/** At most so many conferences are counted on one page; whoever works at more opens their desks. */
const COUNTED = 3

/** What people do here, and what waits for them, by the tasks of all features. */
export function desk(features: readonly Feature[]): Feature {
  const tasks = features.flatMap((one) => one.tasks ?? [])
  const topicsAt = (conference: ConferenceId) => [
    ...new Set(tasks.flatMap((task) => task.topics?.(conference) ?? [])),
    `conferences/${conference}`,
  ]

  const deskPage = page('desk.desk', {
    path: '/:conference/desk',
    params: z.object({ conference: ConferenceId }),
    query: Nothing,
    topics: ({ conference }) => topicsAt(conference),
    may: (actor, { conference }) => worksAt(actor, conference),
    async read(db, { params: { conference }, viewer }) {
      const outline = await outlineById(db, conference)
      return outline && { outline, places: await placesAt(db, tasks, viewer, [outline]) }
    },
    view: ({ outline, places }, { language, now }) => ({
      title: `${say(language, 'desk')} · ${nameIn(outline, language)}`,
      conference: { id: outline.id, name: nameIn(outline, language) },
      body: DeskPage({ language, now, places }),
    }),
  })

  const workPage = page('desk.work', {
    path: '/work',
    params: Nothing,
    query: Nothing,
    topics: () => ['conferences'],
    may: (actor) => actor.kind !== 'anonymous',
    async read(db, { viewer }) {
      const series = await theSeries(db)
      const all = series ? (await outlinesOf(db, series.id)).toReversed() : []
      const mine = workplacesOf(
        viewer.actor,
        all.map(({ id }) => id as ConferenceId),
      ).map(({ conference }) => conference as string)
      const outlines = all.filter(({ id }) => mine.includes(id)).toSorted(named(viewer.actor))
      const here = tasks.filter(({ once }) => !once)
      const house = tasks.filter(({ once }) => once)
      const counted = outlines.slice(0, COUNTED)
      return {
        house: await houseOf(db, house, viewer, counted),
        places: await placesAt(db, here, viewer, counted),
        others: outlines.slice(COUNTED).map(({ id, ...outline }) => ({
          conference: id as ConferenceId,
          name: nameIn(outline, viewer.language),
        })),
      }
    },
    view: (facts, { language, now }) => ({
      title: say(language, 'work'),
      body: WorkPage({ language, now, ...facts }),
    }),
  })

  return feature('desk', { say, pages: [workPage, deskPage] })
}

/**
 * Conferences at which somebody has a role of their own come before those where they work as everywhere; conferences
 * of the series before the meetings that prepare them.
 */
const named =
  ({ grants }: Actor) =>
  (one: Outline, other: Outline): number => {
    const own = ({ id }: Outline) => (grants.some(({ conference }) => conference === id) ? 0 : 1)
    const prepares = ({ parent }: Outline) => (parent === null ? 0 : 1)
    return own(one) - own(other) || prepares(one) - prepares(other)
  }

const nameIn = (outline: Pick<Outline, 'shortName'>, language: Language) =>
  readingOf(outline.shortName, language).value

/** Somebody's work at some conferences, one place for each party for which it is done. */
async function placesAt(
  db: Reading,
  tasks: readonly Task[],
  { actor, language, now }: Viewer,
  outlines: readonly Outline[],
): Promise<Place[]> {
  const ids = outlines.map(({ id }) => id as ConferenceId)
  const posts: Post[] = workplacesOf(actor, ids).flatMap(({ conference, parties }) =>
    parties.map((party) => ({ conference, party })),
  )
  const parties = await partiesOf(
    db,
    posts.flatMap(({ party }) => party ?? []),
  )
  const places: Place[] = []
  for (const outline of outlines) {
    for (const post of posts.filter(({ conference }) => conference === outline.id)) {
      const groups = await groupsAt(db, tasks, post, { actor, language, now })
      if (groups.length === 0 && post.party === null && posts.length > 1) continue
      places.push({
        ...post,
        groups,
        name: nameIn(outline, language),
        partyName: post.party && partyName(parties, post.party, now, language),
        zone: outline.zone,
      })
    }
  }
  return places
}

/** What waits in the whole house, whichever conference somebody asks from. */
async function houseOf(
  db: Reading,
  tasks: readonly Task[],
  viewer: Viewer,
  [first]: readonly Outline[],
): Promise<Group[]> {
  return first
    ? groupsAt(db, tasks, { conference: first.id as ConferenceId, party: null }, viewer)
    : []
}

const partyName = (
  parties: ReadonlyMap<PartyCode, Party>,
  code: PartyCode,
  now: Temporal.Instant,
  language: Language,
) => {
  const party = parties.get(code)
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return party ? nameOn(party, day, language).short : code
}

async function groupsAt(
  db: Reading,
  tasks: readonly Task[],
  post: Post,
  { actor, language, now }: Pick<Viewer, 'actor' | 'language' | 'now'>,
): Promise<Group[]> {
  const groups: Group[] = []
  for (const group of TASK_GROUPS) {
    const lines: Line[] = []
    for (const task of tasks.filter((one) => one.group === group)) {
      const at = task.at(actor, post)
      if (at === null) continue
      const waiting = (await task.waits?.(db, { ...post, actor, now })) ?? null
      lines.push({
        ...{ task: task.name, label: task.label(language), at },
        ...{ count: waiting?.count ?? null, due: waiting?.due ?? null },
      })
    }
    if (lines.length > 0) groups.push({ group, lines })
  }
  return groups
}
