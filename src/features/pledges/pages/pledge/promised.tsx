import { BETWEEN } from '../../../../ui/text.tsx'
import { ELEMENTS, type Terms } from '../../model.ts'
import { elementsIn } from '../../terms/assessability.ts'
import { say } from '../../words.ts'
import type { PledgeDesk } from './desk.tsx'
import { saidOf } from './fields.tsx'

/** What of the terms is told as a list of facts; the rest has a place of its own on the page. */
const TOLD = [
  'words',
  'announcedIn',
  'capabilities',
  'categories',
  'priorities',
  'crossCutting',
  'missions',
  'beneficiaries',
  'from',
  'until',
  'conditions',
  'requirements',
  'baseline',
] as const satisfies readonly (keyof Terms)[]

/** What was promised, field by field; what was not said is not there. */
export function Promised({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  const told = TOLD.flatMap((field) => {
    const said = saidOf(desk, field, pledge.terms)
    return said === null ? [] : [{ field, said }]
  })
  if (told.length === 0) return null
  return (
    <>
      <h2 id="promised">{say(language, 'promised')}</h2>
      <dl>
        {told.map(({ field, said }) => (
          <>
            <dt>{say(language, `field.${field}`)}</dt>
            <dd>{said}</dd>
          </>
        ))}
      </dl>
    </>
  )
}

/** Which details public sources give: a list of what can be read, never a score of anybody. */
export function Details({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  const given = new Set(elementsIn(pledge.terms))
  const listed = ELEMENTS.filter((element) => given.has(element))
  if (listed.length === 0) return null
  return (
    <>
      <h2 id="details">{say(language, 'details')}</h2>
      <p>{listed.map((element) => say(language, `element.${element}`)).join(BETWEEN)}</p>
    </>
  )
}
