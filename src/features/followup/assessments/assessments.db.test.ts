import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, ANONYMOUS, type Grant, OPERATOR } from '../../../kernel/actor.ts'
import { type World, world } from '../../../testing/world.ts'
import { spelledOut } from '../../conferences/shipped.ts'
import { PledgeId } from '../../pledges/model.ts'
import { commentAssessment, reply } from '../replies/commands.ts'
import { repliesTo } from '../replies/queries.ts'
import { draftAssessment, publishAssessment, reviseAssessment, sendAssessment } from './commands.ts'
import { assessmentOf, assessmentsOf, draftsOf, everyAssessment } from './queries.ts'
import { restoreAssessment } from './save.commands.ts'

const helicopters = PledgeId.parse('KOR-2021-01')

const who = (id: string, ...grants: Grant[]): Actor => ({ kind: 'account', id, grants })
const reviewer = who('reviewer', { role: 'reviewer', conference: 'seoul2021' })
const another = who('another', { role: 'reviewer', conference: '*' })
const korea = who('korea', { role: 'focal-point', conference: 'seoul2021', party: 'KOR' })
const bangladesh = who('bgd', { role: 'focal-point', conference: 'seoul2021', party: 'BGD' })
const desk = who('desk', { role: 'un-secretariat', conference: '*' })

const SECRET = 'Six of sixteen left; the rest is not scheduled'
const finding = {
  point: 'limited',
  codebook: '1.0',
  asOf: '2024-03-01',
  evidence: [{ publisher: 'A Review', url: 'https://review.test', date: null, grade: 'B' }],
  reasons: spelledOut({ en: SECRET }),
  reviewer: 'R. Viewer',
}

let here: World
beforeAll(async () => {
  here = await world({ shipped: true })
  here.clock.turnTo('2024-03-01T00:00:00Z')
}, 60_000)
afterAll(() => here.close())

const draft = async (change: object = {}, actor = reviewer, more: object = {}) => {
  const input = { pledge: helicopters, finding: { ...finding, ...change }, ...more }
  const { answer } = await here.perform(actor, draftAssessment, input)
  return String(answer.assessment)
}
const publicly = async () => JSON.stringify(await assessmentsOf(here.read, helicopters))
const cannot = (deed: Promise<unknown>, code: string) =>
  expect(deed, code).rejects.toMatchObject({ code })
const mayNot = (deed: Promise<unknown>) => expect(deed).rejects.toMatchObject({ status: 403 })

describe('an assessment', () => {
  it('is drafted by a reviewer, who is never a party to the pledge', async () => {
    const both = who('both', ...reviewer.grants, {
      role: 'focal-point',
      conference: 'accra2023',
      party: 'KEN',
    })
    for (const actor of [ANONYMOUS, korea, desk, OPERATOR, both]) await mayNot(draft({}, actor))
  })

  it('rests on evidence, on the codebook, on a pledge that was announced and a share in it', async () => {
    await cannot(draft({ evidence: [] }), 'followup.needs-evidence')
    const reprint = { ...finding.evidence[0], grade: 'C' }
    await cannot(draft({ evidence: [reprint] }), 'followup.unfavourable-needs-grade')
    await cannot(draft({ codebook: '0.1' }), 'platform.unreadable-input')
    await cannot(draft({}, another, { pledge: 'KOR-2021-99' }), 'followup.unknown-pledge')
    await cannot(draft({}, reviewer, { party: 'BGD' }), 'followup.no-such-share')
  })

  it('is its reviewer’s alone until it is sent, then its parties’, and nobody else’s', async () => {
    const id = await draft()
    expect(await publicly()).not.toContain(SECRET)
    expect(await assessmentsOf(here.read, helicopters, 'secretariat')).toEqual([])
    await mayNot(here.perform(another, sendAssessment, { assessment: id }))
    await mayNot(here.perform(korea, sendAssessment, { assessment: id }))
    await cannot(
      here.perform(reviewer, publishAssessment, { assessment: id }),
      'followup.cannot-move',
    )
    await here.perform(reviewer, sendAssessment, { assessment: id })
    expect(await assessmentsOf(here.read, helicopters, 'parties')).toMatchObject([
      { id, state: 'sent' },
    ])
    expect(await publicly()).not.toContain(SECRET)
    expect(await everyAssessment(here.read)).toEqual([])
  })

  it('waits thirty days for the comment of the parties, anew when it is revised', async () => {
    const id = await draft({ reasons: spelledOut({ en: 'First words' }) })
    await here.perform(reviewer, sendAssessment, { assessment: id })
    here.clock.turnTo('2024-03-30T23:59:00Z')
    await cannot(
      here.perform(reviewer, publishAssessment, { assessment: id }),
      'followup.time-for-comment',
    )
    const again = { ...finding, reasons: spelledOut({ en: 'Second words' }) }
    await mayNot(here.perform(korea, reviseAssessment, { assessment: id, finding: again }))
    await here.perform(reviewer, reviseAssessment, { assessment: id, finding: again })
    expect(await draftsOf(here.read, id)).toMatchObject([
      { version: 1, content: { reasons: { in: { en: { value: 'First words' } } } } },
    ])
    await here.perform(reviewer, sendAssessment, { assessment: id })
    here.clock.turnTo('2024-04-15T00:00:00Z')
    await cannot(
      here.perform(reviewer, publishAssessment, { assessment: id }),
      'followup.time-for-comment',
    )
    here.clock.turnTo('2024-04-30T00:00:00Z')
    await here.perform(reviewer, publishAssessment, { assessment: id })
    expect(await publicly()).toContain('Second words')
    expect(await publicly()).not.toContain('First words')
  })

  it('is published with the comment of its party, who cannot overwrite it', async () => {
    const id = await draft({ point: 'substantial' })
    const comment = { assessment: id, party: 'KOR', words: spelledOut({ en: 'More have left.' }) }
    await cannot(here.perform(korea, commentAssessment, comment), 'followup.unknown-entry')
    await here.perform(reviewer, sendAssessment, { assessment: id })
    await mayNot(here.perform(bangladesh, commentAssessment, comment))
    await cannot(
      here.perform(bangladesh, commentAssessment, { ...comment, party: 'BGD' }),
      'followup.speaks-of-others',
    )
    await here.perform(korea, commentAssessment, comment)
    expect((await here.perform(korea, commentAssessment, comment)).subject).toBeNull()
    here.clock.turnTo('2024-06-15T00:00:00Z')
    await here.perform(reviewer, publishAssessment, { assessment: id })
    expect(await repliesTo(here.read, { pledge: helicopters })).toMatchObject([
      { subject: { kind: 'assessment', id }, party: 'KOR', kind: 'comment' },
    ])
    for (const actor of [korea, desk, reviewer]) {
      const revised = here.perform(actor, reviseAssessment, { assessment: id, finding })
      await expect(revised).rejects.toMatchObject({
        code: actor === reviewer ? 'followup.cannot-move' : 'platform.not-allowed',
      })
    }
    const disputed = { subject: { kind: 'assessment', id }, party: 'KOR', kind: 'dispute' }
    await here.perform(korea, reply, { ...disputed, words: comment.words })
    expect(await assessmentOf(here.read, id)).toMatchObject({ point: 'substantial', version: 1 })
  })

  it('is superseded by one of the same reviewer after ten days, and stays beside it', async () => {
    const [first] = await assessmentsOf(here.read, helicopters)
    const supersedes = String(first?.id)
    await cannot(draft({}, another, { supersedes }), 'followup.supersedes-another')
    await cannot(draft({}, reviewer, { supersedes, party: 'KOR' }), 'followup.supersedes-another')
    const id = await draft({ point: 'complete' }, reviewer, { supersedes })
    await cannot(draft({}, reviewer, { supersedes }), 'followup.superseded-already')
    await here.perform(reviewer, sendAssessment, { assessment: id })
    here.clock.turnTo('2024-06-25T00:00:00Z')
    await here.perform(reviewer, publishAssessment, { assessment: id })
    const all = await assessmentsOf(here.read, helicopters)
    expect(all.map(({ state, point }) => `${state} ${point}`)).toEqual([
      'superseded limited',
      'published substantial',
      'published complete',
    ])
    expect(JSON.stringify(all)).not.toMatch(/reviewedBy|account/)
  })

  it('is given back from an archive once it is published, by an administrator', async () => {
    const [first] = await assessmentsOf(here.read, helicopters)
    expect((await here.perform(OPERATOR, restoreAssessment, first)).subject).toBeNull()
    const other = { ...first, id: '019f0000-0000-7000-8000-000000000001' }
    await mayNot(here.perform(reviewer, restoreAssessment, other))
    await here.perform(OPERATOR, restoreAssessment, other)
    await cannot(
      here.perform(OPERATOR, restoreAssessment, { ...other, point: 'complete' }),
      'followup.assessment-stays',
    )
    await cannot(
      here.perform(OPERATOR, restoreAssessment, { ...other, state: 'sent' }),
      'followup.not-published',
    )
  })
})
