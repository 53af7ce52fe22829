import { setBeside } from '../../../i18n/numbers.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Explained } from '../../matching/explain/explanation.ts'
import { ShareOf } from '../pages/shares.tsx'
import { labelOf, requirementIn } from '../pages/shown.ts'
import { differences } from '../runs/difference.ts'
import { addressOfRun, type RunMade } from '../runs/model.ts'
import { say } from '../words.ts'
import { type Desk, sayBasis, sayMoment, shownAt } from './frame.tsx'
import type { RunFacts } from './run-facts.ts'

/** Two calculations side by side: only what is otherwise. */
export function Beside({
  desk,
  facts: { run, made, beside, others },
}: {
  desk: Desk
  facts: RunFacts & { made: RunMade }
}) {
  const { language } = desk.viewer
  const choices = others.filter(({ id, state }) => id !== run.id && state === 'done')
  if (!beside && choices.length === 0) return null
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{say(language, 'beside')}</h2>
      {beside && <Differences desk={desk} before={beside} after={made} />}
      {choices.length > 0 && (
        <form
          method="get"
          class="flex flex-wrap items-center gap-3"
          action={hrefOf(language, addressOfRun(run))}
        >
          <label for="beside-run">{say(language, 'beside.choose')}</label>
          <select id="beside-run" name="beside">
            {choices.map((one) => (
              <option value={one.id} selected={one.id === beside?.id}>
                {setBeside(language, [sayMoment(desk, one.askedAt), sayBasis(language, one)])}
              </option>
            ))}
          </select>
          <button class="btn" type="submit">
            {say(language, 'beside.do')}
          </button>
        </form>
      )}
    </section>
  )
}

function Differences({ desk, before, after }: { desk: Desk; before: RunMade; after: RunMade }) {
  const { language } = desk.viewer
  const found = differences(before, after)
  const [old, news] = [shownAt(desk, before), shownAt(desk, after)]
  if (found.length === 0) return <Empty>{say(language, 'beside.same')}</Empty>
  return (
    <Table
      caption={say(language, 'beside.caption')}
      columns={(['beside.need', 'beside.before', 'beside.after'] as const).map((key) =>
        say(language, key),
      )}
      rows={found.map((one) => {
        const shown = requirementIn(news, one.need) ? news : old
        const needed = requirementIn(shown, one.need)
        return [
          needed ? labelOf(shown, needed) : one.need,
          <Covered shown={old} one={one.before} />,
          <Covered shown={news} one={one.after} />,
        ]
      })}
    />
  )
}

function Covered({ shown, one }: { shown: ReturnType<typeof shownAt>; one: Explained | null }) {
  const { language } = shown
  if (!one) return <>{say(language, 'beside.none')}</>
  return (
    <>
      {say(language, 'units.of', { units: one.units, wanted: one.wanted })}
      <ul class="list-none ps-0">
        {one.by.map((share) => (
          <li>
            {shown.nameOf(share.party)}
            {BETWEEN}
            <ShareOf shown={shown} share={share} />
          </li>
        ))}
      </ul>
    </>
  )
}
