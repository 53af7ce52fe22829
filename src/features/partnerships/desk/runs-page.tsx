import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { labelOf, requirementIn } from '../pages/shown.ts'
import { addressOfRun, addressOfRuns, type Run, type RunMade } from '../runs/model.ts'
import { say } from '../words.ts'
import { type Desk, Frame, sayMoment, shownAt } from './frame.tsx'

/** What was calculated at a conference, and the button that begins. */
export function RunsPage({
  desk,
  runs,
  last,
}: {
  desk: Desk
  runs: readonly Run[]
  last: RunMade | null
}) {
  const { viewer, conference } = desk
  const { language } = viewer
  return (
    <Frame
      desk={desk}
      title={say(language, 'title')}
      steps={[{ href: '', label: say(language, 'title') }]}
    >
      <p class="lead">{say(language, 'lead')}</p>
      <p>{say(language, 'runs.assumed')}</p>
      <div class="flex flex-wrap gap-3">
        <Deed
          viewer={viewer}
          command="partnerships.calculate"
          then={`${addressOfRuns(conference)}/{run}`}
          fixed={{ conference }}
          quiet={false}
          label={say(language, 'runs.begin')}
        />
        <a class="btn" href={hrefOf(language, `/${conference}/desk/offers`)}>
          {say(language, 'runs.offers')}
        </a>
        <a class="btn" href={hrefOf(language, '/partnerships/example')}>
          {say(language, 'example.open')}
        </a>
      </div>
      {last && <Tomorrow desk={desk} run={last} />}
      <h2 id="runs">{say(language, 'runs')}</h2>
      <Part id="run-list">
        {runs.length === 0 ? (
          <Empty>{say(language, 'runs.none')}</Empty>
        ) : (
          <Table
            caption={say(language, 'runs.caption')}
            columns={(['runs.when', 'runs.state', 'runs.kind'] as const).map((key) =>
              say(language, key),
            )}
            rows={runs.map((run) => [
              <a href={hrefOf(language, addressOfRun(run))}>{sayMoment(desk, run.askedAt)}</a>,
              say(language, `state.${run.state}`),
              say(language, run.change ? `change.${run.change.kind}` : 'runs.record'),
            ])}
          />
        )}
      </Part>
    </Frame>
  )
}

/** The needs of which the last calculation completes units, by whom, each with the way to its place there. */
function Tomorrow({ desk, run }: { desk: Desk; run: RunMade }) {
  const { language } = desk.viewer
  const shown = shownAt(desk, run)
  const closed = run.explanation.requirements
    .map((one, place) => ({ one, id: `need-${place + 1}` }))
    .filter(({ one }) => one.units > 0)
  return (
    <section aria-labelledby="tomorrow">
      <h2 id="tomorrow">{say(language, 'tomorrow')}</h2>
      {closed.length === 0 ? (
        <Empty>{say(language, 'tomorrow.none')}</Empty>
      ) : (
        <Table
          caption={say(language, 'tomorrow.caption')}
          columns={(['beside.need', 'completed', 'flow.who'] as const).map((key) =>
            say(language, key),
          )}
          rows={closed.map(({ one, id }) => {
            const needed = requirementIn(shown, one.requirement)
            const parties = [...new Set(one.by.map(({ party }) => party))]
            return [
              <a href={`${hrefOf(language, addressOfRun(run))}#${id}`}>
                {needed ? labelOf(shown, needed) : one.requirement}
              </a>,
              say(language, 'units.of', { units: one.units, wanted: one.wanted }),
              parties.map((party, place) => (
                <>
                  {place > 0 && BETWEEN}
                  {shown.nameOf(party)}
                </>
              )),
            ]
          })}
        />
      )}
    </section>
  )
}
