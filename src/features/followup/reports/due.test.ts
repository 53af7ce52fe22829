import { describe, expect, it } from 'vitest'
import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { PledgeId } from '../../pledges/model.ts'
import { type Asked, dueReports, type Reported } from './due.ts'

const round = {
  id: 'seoul2021-2023',
  opens: '2023-12-07',
  conferences: [ConferenceId.parse('seoul2021')],
  pledges: [],
}
const asked = (id: string, givers: string[], more: Partial<Asked> = {}): Asked => ({
  id: PledgeId.parse(id),
  conference: 'seoul2021',
  announcedOn: '2021-12-07',
  givers: givers.map((code) => PartyCode.parse(code)),
  ...more,
})
const reported = (pledge: string, party: string, more: Partial<Reported> = {}): Reported => ({
  pledge: PledgeId.parse(pledge),
  party: PartyCode.parse(party),
  round: null,
  stage: 'preparing',
  ...more,
})
const helicopters = asked('KOR-2021-01', ['KOR', 'USA', 'KEN'])
const due = (pledges: Asked[], reports: Reported[] = [], day = '2024-01-01') =>
  dueReports(pledges, reports, round, day).map(({ party, pledges }) =>
    [party, ...pledges].join(' '),
  )

describe('who is asked in a round', () => {
  it('is every partner, by code, each for its own share', () => {
    const smart = asked('KOR-2021-02', ['KOR'])
    expect(due([smart, helicopters])).toEqual([
      'KEN KOR-2021-01',
      'KOR KOR-2021-01 KOR-2021-02',
      'USA KOR-2021-01',
    ])
  })

  it('is nobody before it opens, and still somebody after it was due', () => {
    expect(due([helicopters], [], '2023-12-06')).toEqual([])
    expect(due([helicopters], [], '2023-12-07')).toHaveLength(3)
    expect(due([helicopters], [], '2030-01-01')).toHaveLength(3)
  })

  it('is nobody who has reported in it; an earlier report does not count', () => {
    expect(due([helicopters], [reported('KOR-2021-01', 'USA', { round: round.id })])).toEqual([
      'KEN KOR-2021-01',
      'KOR KOR-2021-01',
    ])
    expect(due([helicopters], [reported('KOR-2021-01', 'USA', { round: 'earlier' })])).toHaveLength(
      3,
    )
  })

  it('is nobody whose share is delivered, withdrawn or ended', () => {
    for (const stage of ['delivered', 'withdrawn', 'ended'] as const) {
      expect(due([helicopters], [reported('KOR-2021-01', 'KEN', { stage })])).not.toContain(
        'KEN KOR-2021-01',
      )
    }
    const ready = reported('KOR-2021-01', 'KEN', { stage: 'ready-not-requested' })
    expect(due([helicopters], [ready])).toContain('KEN KOR-2021-01')
  })

  it('is nobody for pledges of another conference, of none, or announced since', () => {
    expect(due([asked('KOR-2023-01', ['KOR'], { conference: 'accra2023' })])).toEqual([])
    expect(due([asked('NLD-2020-01', ['NLD'], { conference: null })])).toEqual([])
    expect(due([asked('KOR-2021-09', ['KOR'], { announcedOn: '2023-12' })])).toEqual([])
    expect(due([asked('KOR-2021-09', ['KOR'], { announcedOn: null })])).toHaveLength(1)
  })
})
