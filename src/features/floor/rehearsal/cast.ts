import { PartyCode } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import type { Rank } from '../../delegations/ranks.model.ts'
import type { Party } from '../../parties/model.ts'

/** How many sessions the delegations of Seoul were heard in. */
export const PARTS = 4

/**
 * Who takes part in a rehearsal, by rank, the highest first: the numbers of the ministerial meeting of Seoul. On 6
 * December 2021 there were 76 States registered to speak, with 15 ministers for foreign affairs, 29 ministers of defence
 * and 20 vice-ministers (KBS World, http://world.kbs.co.kr/service/news_view.htm?Seq_Code=67728). The rank of the other
 * twelve and the two organisations are our supposition.
 */
const NUMBERS: readonly { many: number; rank: Rank; kind: 'delegation' | 'organisation' }[] = [
  { many: 15 + 29, rank: 'minister', kind: 'delegation' },
  { many: 20, rank: 'vice-minister', kind: 'delegation' },
  { many: 12, rank: 'chair-of-delegation', kind: 'delegation' },
  { many: 2, rank: 'official', kind: 'organisation' },
]

/** One of those who take part: invented, and called by a number. */
export interface Invented {
  code: PartyCode
  kind: 'delegation' | 'organisation'
  number: number
  rank: Rank
  /** The part in which it is heard, from 0. */
  part: number
}

/** No party is called by a number: these are in no list of parties, and those in none of these. */
const CODE = /^(DELEGATION|ORGANISATION)-\d{1,3}$/
export const isInvented = (code: string): boolean => CODE.test(code)

const codeOf = (kind: Invented['kind'], number: number) =>
  PartyCode.parse(`${kind.toUpperCase()}-${number}`)

/** Everybody, the highest rank first, spread over the parts so that each hears every rank. */
export const CAST: readonly Invented[] = NUMBERS.flatMap(({ many, rank, kind }) =>
  Array.from({ length: many }, () => ({ rank, kind })),
).map(({ rank, kind }, index, all) => {
  const number = all.slice(0, index).filter((one) => one.kind === kind).length + 1
  return { code: codeOf(kind, number), kind, number, rank, part: index % PARTS }
})

const NAMES: Readonly<Record<Invented['kind'], Readonly<Record<Language, string>>>> = {
  delegation: {
    ...{ ar: 'الوفد', zh: '代表团', en: 'Delegation', fr: 'Délégation' },
    ...{ ru: 'Делегация', es: 'Delegación', ko: '대표단' },
  },
  organisation: {
    ...{ ar: 'المنظمة', zh: '组织', en: 'Organization', fr: 'Organisation' },
    ...{ ru: 'Организация', es: 'Organización', ko: '국제기구' },
  },
}

const namesOf = ({ kind, number }: Pick<Invented, 'kind' | 'number'>) =>
  Object.fromEntries(
    LANGUAGES.map((language) => {
      const name = `${NAMES[kind][language]} ${number}`
      // By number, not by letters: the second before the tenth.
      const sort = `${NAMES[kind][language]} ${String(number).padStart(3, '0')}`
      return [language, { short: name, formal: name, sort }]
    }),
  ) as Party['namings'][0]['names']

/** The day since which an invented delegation counts as that of a Member State: any that comes before all meetings. */
const EVER_SINCE = '1945-10-24'

const partyFrom = (one: Invented): Party => ({
  code: one.code,
  kind: one.kind === 'delegation' ? 'state' : 'organisation',
  ...{ alpha2: null, m49: null, observerSince: null, region: null, subregion: null },
  memberSince: one.kind === 'delegation' ? EVER_SINCE : null,
  ...{ zone: null, seat: null, inSentences: 'short', abbreviations: {}, aliases: [], note: null },
  namings: [
    {
      ...{ until: null, dayConfirmed: true, unconfirmed: [], note: null },
      names: namesOf(one),
    },
  ],
  sources: [],
})

/** Everybody who may take part in a rehearsal, by code. */
export const INVENTED: ReadonlyMap<PartyCode, Party> = new Map(
  CAST.map((one) => [one.code, partyFrom(one)]),
)
