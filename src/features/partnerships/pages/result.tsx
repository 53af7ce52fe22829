import { sayNumber } from '../../../i18n/numbers.ts'
import { Chart } from '../../../ui/chart/chart.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { sayBanner } from '../../matching/banner.print.ts'
import type { Level } from '../../matching/model/plan.ts'
import { say } from '../words.ts'
import { flowOfPlan } from './flow-chart.tsx'
import { Needs } from './needs.tsx'
import { labelOf, requirementIn, type Shown } from './shown.ts'
import { sayAim, sayPartOf } from './terms.print.ts'

/** What stands over every calculation. */
export const Banner = ({ language }: Pick<Shown, 'language'>) => (
  <Notice tone="warning">
    <strong>{sayBanner(language)}</strong>
  </Notice>
)

/** A picture of fewer shares says no more than their table. */
const FEWEST = 3

/** A calculation in words and as a picture: how much, from whom to what, need by need, what is scarce, how sure. */
export function Result({ shown, downloads }: { shown: Shown; downloads?: string }) {
  const { language, solution } = shown
  const { requirements } = shown.explanation
  const shares = requirements.reduce((sum, { by }) => sum + by.length, 0)
  return (
    <>
      <h2 id="completed">{say(language, 'completed')}</h2>
      <p class="lead">{sayUnits(language, shown.explanation)}</p>
      {shares >= FEWEST && (
        <Chart
          id="flow"
          language={language}
          of={flowOfPlan(shown)}
          heading="h2"
          {...(downloads !== undefined && { downloads })}
        />
      )}
      <h2 id="needs">{say(language, 'needs')}</h2>
      {requirements.length === 0 ? (
        <Empty>{say(language, 'needs.none')}</Empty>
      ) : (
        <Needs shown={shown} />
      )}
      <Scarce shown={shown} />
      <Aims language={language} solution={solution} hasAgreed={shown.instance.accepted !== null} />
    </>
  )
}

/** How many whole units of all that are wanted a calculation completes. */
export function sayUnits(
  language: Shown['language'],
  { requirements }: Shown['explanation'],
): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  return say(language, 'units.of', {
    units: sum(requirements.map(({ units }) => units)),
    wanted: sum(requirements.map(({ wanted }) => wanted)),
  })
}

/** What one more of each scarce part would make possible. */
function Scarce({ shown }: { shown: Shown }) {
  const { language } = shown
  const scarce = shown.explanation.scarce.filter(({ units }) => units > 0)
  return (
    <>
      <h2 id="scarce">{say(language, 'scarce')}</h2>
      {scarce.length === 0 ? (
        <Empty>{say(language, 'scarce.none')}</Empty>
      ) : (
        <Table
          caption={say(language, 'scarce.text')}
          columns={(['scarce.more', 'scarce.completes', 'flow.units'] as const).map((key) =>
            say(language, key),
          )}
          rows={scarce.map((one) => [
            sayPartOf(language, one),
            say(language, 'units', { count: one.units }),
            <ul class="list-none ps-0">
              {one.completes.map(({ requirement }) => {
                const needed = requirementIn(shown, requirement)
                return needed && <li>{labelOf(shown, needed)}</li>
              })}
            </ul>,
          ])}
        />
      )}
    </>
  )
}

/** What was aimed at, and whether anything better can be; where nothing was agreed before, nothing can change. */
function Aims({
  language,
  solution,
  hasAgreed,
}: Pick<Shown, 'language' | 'solution'> & { hasAgreed: boolean }) {
  const levels = solution.levels.filter(({ level }) => hasAgreed || level !== 'change')
  return (
    <>
      <h2 id="aims">{say(language, 'aims')}</h2>
      <p>{say(language, 'aims.text')}</p>
      {solution.stopped !== null && <Notice>{say(language, `stopped.${solution.stopped}`)}</Notice>}
      <Table
        caption={say(language, 'aims.table')}
        columns={(['aim', 'reached', 'sure'] as const).map((key) => say(language, key))}
        rows={levels.map((level) => [
          sayAim(language, level.level),
          sayNumber(language, level.value),
          saySure(language, level),
        ])}
      />
    </>
  )
}

const saySure = (language: Shown['language'], { proven, bound }: Level): string =>
  proven
    ? say(language, 'proven')
    : say(language, 'not-proven', { bound: sayNumber(language, bound) })
