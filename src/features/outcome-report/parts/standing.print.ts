import { sayPartialDay } from '../../../i18n/days.ts'
import { sayCount, sayMoney } from '../../../i18n/quantities.ts'
import { measureOf } from '../../../kernel/quantity.ts'
import { countsOn, reachedOn, standingOn } from '../../pledges/history/standing.ts'
import { sayTerm } from '../../pledges/pages/terms.print.ts'
import { type Cell, line } from '../blocks.ts'
import { BESIDE, type Desk, partyName, together } from '../desk.print.ts'
import type { Outcome, Pledged } from '../facts.ts'
import { say } from '../words.ts'

/** How far a pledge is known to be carried out, and when that was last reported in public. */
export function standingCell(desk: Desk, pledge: Pledged): Cell {
  const { language, outcome } = desk
  const { entry, confirmedBy } = pledge
  const { stage, on, reportedOn } = standingOn(entry.reports, outcome.asOf)
  const reached = stage === 'partly-delivered' ? sayReached(desk, pledge) : null
  const stageSaid = sayTerm(language, entry.withdrawn ? 'stage.withdrawn' : `stage.${stage}`)
  const pair = (label: string, words: string) => say(language, 'pair', { label, words })
  return [
    line('strong', reached ? [stageSaid, reached].join(BESIDE) : stageSaid),
    line(
      'quiet',
      pair(
        sayTerm(language, 'last-report'),
        reportedOn
          ? together(sayPartialDay(language, reportedOn))
          : sayTerm(language, 'last-report.none'),
      ),
      desk.cite(sourcesOn(outcome, pledge, [on, reportedOn])),
    ),
    ...(confirmedBy.length > 0
      ? [
          line(
            'quiet',
            pair(
              sayTerm(language, 'confirmed'),
              confirmedBy.map((code) => partyName(desk, code)).join(BESIDE),
            ),
          ),
        ]
      : []),
  ]
}

/** Where the reports of some days were found; what was reported in Plenum itself has no other source. */
const sourcesOn = ({ asOf }: Outcome, { delivery }: Pledged, days: readonly (string | null)[]) =>
  delivery
    .filter((event) => event.stage !== 'announced' && countsOn(event, asOf))
    .filter(({ on }) => days.includes(on))
    .map(({ source }) => source)

/** How much was delivered, in the measure of the promise. */
function sayReached({ language, outcome }: Desk, { entry, terms }: Pledged): string | null {
  const { quantity } = terms
  if (quantity.kind === 'none') return null
  const value = reachedOn(entry.reports, outcome.asOf).get(measureOf(quantity))
  if (value === undefined) return null
  return quantity.unit === 'money'
    ? sayMoney(language, value, quantity.currency ?? '')
    : sayCount(language, value, quantity.unit)
}
