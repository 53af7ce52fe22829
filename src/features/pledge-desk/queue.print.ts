import { sayQuantity } from '../../i18n/quantities.ts'
import type { PartyCode } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { readingOf } from '../../kernel/text.ts'
import { nameOn, type Party } from '../parties/model.ts'
import { groupOf, type Waiting } from './queue.ts'

/** What the table of the desk is printed with. */
export interface Printing {
  language: Language
  zone: string
  today: string
  parties: ReadonlyMap<PartyCode, Party>
}

/** Columns for programs, in the order of the cells. */
export const COLUMNS = [
  'id',
  'group',
  'state',
  'lead',
  'lead_name',
  'title',
  'quantity',
  'capabilities',
  'handed_in_at',
  'public_at',
  'consent_asked',
  'takes_no_part',
  'signatures_missing_host',
  'signatures_missing_un',
]

/** The queue of a desk as rows: codes for programs, names and quantities for people. */
export const rowsOf = (
  queue: readonly Waiting[],
  { language, zone, today, parties }: Printing,
): (string | number | null)[][] =>
  queue.map((one) => {
    const lead = one.lead && parties.get(one.lead)
    const at = (moment: Temporal.Instant | null) =>
      moment
        ?.toZonedDateTimeISO(zone)
        .toString({ timeZoneName: 'never', smallestUnit: 'second' }) ?? null
    return [
      one.id,
      groupOf(one),
      one.state,
      one.lead,
      lead ? nameOn(lead, today, language).short : null,
      readingOf(one.title, language).value,
      one.quantity.kind === 'none' ? null : sayQuantity(language, one.quantity),
      one.capabilities.join(' '),
      at(one.handedInAt),
      at(one.releaseAt),
      one.asked.join(' '),
      one.declined.join(' '),
      one.unsigned.host,
      one.unsigned.un,
    ]
  })
