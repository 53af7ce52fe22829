import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../../kernel/ids.ts'
import { allows } from '../../../kernel/refusal.ts'
import type { Reply } from '../invitations/model.ts'
import { usualRules } from '../rules.model.ts'
import {
  type Measure,
  mustBeApprovable,
  mustBeSubmittable,
  needsPhoto,
  type Standing,
  usedOf,
} from './submission.model.ts'

const rules = usualRules(ConferenceId.parse('seoul2021'))
const person = (id: string, said: Partial<Standing> = {}): Standing => ({
  id,
  kind: 'delegate',
  state: 'draft',
  rank: 'official',
  portrait: 'ready',
  ...said,
})
const reply = (mode: Reply['mode']): Reply => ({
  mode,
  level: 'minister',
  note: null,
  on: '2021-10-01',
  recorded: false,
})
const members = (count: number, state: Standing['state']) =>
  Array.from({ length: count }, (_, index) => person(`m${index}`, { state }))
const measure = (said: Partial<Measure> = {}): Measure => ({
  rules,
  delegation: { reply: reply('in-person'), quota: null },
  kind: 'state',
  members: [],
  ...said,
})

describe('handing people in', () => {
  it('stays within the quota: six, whatever was withdrawn, refused or only drafted', () => {
    const five = [...members(5, 'submitted'), person('x', { state: 'withdrawn' }), person('y')]
    expect(usedOf(five)).toBe(5)
    expect(allows(() => mustBeSubmittable([person('new')], measure({ members: five })))).toBe(true)
    const two = [person('new'), person('other')]
    expect(allows(() => mustBeSubmittable(two, measure({ members: five })))).toBe(false)
    const raised = { reply: reply('in-person'), quota: 7 }
    expect(
      allows(() => mustBeSubmittable(two, measure({ members: five, delegation: raised }))),
    ).toBe(true)
  })

  it('counts nobody twice who was handed in before', () => {
    const six = members(6, 'submitted')
    expect(allows(() => mustBeSubmittable(six.slice(0, 1), measure({ members: six })))).toBe(true)
  })

  it('is for parties that send people', () => {
    for (const mode of ['written', 'not-attending'] as const) {
      const delegation = { reply: reply(mode), quota: null }
      expect(allows(() => mustBeSubmittable([person('a')], measure({ delegation })))).toBe(false)
    }
  })

  it('needs a photo for a badge, but of no minister and of nobody before a camera', () => {
    const delegation = { reply: reply('in-person') }
    expect(needsPhoto(rules, delegation, { rank: 'vice-minister' })).toBe(true)
    expect(needsPhoto(rules, delegation, { rank: 'minister' })).toBe(false)
    expect(needsPhoto(rules, { reply: reply('video') }, { rank: 'official' })).toBe(false)
    expect(needsPhoto({ needsPhoto: false }, delegation, { rank: 'official' })).toBe(false)
    const faceless = person('a', { portrait: 'none' })
    expect(allows(() => mustBeSubmittable([faceless], measure()))).toBe(false)
    const waiting = person('a', { portrait: 'expected' })
    expect(allows(() => mustBeSubmittable([waiting], measure()))).toBe(true)
  })
})

describe('accrediting people', () => {
  const about = { rules, delegation: { reply: reply('in-person'), quota: null } }

  it('waits for a verified note verbale or credentials', () => {
    expect(allows(() => mustBeApprovable(person('a'), { ...about, verified: false }))).toBe(false)
    expect(allows(() => mustBeApprovable(person('a'), { ...about, verified: true }))).toBe(true)
    const lenient = { ...about, rules: { ...rules, needsDocument: false }, verified: false }
    expect(allows(() => mustBeApprovable(person('a'), lenient))).toBe(true)
  })

  it('waits for a photo that can be printed', () => {
    const blurred = person('a', { portrait: 'unreadable' })
    expect(allows(() => mustBeApprovable(blurred, { ...about, verified: true }))).toBe(false)
  })

  it('asks no note of those who come by a form of their own', () => {
    const reporter = person('a', { kind: 'media', portrait: 'none' })
    expect(allows(() => mustBeApprovable(reporter, { ...about, verified: false }))).toBe(true)
  })
})
