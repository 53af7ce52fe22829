import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Text } from '../../kernel/text.ts'
import { readForm } from './read.ts'
import { schemaOf } from './schema.ts'

const Money = z.object({ kind: z.literal('money'), amount: z.number(), currency: z.string() })
const Count = z.object({ kind: z.literal('count'), count: z.int() })
const Input = z.strictObject({
  title: Text,
  note: Text.nullable().default(null),
  party: z.string().min(1),
  years: z.int().optional(),
  until: z.string().nullable(),
  open: z.boolean().default(false),
  themes: z.array(z.string()).default([]),
  level: z.union([z.literal(2), z.literal(3), z.literal('rapid')]).optional(),
  shares: z.array(z.object({ role: z.string(), quantity: z.number().nullable() })).default([]),
  price: z.discriminatedUnion('kind', [Money, Count]).optional(),
})

const read = (fields: Record<string, string | readonly string[]>) =>
  readForm(
    schemaOf({ input: Input }),
    Object.entries(fields).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    ),
  )

describe('a form', () => {
  it('becomes what its command wants to be told', () => {
    const { input } = read({
      'title.original': 'fr',
      'title.in.fr.value': 'Séance  d’annonce ',
      'title.in.fr.status': 'authentic',
      party: 'KOR',
      years: '2',
      until: '2023-12-31',
      open: ['false', 'true'],
      themes: ['', 'a', 'b'],
      level: '3',
      'shares.0.role': 'lead',
      'shares.0.quantity': '16',
      'price.kind': 'count',
      'price.count': '5',
    })
    expect(Input.parse(input)).toEqual({
      title: { original: 'fr', in: { fr: { value: 'Séance  d’annonce', status: 'authentic' } } },
      note: null,
      party: 'KOR',
      years: 2,
      until: '2023-12-31',
      open: true,
      themes: ['a', 'b'],
      level: 3,
      shares: [{ role: 'lead', quantity: 16 }],
      price: { kind: 'count', count: 5 },
    })
  })

  it('leaves out what is empty, and says null where that is what empty means', () => {
    const { input } = read({
      '~title.original': 'fr',
      'title.in.fr.value': 'Oui',
      'title.in.fr.status': 'authentic',
      'title.in.ar.value': '',
      '~title.in.ar.status': 'translated',
      '~note.original': 'en',
      'note.in.en.value': '',
      '~note.in.en.status': 'authentic',
      party: '',
      years: '',
      until: '',
      open: 'false',
      themes: '',
      '~price.kind': 'money',
      'price.amount': '',
      '~price.currency': 'USD',
    })
    expect(input).toEqual({
      title: { original: 'fr', in: { fr: { value: 'Oui', status: 'authentic' } } },
      note: null,
      until: null,
      open: false,
      themes: [],
    })
  })

  it('leaves out rows in which nothing was typed, and finds the field of a row again', () => {
    const { input, fieldOf } = read({
      'shares.0.role': '',
      'shares.0.quantity': '',
      'shares.2.role': 'host',
      'shares.2.quantity': 'many',
      'shares.10.role': 'trains',
      'shares.10.quantity': '',
    })
    expect(input).toEqual({
      shares: [
        { role: 'host', quantity: 'many' },
        { role: 'trains', quantity: null },
      ],
    })
    expect(fieldOf(['shares', 0, 'quantity'])).toBe('shares.2.quantity')
    expect(fieldOf(['shares', 1, 'role'])).toBe('shares.10.role')
  })

  it('keeps what was half typed, so that it is refused and not lost', () => {
    const { input } = read({ '~price.kind': 'money', 'price.amount': '5', '~price.currency': '' })
    expect(input).toEqual({ price: { kind: 'money', amount: 5, currency: '' } })
  })

  it.each([
    ['٢٠٢١', 2021],
    ['۱۲', 12],
    ['-3', -3],
    ['2,5', 2.5],
    ['two', 'two'],
    ['1e3', '1e3'],
  ])('reads %s as the number %s, or leaves it as it was typed', (typed, value) => {
    expect(read({ years: typed }).input).toEqual({ years: value })
  })

  it('cannot reach what is no part of an input', () => {
    expect(read({ '__proto__.admin': 'true', 'a.constructor.b': '1' }).input).toEqual({})
    expect(({} as Record<string, unknown>).admin).toBe(undefined)
  })
})
