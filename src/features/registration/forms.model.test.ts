import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../kernel/language.ts'
import { Person } from '../delegations/participants/model.ts'
import {
  answeredTo,
  Form,
  filesIn,
  overdueAnswers,
  Preset,
  takesPeople,
  wrongIn,
} from './forms.model.ts'

const label = (value: string) => ({
  original: 'en',
  in: { en: { value, status: 'unofficial' as const } },
})
const FILE = '00000000-0000-4000-8000-000000000001'
const preset = Preset.parse({
  kind: 'media',
  name: label('Press'),
  organisation: 'required',
  photo: 'required',
  kept: 'press',
  fields: [
    {
      id: 'medium',
      kind: 'choice',
      label: label('Medium'),
      required: true,
      kept: 'press',
      options: [
        { value: 'print', label: label('Print') },
        { value: 'radio', label: label('Radio') },
      ],
    },
    {
      id: 'days',
      kind: 'choices',
      label: label('Days'),
      required: true,
      kept: 'press',
      options: [
        { value: 'first', label: label('First day') },
        { value: 'second', label: label('Second day') },
      ],
    },
    { id: 'letter', kind: 'file', label: label('Letter'), required: true, kept: 'identity' },
    { id: 'rules', kind: 'check', label: label('Rules'), required: true, kept: 'press' },
    { id: 'since', kind: 'day', label: label('Since'), kept: 'press' },
  ],
})
const person = (answers: Record<string, string>, said: Record<string, unknown> = {}) =>
  Person.parse({ name: 'A', sortName: 'A', organisation: 'Gazette', photo: FILE, answers, ...said })
const whole = { medium: 'radio', 'days--second': 'true', letter: FILE, rules: 'true' }
const codes = (who: Person) => wrongIn(preset, who).map(({ path, code }) => [path.join('.'), code])

describe('a form', () => {
  it('is content with what is whole', () => {
    expect(codes(person(whole))).toEqual([])
  })

  it('names every field that is not', () => {
    expect(codes(person({}, { organisation: null, photo: null }))).toEqual([
      ['person.organisation', 'input.missing'],
      ['person.photo', 'input.missing'],
      ['person.answers.medium', 'input.missing'],
      ['person.answers.days--first', 'input.missing'],
      ['person.answers.letter', 'input.missing'],
      ['person.answers.rules', 'input.missing'],
    ])
    const odd = { ...whole, medium: 'smoke', letter: 'x', since: 'yesterday', rules: 'false' }
    expect(codes(person(odd))).toEqual([
      ['person.answers.medium', 'input.not-a-choice'],
      ['person.answers.letter', 'input.malformed'],
      ['person.answers.rules', 'input.missing'],
      ['person.answers.since', 'input.malformed'],
    ])
  })

  it('keeps what it asks, and nothing else', () => {
    const sent = { ...whole, 'days--first': 'false', since: ' ', 'passport-number': 'X1234567' }
    expect(answeredTo(preset, sent)).toEqual(whole)
    expect(filesIn(preset, whole)).toEqual([FILE])
  })

  it('knows which answers are over when', () => {
    expect(overdueAnswers(preset, ['identity'])).toEqual(['letter'])
    expect(overdueAnswers(preset, ['press'])).toEqual([
      'medium',
      'days--first',
      'days--second',
      'rules',
      'since',
    ])
  })

  it('takes people until the minute at which it closes', () => {
    const closes = { day: '2021-11-12', clock: '18:00' }
    const at = (time: string, open = true) =>
      takesPeople({ open, closes }, 'America/St_Johns', Temporal.Instant.from(time))
    expect(at('2021-11-12T21:29:59Z')).toBe(true)
    expect(at('2021-11-12T21:30:00Z')).toBe(false)
    expect(at('2021-11-01T00:00:00Z', false)).toBe(false)
  })

  it('has choices where something is chosen, and each field once', () => {
    const fields = [{ id: 'x', kind: 'choice', label: label('X'), kept: 'press' }]
    expect(Preset.safeParse({ ...preset, fields }).success).toBe(false)
    const twice = [1, 2].map(() => ({ id: 'x', kind: 'line', label: label('X'), kept: 'press' }))
    expect(Preset.safeParse({ ...preset, fields: twice }).success).toBe(false)
    expect(Preset.safeParse({ ...preset, kind: 'delegate' }).success).toBe(false)
  })
})

describe('the presets that ship', () => {
  const shipped = JSON.parse(readFileSync('data/registration-forms.json', 'utf8'))

  it('are forms in all seven languages', () => {
    expect(shipped.forms.map(({ kind }: { kind: string }) => kind)).toEqual([
      'media',
      'academic',
      'organisation',
      'staff',
    ])
    for (const one of shipped.forms) {
      const { fields, ...form } = Preset.parse(one)
      const texts = [
        form.name,
        ...fields.flatMap(({ label, options }) => [label, ...options.map((o) => o.label)]),
      ]
      for (const text of texts) expect(Object.keys(text.in).sort()).toEqual([...LANGUAGES].sort())
    }
  })

  it('ask nobody for a passport, a nationality or a date of birth', () => {
    expect(JSON.stringify(shipped)).not.toMatch(/passport|nationalit|birth|passeport|naissance/i)
  })

  it('are complete as forms of a conference', () => {
    for (const one of shipped.forms) {
      const form = { ...one, conference: 'seoul2021', open: true, closes: null, most: null }
      expect(Form.safeParse(form).success).toBe(true)
    }
  })
})
