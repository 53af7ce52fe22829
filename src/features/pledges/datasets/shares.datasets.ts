import { ConferenceId, PartyCode } from '../../../kernel/ids.ts'
import { choice, derived, integer, label, text } from '../../../platform/dataset/columns.ts'
import { dataset, type Row } from '../../../platform/dataset/dataset.ts'
import { factOf, rowOf } from '../../../platform/dataset/facts.ts'
import {
  quantityCells,
  quantityColumns,
  quantityFrom,
} from '../../../platform/dataset/quantities.ts'
import { nameOn } from '../../parties/model.ts'
import { partiesOf } from '../../parties/queries.ts'
import { PledgeId } from '../model.ts'
import { Consent, Role } from '../shares.model.ts'
import { say } from '../words.ts'
import { wordedOn } from './listed.queries.ts'
import { inPledges } from './parts.queries.ts'

const PLAIN = [
  derived(text('id', 'Pledge and position.', { required: true, example: 'KOR-2021-01.001' })),
  text('pledge', 'The pledge of which it is a part.', { required: true, example: 'KOR-2021-01' }),
  integer('position', 'Its place among the shares of the pledge, from 1.', { required: true }),
  derived(text('conference', 'The conference at which the pledge was announced.')),
  text('party', 'The code of the party.', { required: true, example: 'KOR' }),
  label('party_name', 'The name of the party, in the asked language.'),
  choice('role', 'What it does in the pledge.', Role.options, { required: true }),
  choice('consent', 'How it is known that the party is part of it.', Consent.options, {
    required: true,
  }),
]
const COLUMNS = [...PLAIN, ...quantityColumns('quantity', 'its own part')]

export const nth = (place: number): string => String(place).padStart(3, '0')

/** A share as the terms of its pledge hold it. */
export function shareFrom(row: Row) {
  const { pledge: _, position: __, ...share } = factOf(PLAIN, row)
  return { ...share, quantity: quantityFrom(row, 'quantity') }
}

/** Who contributes what to a pledge, or receives it. */
export const shares = dataset('shares', {
  title: (language) => say(language, 'dataset.shares'),
  description: (language) => say(language, 'dataset.shares.about'),
  columns: COLUMNS,
  key: 'id',
  filters: {
    pledge: {
      description: 'Only shares in this pledge.',
      schema: PledgeId,
      example: 'KOR-2021-01',
    },
    conference: {
      description: 'Only shares in pledges announced at this conference.',
      schema: ConferenceId,
      example: 'seoul2021',
    },
    party: { description: 'Only shares of this party.', schema: PartyCode, example: 'KOR' },
    role: { description: 'Only shares of this role.', schema: Role, example: 'equipment' },
  },
  sortable: [],
  dated: true,
  topics: ['pledges'],
  partOf: { dataset: 'pledges', column: 'pledge' },
  ...inPledges('shares', async (found, { asOf, day, language }, db) => {
    const codes = found.flatMap(({ terms }) => terms.shares.map(({ party }) => party))
    const parties = await partiesOf(db, [...new Set(codes)])
    return found.map((one) => {
      const pledge = wordedOn(one, asOf)
      return pledge.terms.shares.map((share, place): Row => {
        const party = parties.get(share.party)
        return {
          ...rowOf(PLAIN, share, {
            id: `${pledge.id}.${nth(place + 1)}`,
            pledge: pledge.id,
            position: place + 1,
            conference: pledge.terms.conference,
            party_name: party ? nameOn(party, day, language).short : null,
          }),
          ...quantityCells('quantity', share.quantity),
        }
      })
    })
  }),
})
