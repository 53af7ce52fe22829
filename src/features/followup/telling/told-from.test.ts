import { describe, expect, it } from 'vitest'
import { Told } from '../reports/model.ts'
import { toldFrom } from './told-from.ts'
import { TypedReport } from './typed.model.ts'

const text = (value: string) => ({
  original: 'en' as const,
  in: { en: { value, status: 'authentic' as const } },
})
const understood = (typed: object) =>
  toldFrom(TypedReport.parse({ stage: 'preparing', on: '2024-05', ...typed }))
const problemsOf = (typed: object) =>
  understood(typed).problems.map(({ path, code }) => `${path.join('.')} ${code}`)

describe('a report as somebody types it', () => {
  it('is understood with days and numbers of any script', () => {
    const { told, problems } = understood({
      on: '٢٠٢٤',
      quantity: { value: '1 250', unit: 'troops' },
      from: '5/2024',
      note: text('On our way'),
      evidence: [{ publisher: 'Ministry', url: 'https://ministry.example/1', date: '2024-05-17' }],
      obstacle: { kind: 'funding' },
      nextStep: { what: text('Ship the rest'), by: '2025' },
      audiences: { obstacle: 'secretariat' },
    })
    expect(problems).toEqual([])
    expect(Told.parse(told)).toEqual({
      stage: 'preparing',
      on: '2024',
      quantity: { value: 1250, unit: 'troops', currency: null },
      dates: { from: '2024-05', until: null },
      note: text('On our way'),
      evidence: [
        {
          publisher: 'Ministry',
          url: 'https://ministry.example/1',
          date: '2024-05-17',
          grade: null,
        },
      ],
      obstacle: { kind: 'funding', note: null },
      nextStep: { what: text('Ship the rest'), by: '2025' },
      audiences: { obstacle: 'secretariat' },
    })
  })

  it('counts money in the smallest unit of its currency', () => {
    const money = { value: '2.5', unit: 'money', currency: 'usd' }
    expect(understood({ quantity: money }).told.quantity).toEqual({
      ...{ value: 250, unit: 'money', currency: 'USD' },
    })
  })

  it('says at each field what cannot be understood', () => {
    expect(
      problemsOf({
        on: 'soon',
        quantity: { value: 'many' },
        evidence: [{ publisher: '', url: 'javascript:alert(1)' }, { url: 'https://a.test' }],
        obstacle: { note: text('x') },
        nextStep: { by: 'never' },
      }),
    ).toEqual([
      'on pledges.not-a-day',
      'obstacle.kind followup.needs-obstacle',
      'nextStep.by pledges.not-a-day',
      'quantity.unit pledges.needs-unit',
      'quantity.value pledges.not-a-number',
      'evidence.0.publisher followup.needs-publisher',
      'evidence.0.url followup.not-an-address',
      'evidence.1.publisher followup.needs-publisher',
    ])
    expect(problemsOf({ on: ' ' })).toEqual(['on pledges.not-a-day'])
  })
})
