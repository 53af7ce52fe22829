import { describe, expect, it } from 'vitest'
import { PartyCode } from '../../../kernel/ids.ts'
import { DeliveryEvent } from '../history.model.ts'
import { Share } from '../shares.model.ts'
import { laidOver, withConsents } from './lasting.ts'

const told = (stage: string, on: string) =>
  DeliveryEvent.parse({
    stage,
    on,
    voice: 'press',
    source: { publisher: 'Gazette', url: 'https://example.org/', date: null, grade: 'B' },
  })
const ANNOUNCED = told('announced', '2021-12-07')
const SHIPPED = told('partly-delivered', '2023-12-21')
const BY_PARTY = told('delivered', '2024-06-01')
const standing = [
  { position: 1, event: ANNOUNCED, byPeople: false },
  { position: 2, event: SHIPPED, byPeople: false },
  { position: 3, event: BY_PARTY, byPeople: true },
]

describe('when a file says something new of a pledge', () => {
  it('what people reported here stays, under its number', () => {
    const better = told('partly-delivered', '2023-12-22')
    expect(laidOver(standing, [ANNOUNCED, better])).toEqual({
      removed: [2],
      added: [{ position: 4, event: better }],
      history: [ANNOUNCED, BY_PARTY, better],
    })
  })

  it('what it says as before keeps its number, in whatever order it stands there', () => {
    expect(laidOver(standing, [SHIPPED, ANNOUNCED])).toEqual({
      removed: [],
      added: [],
      history: [ANNOUNCED, SHIPPED, BY_PARTY],
    })
  })

  it('what it tells twice is there twice', () => {
    expect(laidOver([], [ANNOUNCED, ANNOUNCED]).added.map(({ position }) => position)).toEqual([
      1, 2,
    ])
  })

  it('what people said too is one report, not two', () => {
    expect(laidOver(standing, [ANNOUNCED, SHIPPED, BY_PARTY]).added).toEqual([])
  })

  it('a consent that a party gave here is not taken back', () => {
    const share = (consent: string, role = 'equipment') =>
      Share.parse({ party: PartyCode.parse('KOR'), role, consent })
    expect(withConsents([share('given')], [share('named'), share('named', 'lead')])).toEqual([
      share('given'),
      share('named', 'lead'),
    ])
  })
})
