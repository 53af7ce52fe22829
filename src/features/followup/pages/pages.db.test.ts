import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor, Grant } from '../../../kernel/actor.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { type OpenSite, openSite } from '../../../testing/web/site.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { draftAssessment, publishAssessment, sendAssessment } from '../assessments/commands.ts'
import { reply } from '../replies/commands.ts'
import { reportProgress } from '../reports/commands.ts'

const LARGEST_PAGE = 16 * 1024
const ADDRESSES = [
  '/codebook',
  '/pledges/CAN-2017-01',
  '/parties/CAN',
  '/london2016',
  '/berlin2025',
]

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const reviewer = who('reviewer', { role: 'reviewer', conference: '*' })
const korea = who('korea', { role: 'focal-point', conference: 'seoul2021', party: 'KOR' })
/** Signed in by `Authorization: Bearer …`. */
const people = new Map([
  ['korea', korea],
  ['bgd', who('bgd', { role: 'focal-point', conference: 'seoul2021', party: 'BGD' })],
])

let here: World
let site: OpenSite
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2024-03-01T00:00:00Z')
  site = await openSite(here, {
    authenticate: (request) =>
      people.get(request.headers.get('authorization')?.slice(7) ?? '') ?? {
        kind: 'anonymous',
        id: 'anonymous',
        grants: [],
      },
  })
}, 60_000)
afterAll(async () => {
  await site.close()
  await here.close()
})

const text = async (path: string, bearer?: string) =>
  (await site.get(path, bearer ? { authorization: `Bearer ${bearer}` } : {})).text()
/** Everything that anybody may read about the helicopters. */
const everything = async () => {
  const paths = [
    ...['ar', 'en'].flatMap((language) =>
      ['/pledges/KOR-2021-01', '/parties/KOR', '/parties/KEN', '/seoul2021', '/codebook'].map(
        (address) => `/${language}${address}`,
      ),
    ),
    '/en/pledges/KOR-2021-01.json',
  ]
  return (await Promise.all(paths.map((path) => text(path)))).join('\n')
}

describe('the pages', () => {
  it('answer in every language, and are light', async () => {
    for (const language of LANGUAGES) {
      for (const address of ADDRESSES) {
        const { status, body } = await site.raw('GET', `/${language}${address}`, {
          'accept-encoding': 'br',
        })
        expect(status, address).toBe(200)
        expect(body.length, `${language}${address}`).toBeLessThan(LARGEST_PAGE)
      }
    }
  })

  it('never show what is held back, meant for few, or not published', async () => {
    await here.perform(korea, reportProgress, {
      pledge: 'KOR-2021-01',
      party: 'KOR',
      told: {
        stage: 'partly-delivered',
        on: '2024-02',
        note: spelledOut({ en: 'Six have left the country' }),
        obstacle: { kind: 'funding', note: spelledOut({ en: 'SECRET obstacle' }) },
        evidence: [{ publisher: 'SECRET evidence', url: 'https://m.test', date: null, grade: 'A' }],
      },
    })
    const { answer } = await here.perform(reviewer, draftAssessment, {
      pledge: 'KOR-2021-01',
      finding: {
        point: 'substantial',
        codebook: '1.0',
        asOf: '2024-03-01',
        evidence: [{ publisher: 'R', url: 'https://r.test', date: null, grade: 'B' }],
        reasons: spelledOut({ en: 'SECRET reasons' }),
        reviewer: 'R. Viewer',
      },
    })
    const id = String(answer.assessment)
    const subject = { kind: 'observation', id: 'kor-2021-01-kenyan-post-2024' }
    await here.perform(korea, reply, {
      subject,
      party: 'KOR',
      kind: 'comment',
      audience: 'secretariat',
      words: spelledOut({ en: 'SECRET reply' }),
    })
    const draftless = await everything()
    expect(draftless.match(/Six have left the country/g)).not.toBeNull()
    expect(draftless.match(/SECRET|R\. Viewer|kor-2021-01-tripfoumi|kor-2021-01-pulse/g)).toBeNull()
    expect(await text('/en/pledges/KOR-2021-01', 'korea')).not.toContain('SECRET reasons')

    await here.perform(reviewer, sendAssessment, { assessment: id })
    await here.perform(korea, reply, {
      subject: { kind: 'assessment', id },
      party: 'KOR',
      kind: 'comment',
      words: spelledOut({ en: 'SECRET until published' }),
    })
    expect((await everything()).match(/SECRET/g)).toBeNull()
    expect(await text('/en/pledges/KOR-2021-01', 'bgd')).not.toMatch(/SECRET/)
    const inside = await text('/en/pledges/KOR-2021-01', 'korea')
    for (const secret of ['SECRET reasons', 'SECRET until published', 'SECRET obstacle']) {
      expect(inside).toContain(secret)
    }

    here.clock.turnTo('2024-04-15T00:00:00Z')
    const { text: published } = await site.until(
      '/en/pledges/KOR-2021-01',
      () => here.perform(reviewer, publishAssessment, { assessment: id }),
      'SECRET reasons',
    )
    expect(published).toContain('SECRET until published')
    expect(published).not.toMatch(/SECRET (?:reply|obstacle|evidence)/)
  })

  it('show a reply at once, wherever its statement stands', async () => {
    const said = (words: string) => ({
      subject: { kind: 'observation', id: 'kor-2021-01-kenyan-post-2024' },
      party: 'KOR',
      kind: 'comment',
      words: spelledOut({ en: words }),
    })
    await text('/en/pledges/USA-2024-01')
    await site.until(
      '/en/pledges/USA-2024-01',
      () => here.perform(korea, reply, said('They are others.')),
      'They are others.',
    )
    await text('/en/parties/KEN')
    await site.until(
      '/en/parties/USA',
      () => here.perform(korea, reply, said('They are not ours.')),
      'They are not ours.',
    )
  })
})
