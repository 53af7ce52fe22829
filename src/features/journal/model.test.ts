import { describe, expect, it } from 'vitest'
import { ConferenceId } from '../../kernel/ids.ts'
import { addressOf, historyOf, NO_WISH, Subject, subjectFrom, Verifying, Wish } from './model.ts'

const SEOUL = ConferenceId.parse('seoul2021')
const HASH = 'a'.repeat(64)

describe('what somebody wishes to see', () => {
  it('stands in the address, and comes back from it', () => {
    const wish = Wish.parse({
      ...{ who: 'Kim', area: 'pledges', action: 'pledges.accept', subject: 'pledge/1' },
      ...{ actor: 'account/0190', conference: 'seoul2021' },
      ...{ from: '2021-12-07', until: '2021-12-08', before: '700' },
    })
    const address = addressOf(null, wish)
    expect(address).toBe(
      '/administration/journal?who=Kim&area=pledges&action=pledges.accept&subject=pledge%2F1&actor=account%2F0190&conference=seoul2021&from=2021-12-07&until=2021-12-08&before=700',
    )
    const query = Object.fromEntries(new URLSearchParams(address.split('?')[1]))
    expect(Wish.parse(query)).toEqual(wish)
    expect(addressOf(SEOUL)).toBe('/seoul2021/journal')
  })

  it('is nothing where it cannot be understood', () => {
    expect(
      Wish.parse({
        ...{ area: "x' or true", action: 'Pledges', subject: '', actor: '../..', conference: 'x' },
        ...{ from: '2021-13-01', until: 'today', before: '-1', after: '1e99' },
      }),
    ).toEqual(NO_WISH)
  })
})

describe('the address of a history', () => {
  it.each(['session/0190-ab', 'mail', 'text/pledges/a b', 'party/KOR'])(
    'leads back to %s',
    (subject) => {
      const [, kind, id] = /\/history\/([^/]+)\/([^/]+)$/.exec(historyOf(null, subject)) ?? []
      const params = Subject.parse({ kind, id: decodeURIComponent(id ?? '') })
      expect(subjectFrom(params)).toBe(subject)
    },
  )

  it('is that of a conference for its secretariat', () => {
    expect(historyOf(SEOUL, 'pledge/1')).toBe('/seoul2021/history/pledge/1')
  })
})

describe('a seal that was noted', () => {
  it('is read as it was printed, and anything else is none', () => {
    expect(Verifying.parse({ seal: ` 12:${HASH.toUpperCase()} ` })).toEqual({
      seal: { number: 12, hash: HASH },
      after: 0,
    })
    for (const seal of ['', '12', `0:${HASH}`, `12:${HASH}0`, `12 ${HASH}`]) {
      expect(Verifying.parse({ seal })).toEqual({ seal: null, after: 0 })
    }
  })
})
