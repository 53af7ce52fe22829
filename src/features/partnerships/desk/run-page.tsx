import { sayNumber } from '../../../i18n/numbers.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { LEVELS } from '../../matching/model/plan.ts'
import { Result } from '../pages/result.tsx'
import { sayAim } from '../pages/terms.print.ts'
import { addressOfRun, addressOfRuns, isOpen, type Run } from '../runs/model.ts'
import { say } from '../words.ts'
import { Assumptions } from './assumed.tsx'
import { Beside } from './beside.tsx'
import { Faults } from './faults.tsx'
import { type Desk, Frame, sayChange, sayMoment, shownAt } from './frame.tsx'
import type { RunFacts } from './run-facts.ts'
import { Suppose } from './suppose.tsx'

/** A calculation: how far it is, what came out, what is otherwise than before, and what if. */
export function RunPage({ desk, facts }: { desk: Desk; facts: RunFacts }) {
  const { viewer, conference } = desk
  const { language } = viewer
  const { run, made } = facts
  const title = say(language, run.change ? `change.${run.change.kind}` : 'runs.one')
  return (
    <Frame
      desk={desk}
      title={title}
      steps={[
        { href: addressOfRuns(conference), label: say(language, 'title') },
        { href: '', label: title },
      ]}
    >
      {run.change && <p class="lead">{sayChange(desk, run.change, made)}</p>}
      {run.basis === 'record' && <p>{say(language, 'record.lead')}</p>}
      <p>
        {sayMoment(desk, run.askedAt)}
        {run.digest && (
          <>
            {BETWEEN}
            {say(language, 'run.digest')}
            {say(language, 'colon')}
            <Identifier>{run.digest.slice(0, 16)}</Identifier>
          </>
        )}
        {run.parent && (
          <>
            {BETWEEN}
            <a
              href={hrefOf(language, addressOfRun({ conference: run.conference, id: run.parent }))}
            >
              {say(language, 'run.parent')}
            </a>
          </>
        )}
      </p>
      <Part id="calculation">
        <Standing desk={desk} run={run} />
        {made && (
          <>
            <Faults desk={desk} run={made} />
            <Beside desk={desk} facts={{ ...facts, made }} />
            <Result shown={shownAt(desk, made)} />
            <Assumptions shown={shownAt(desk, made)} assumed={made.assumed} />
          </>
        )}
      </Part>
      {made && <Suppose desk={desk} run={made} />}
    </Frame>
  )
}

/** How far it is, as long as it runs; afterwards how it ended, where nothing came out. */
function Standing({ desk, run }: { desk: Desk; run: Run }) {
  const { viewer } = desk
  const { language } = viewer
  if (run.state === 'done') return null
  if (!isOpen(run.state)) return <Notice>{say(language, `state.${run.state}`)}</Notice>
  const { progress } = run
  const done = progress
    ? LEVELS.indexOf(progress.level) * progress.parts + progress.part
    : undefined
  return (
    <section class="under-way" aria-label={say(language, 'run.progress')}>
      <label for="run-progress">{say(language, `state.${run.state}`)}</label>
      <progress
        id="run-progress"
        value={done}
        max={progress ? LEVELS.length * progress.parts : undefined}
      />
      {progress && (
        <p>
          {sayAim(language, progress.level)}
          {say(language, 'colon')}
          {sayNumber(language, progress.value)}
        </p>
      )}
      <Deed
        viewer={viewer}
        command="partnerships.cancel"
        fixed={{ conference: run.conference, run: run.id }}
        label={say(language, 'run.cancel')}
      />
    </section>
  )
}
