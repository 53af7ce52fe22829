import { setBeside } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import type { Requirement } from '../../matching/model/instance.ts'
import { sayAssumed } from '../../offers/terms.print.ts'
import { labelOf, requirementIn, type Shown } from '../pages/shown.ts'
import { sayPartOf } from '../pages/terms.print.ts'
import type { AssumedOf, Assumption } from '../runs/assumed.model.ts'
import { say } from '../words.ts'
import { addressOfPaper } from './addresses.ts'

const sayAssumption = (language: Language, part: Assumption): string =>
  part === 'weight' ? say(language, 'assumed.weight') : sayAssumed(language, part)

/** What of a need nobody said, in one line. */
export const sayAssumptions = (language: Language, { parts }: AssumedOf): string =>
  setBeside(
    language,
    parts.map((part) => sayAssumption(language, part)),
  )

/** The ways in which a whole unit is made up, and whose word that is. */
export function Recipe({
  shown,
  requirement,
  assumed,
}: {
  shown: Shown
  requirement: Requirement
  assumed: AssumedOf | null
}) {
  const { language, instance } = shown
  const recipe = instance.recipes.find(({ capability }) => capability === requirement.capability)
  if (!recipe) return null
  return (
    <>
      <h2 id="recipe">{say(language, 'recipe')}</h2>
      <ul>
        {recipe.alternatives.map(({ components }) => (
          <li>{components.map((part) => sayPartOf(language, part)).join(BETWEEN)}</li>
        ))}
      </ul>
      {assumed && (
        <p class="mark">
          {say(language, `recipe.${assumed.recipe.by}`)}
          {assumed.recipe.of !== requirement.capability && (
            <> {shown.capabilityOf(assumed.recipe.of)}</>
          )}
        </p>
      )}
    </>
  )
}

/** What of a need no paper says, and what one does. */
export function AssumedFacts({
  language,
  assumed,
}: {
  language: Language
  assumed: AssumedOf | null
}) {
  if (!assumed) return null
  return (
    <>
      <h2 id="assumed">{say(language, 'assumed')}</h2>
      <dl class="known">
        <dt>{say(language, 'assumed.parts')}</dt>
        <dd>{sayAssumptions(language, assumed)}</dd>
        <dt>{say(language, 'assumed.paper')}</dt>
        <dd>
          {assumed.paper ? (
            <a href={hrefOf(language, addressOfPaper(assumed.paper))}>
              <Identifier>{assumed.paper}</Identifier>
            </a>
          ) : (
            say(language, 'assumed.no-paper')
          )}
        </dd>
      </dl>
    </>
  )
}

/** Need by need, what nobody said. */
export function Assumptions({ shown, assumed }: { shown: Shown; assumed: readonly AssumedOf[] }) {
  const { language } = shown
  if (assumed.length === 0) return null
  return (
    <>
      <h2 id="assumed">{say(language, 'assumed')}</h2>
      <details>
        <summary>{say(language, 'needs.count', { count: assumed.length })}</summary>
        <Table
          caption={say(language, 'assumed.caption')}
          columns={(['beside.need', 'assumed.parts', 'recipe'] as const).map((key) =>
            say(language, key),
          )}
          rows={assumed.map((one) => {
            const needed = requirementIn(shown, one.requirement)
            return [
              <a href={shown.needHref?.(one.requirement)}>
                {needed ? labelOf(shown, needed) : one.requirement}
              </a>,
              sayAssumptions(language, one),
              say(language, `recipe.${one.recipe.by}`),
            ]
          })}
        />
      </details>
    </>
  )
}
