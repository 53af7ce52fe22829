import { sayNumber } from '../../../i18n/numbers.ts'
import { isJoint } from '../../pledges/shares.model.ts'
import { count } from '../../record/count/count.ts'
import { sayTerm } from '../../record/terms.print.ts'
import { type Part, paragraph } from '../blocks.ts'
import { citeKeys, type Desk, wordsOf } from '../desk.print.ts'
import { say } from '../words.ts'
import { knownBlocks } from './known.print.ts'

/** What the conference was, how much of it our sample holds, and what is known of that. */
export function briefPart(desk: Desk): Part {
  const { language, outcome } = desk
  const { conference, pledges, states } = outcome
  const entries = pledges.map(({ entry }) => entry)
  const isState = (code: string) => states.has(code)
  const joint = pledges.filter(({ terms }) => isJoint(terms.shares)).length
  const numbers = (['pledges', 'states'] as const).map((rule) => ({
    value: sayNumber(language, count(entries, rule, isState).number ?? 0),
    counts: sayTerm(language, `rule.${rule}`),
  }))
  return {
    id: 'brief',
    heading: say(language, 'brief'),
    blocks: [
      paragraph(
        'lead',
        wordsOf(desk, conference.summary.title),
        citeKeys(desk, conference.summary.sources),
      ),
      {
        kind: 'numbers',
        numbers: [
          ...numbers,
          { value: sayNumber(language, joint), counts: say(language, 'joint.count') },
        ],
      },
      paragraph('plain', say(language, 'brief.sample')),
      ...knownBlocks(desk),
    ],
  }
}
