import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, LOADER } from '../../../kernel/actor.ts'
import { alsoAs, aPerson, byAccount } from '../../../testing/people.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { topicsFollowed, topicsTouched } from '../../../testing/web/topics.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import {
  draftAssessment,
  publishAssessment,
  reviseAssessment,
  sendAssessment,
} from '../assessments/commands.ts'
import type { Point } from '../scale.model.ts'
import { askReview, callOffReview, settleReview } from './commands.ts'
import { handInAssessment } from './hand-in.commands.ts'
import { phaseOf } from './model.ts'
import { reviewOf, reviewsAt, reviewsFor } from './queries.ts'

const conference = 'seoul2021'
const PLEDGE = 'KOR-2021-01'
const SECRET = { ada: 'ADA FINDS SIX', bob: 'BOB FINDS SIXTEEN' }

let w: World
let site: OpenSite
let desk: Actor
let ada: Actor
let bob: Actor
let cleo: Actor
let korea: Actor
beforeAll(async () => {
  w = await world({ shipped: true })
  w.clock.turnTo('2024-03-01T08:00:00Z')
  desk = await aPerson(w, { role: 'un-secretariat' })
  ada = await aPerson(w, { role: 'reviewer', name: 'Ada' })
  bob = await aPerson(w, { role: 'reviewer', name: 'Bob' })
  cleo = await aPerson(w, { role: 'reviewer', name: 'Cleo' })
  korea = await aPerson(w, { role: 'focal-point', party: 'KOR' })
  site = await openSite(w, { authenticate: byAccount(w) })
}, 60_000)
afterAll(async () => {
  await site.close()
  await w.close()
})

const finding = (point: Point, reasons: string) => ({
  ...{ point, codebook: '1.0', asOf: '2024-03-01', reviewer: 'R. Viewer' },
  evidence: [{ publisher: 'Review', url: 'https://review.test', date: null, grade: 'B' }],
  reasons: spelledOut({ en: reasons }),
})
const ask = async (more: object = {}, actor = desk) => {
  const input = { conference, pledges: [PLEDGE], reviewer: ada.id, ...more }
  const { answer } = await w.perform(actor, askReview, input)
  return String((answer.reviews as string[] | undefined)?.[0])
}
const draft = async (actor: Actor, point: Point, reasons: string, pledge = PLEDGE) => {
  const input = { pledge, finding: finding(point, reasons) }
  const { answer } = await w.perform(actor, draftAssessment, input)
  return String(answer.assessment)
}
const does = (
  actor: Actor,
  command: typeof sendAssessment | typeof handInAssessment,
  assessment: string,
) => w.perform(actor, command as typeof sendAssessment, { assessment })
const cannot = (deed: Promise<unknown>, code: string) =>
  expect(deed, code).rejects.toMatchObject({ code })
const mayNot = (deed: Promise<unknown>) => expect(deed).rejects.toMatchObject({ status: 403 })
const phase = async (id: string) => {
  const review = await reviewOf(w.read, id)
  return review && phaseOf(review)
}

describe('a reviewer', () => {
  it('is asked by the secretariat of the conference, and by nobody else', async () => {
    for (const actor of [ANONYMOUS, LOADER, ada, korea]) await mayNot(ask({}, actor))
    const elsewhere = await aPerson(w, { role: 'un-secretariat', conference: 'accra2023' })
    await mayNot(ask({}, elsewhere))
    await cannot(ask({ pledges: ['BGD-2014-01'] }), 'followup.unknown-pledge')
    await cannot(ask({ second: ada.id }), 'platform.unreadable-input')
  })

  it('has nothing to do with a party of the pledge, at any conference', async () => {
    const own = await alsoAs(w, await aPerson(w, { role: 'reviewer' }), {
      ...{ role: 'delegate', conference: 'accra2023', party: 'KEN' },
    })
    await cannot(ask({ reviewer: own.id }), 'followup.not-independent')
    await cannot(ask({ reviewer: korea.id }), 'followup.not-independent')
  })

  it('alone drafts, sends after no one else has a say, and publishes when the time is over', async () => {
    const pledge = 'KOR-2021-02'
    const id = await ask({ pledges: [pledge], due: '2024-05-01' })
    expect(
      (await w.perform(desk, askReview, { conference, pledges: [pledge], reviewer: ada.id }))
        .subject,
    ).toBeNull()
    expect(await reviewsFor(w.read, ada.id, conference)).toMatchObject([
      { id, pledge, due: '2024-05-01', blind: false },
    ])
    expect(await reviewsFor(w.read, bob.id, conference)).toEqual([])
    const assessment = await draft(ada, 'limited', 'Alone', pledge)
    await cannot(draft(ada, 'limited', 'Again', pledge), 'followup.drafted-already')
    await cannot(does(ada, handInAssessment, assessment), 'followup.handed-in')
    await does(ada, sendAssessment, assessment)
    w.clock.turnTo('2024-04-01T08:00:00Z')
    await does(ada, publishAssessment, assessment)
    expect((await reviewsFor(w.read, ada.id, conference))[0]?.assigned).toMatchObject([
      { found: { state: 'published' } },
    ])
    const anew = await ask({ pledges: [pledge] })
    const page = await site.get(`/en/${conference}/review/${anew}`, {
      authorization: `Bearer ${ada.id}`,
    })
    expect(await page.text()).toContain(`name="supersedes" value="${assessment}"`)
    const next = { pledge, supersedes: assessment, finding: finding('complete', 'Later') }
    const { answer } = await w.perform(ada, draftAssessment, next)
    await does(ada, sendAssessment, String(answer.assessment))
    w.clock.turnTo('2024-04-12T08:00:00Z')
    await does(ada, publishAssessment, String(answer.assessment))
  })
})

describe('a blind pair', () => {
  let review: string
  let adas: string
  let bobs: string

  /** Everything that somebody can read about it, wherever they look. */
  const readBy = async (actor: Actor) => {
    const headers: Record<string, string> =
      actor === ANONYMOUS ? {} : { authorization: `Bearer ${actor.id}` }
    const paths = [
      `/en/pledges/${PLEDGE}`,
      `/en/pledges/${PLEDGE}.json`,
      '/en/parties/KOR',
      `/en/${conference}`,
      '/en/pledges?q=FINDS',
      '/en/work',
      `/en/${conference}/desk`,
      `/en/${conference}/desk/reviews`,
      `/en/${conference}/review`,
      `/en/${conference}/review/${review}`,
      `/en/${conference}/history/assessment/${adas}`,
      `/en/${conference}/history/review/${review}`,
      '/en/notices',
      '/api/v1/assessments',
      '/api/v1/assessments.csv',
      '/api/v1/assessments.ndjson',
      '/en/data/assessments',
      `/en/${conference}/delegation/KOR/pledges/${PLEDGE}/reply`,
    ]
    const texts = []
    for (const path of paths) texts.push(await (await site.get(path, headers)).text())
    return texts.join('\n')
  }
  const journal = async () =>
    JSON.stringify(await w.read.selectFrom('journal').selectAll().execute(), (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    )

  it('is readable by nobody but each its own while the two work apart', async () => {
    review = await ask({ second: bob.id })
    adas = await draft(ada, 'limited', SECRET.ada)
    bobs = await draft(bob, 'complete', SECRET.bob)
    await does(ada, handInAssessment, adas)
    expect(await phase(review)).toBe('apart')
    expect(await readBy(ada)).not.toMatch(new RegExp(`${SECRET.bob}|${bobs}|Bob`))
    expect(await readBy(bob)).not.toMatch(new RegExp(`${SECRET.ada}|Ada`))
    for (const actor of [ANONYMOUS, desk, korea, cleo]) {
      expect(await readBy(actor), actor.name).not.toMatch(/FINDS S/)
    }
    expect(await journal()).not.toMatch(/FINDS S/)
  })

  it('shows its reviewer what they wrote', async () => {
    expect(await readBy(bob)).toContain(SECRET.bob)
    expect(await readBy(ada)).toContain(SECRET.ada)
  })

  it('tells no open page of others that somebody is at work', async () => {
    const revised = { assessment: bobs, finding: finding('substantial', SECRET.bob) }
    const touched = await topicsTouched(w, () => w.perform(bob, reviseAssessment, revised))
    expect([...touched].toSorted()).toEqual([`followup/reviews/${conference}`, `person/${bob.id}`])
    const of = { conference, id: PLEDGE, party: 'KOR' }
    for (const page of ['pledges.pledge', 'delegation-reports.reply', 'conferences.conference']) {
      expect(topicsFollowed(w, page, of).isDisjointFrom(touched)).toBe(true)
    }
  })

  it('is not sent or revised on the way, by anybody', async () => {
    await cannot(does(ada, sendAssessment, adas), 'followup.not-settled')
    await cannot(does(bob, sendAssessment, bobs), 'followup.not-settled')
    await cannot(
      w.perform(ada, reviseAssessment, { assessment: adas, finding: finding('complete', 'New') }),
      'followup.handed-in',
    )
    await mayNot(does(ada, handInAssessment, bobs))
    await mayNot(does(desk, handInAssessment, bobs))
    await cannot(
      w.perform(desk, settleReview, {
        ...{ review, settled: 'both', reason: spelledOut({ en: 'Early' }) },
      }),
      'followup.nothing-to-settle',
    )
  })

  it('is read by each other and the secretariat once both are in, and by nobody else', async () => {
    await does(bob, handInAssessment, bobs)
    expect(await phase(review)).toBe('differ')
    for (const actor of [ada, bob, desk]) {
      const text = await readBy(actor)
      for (const secret of Object.values(SECRET)) expect(text).toContain(secret)
    }
    for (const actor of [ANONYMOUS, korea, cleo]) expect(await readBy(actor)).not.toMatch(/FINDS S/)
  })

  it('is settled by the secretariat with a reason, and then goes on side by side', async () => {
    const reason = spelledOut({ en: 'Both rest on evidence.' })
    const settling = { review, settled: 'both', reason }
    for (const actor of [ada, korea, ANONYMOUS])
      await mayNot(w.perform(actor, settleReview, settling))
    await cannot(
      w.perform(desk, settleReview, { ...settling, settled: 'third' }),
      'platform.unreadable-input',
    )
    await w.perform(desk, settleReview, settling)
    for (const [actor, id] of [
      [ada, adas],
      [bob, bobs],
    ] as const) {
      await does(actor, sendAssessment, id)
    }
    expect(await readBy(korea)).toContain(SECRET.ada)
    expect(await readBy(ANONYMOUS)).not.toMatch(/FINDS S/)
    w.clock.turnTo('2024-06-01T08:00:00Z')
    for (const [actor, id] of [
      [ada, adas],
      [bob, bobs],
    ] as const) {
      await does(actor, publishAssessment, id)
    }
    const open = await readBy(ANONYMOUS)
    for (const secret of Object.values(SECRET)) expect(open).toContain(secret)
  })
})

describe('pages that are open', () => {
  it('change when an assessment is sent and published, and not while it is drafted', async () => {
    const pledge = 'KOR-2021-05'
    const of = { conference, id: pledge, party: 'KOR' }
    const hear = async (deed: () => Promise<unknown>, page: string) =>
      !topicsFollowed(w, page, of).isDisjointFrom(await topicsTouched(w, deed))
    let id = ''
    const drafting = async () => {
      id = await draft(cleo, 'limited', 'Found', pledge)
    }
    expect(await hear(drafting, 'pledges.pledge')).toBe(false)
    expect(await hear(() => does(cleo, sendAssessment, id), 'delegation-reports.reply')).toBe(true)
    w.clock.turnTo('2024-09-01T08:00:00Z')
    const touched = await topicsTouched(w, () => does(cleo, publishAssessment, id))
    for (const page of ['pledges.pledge', 'delegation-reports.reply', 'followup-desk.reviews']) {
      expect([page, topicsFollowed(w, page, of).isDisjointFrom(touched)]).toEqual([page, false])
    }
    expect(touched.has(`person/${cleo.id}`)).toBe(true)
  })
})

describe('a third reviewer', () => {
  it('decides where two differ, and what these found stays unpublished', async () => {
    const pledge = 'KOR-2021-03'
    const review = await ask({ pledges: [pledge], second: bob.id })
    const adas = await draft(ada, 'limited', SECRET.ada, pledge)
    const bobs = await draft(bob, 'complete', SECRET.bob, pledge)
    await does(ada, handInAssessment, adas)
    await does(bob, handInAssessment, bobs)
    const settling = { review, settled: 'third', reason: spelledOut({ en: 'They differ.' }) }
    await cannot(
      w.perform(desk, settleReview, { ...settling, third: ada.id }),
      'followup.third-is-another',
    )
    await w.perform(desk, settleReview, { ...settling, third: cleo.id })
    await cannot(does(ada, sendAssessment, adas), 'followup.not-settled')
    const cleos = await draft(cleo, 'substantial', 'Cleo decides', pledge)
    await does(cleo, sendAssessment, cleos)
    expect((await reviewOf(w.read, review))?.assigned).toHaveLength(3)
  })
})

describe('a review that is called off', () => {
  it('shows nobody what was drafted in it, and can be asked anew', async () => {
    const pledge = 'KOR-2021-04'
    const review = await ask({ pledges: [pledge], second: bob.id })
    const adas = await draft(ada, 'limited', SECRET.ada, pledge)
    await does(ada, handInAssessment, adas)
    await mayNot(w.perform(ada, callOffReview, { review }))
    await w.perform(desk, callOffReview, { review })
    expect((await w.perform(desk, callOffReview, { review })).subject).toBeNull()
    await cannot(does(ada, sendAssessment, adas), 'followup.not-settled')
    await ask({ pledges: [pledge] })
    await draft(ada, 'complete', 'Anew', pledge)
    expect(
      (await reviewsAt(w.read, conference)).filter((one) => one.pledge === pledge),
    ).toHaveLength(2)
  })
})
