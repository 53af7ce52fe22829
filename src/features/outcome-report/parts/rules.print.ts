import { isolateIn } from '../../../i18n/isolate.ts'
import { say as sayInUi } from '../../../ui/words.ts'
import { RULES } from '../../record/count/count.ts'
import { sayTerm } from '../../record/terms.print.ts'
import { line, type Part, paragraph } from '../blocks.ts'
import { BESIDE, type Desk, sayDateOf } from '../desk.print.ts'
import { say } from '../words.ts'

/** How everything in the report was counted. */
export const rulesPart = ({ language }: Desk): Part => ({
  id: 'rules',
  heading: sayTerm(language, 'rules'),
  blocks: [
    paragraph('plain', sayTerm(language, 'rules.text')),
    {
      kind: 'terms',
      terms: [
        ...[...RULES, 'standing' as const].map((rule) => ({
          term: sayTerm(language, `rule.${rule}`),
          means: sayTerm(language, `rule.${rule}.text`),
        })),
        { term: sayTerm(language, 'ages'), means: sayTerm(language, 'ages.rule') },
        { term: say(language, 'categories'), means: say(language, 'categories.rule') },
        { term: say(language, 'needs'), means: sayTerm(language, 'gaps.editions.text') },
      ],
    },
  ],
})

/** Every source that the report cites, by its number: publisher, date and our grade; the address is a link. */
export function sourcesPart({ language, cited }: Desk): Part {
  const grades = (['A', 'B', 'C'] as const)
    .map((grade) => `${grade}: ${sayInUi(language, `source.grade.${grade}`)}`)
    .join('; ')
  return {
    id: 'sources',
    heading: say(language, 'sources'),
    blocks: [
      paragraph('plain', `${say(language, 'sources.text')} ${grades}.`),
      {
        kind: 'sources',
        sources: cited().map(({ publisher, url, date, grade }, place) => ({
          number: place + 1,
          line: line('plain', [
            { text: isolateIn(language, publisher), url },
            { text: `${BESIDE}${sayDateOf(language, date)}` },
            ...(grade ? [{ text: grade, mark: true as const }] : []),
          ]),
        })),
      },
    ],
  }
}
