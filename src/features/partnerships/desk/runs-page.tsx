import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { addressOfGaps, addressOfRun, addressOfRuns, type Run } from '../runs/model.ts'
import { say } from '../words.ts'
import { type Desk, Frame, sayBasis, sayMoment } from './frame.tsx'

/** What was calculated at a conference, and the button that begins. */
export function RunsPage({ desk, runs }: { desk: Desk; runs: readonly Run[] }) {
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
        <Deed
          viewer={viewer}
          command="partnerships.calculate"
          of="record"
          then={`${addressOfRuns(conference)}/{run}`}
          fixed={{ conference, basis: 'record' }}
          label={say(language, 'runs.begin-record')}
        />
        <a class="btn" href={hrefOf(language, addressOfGaps(conference))}>
          {say(language, 'tomorrow')}
        </a>
        <a class="btn" href={hrefOf(language, `/${conference}/desk/offers`)}>
          {say(language, 'runs.offers')}
        </a>
        <a class="btn" href={hrefOf(language, '/partnerships/example')}>
          {say(language, 'example.open')}
        </a>
      </div>
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
              sayBasis(language, run),
            ])}
          />
        )}
      </Part>
    </Frame>
  )
}
