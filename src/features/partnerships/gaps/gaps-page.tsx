import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty, Notice } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Own } from '../../capabilities/pages/marks.tsx'
import type { Explained } from '../../matching/explain/explanation.ts'
import { addressOfNeeds } from '../../offers-board/choices.ts'
import { addressOfPaper } from '../desk/addresses.ts'
import { type Desk, Frame, sayMoment, shownAt } from '../desk/frame.tsx'
import { Why } from '../pages/needs.tsx'
import { sayUnits } from '../pages/result.tsx'
import { labelOf, requirementIn, type Shown } from '../pages/shown.ts'
import { sayPartOf, sayStandingOf } from '../pages/terms.print.ts'
import { addressOfRun, addressOfRuns, type RunMade } from '../runs/model.ts'
import { say } from '../words.ts'
import type { GapsFacts } from './facts.ts'

interface Props {
  desk: Desk
  facts: GapsFacts
}

/** The gaps of an edition as its secretariat reads them: what could be closed tomorrow, by whom, and what is missing. */
export function GapsPage({ desk, facts }: Props) {
  const { language } = desk.viewer
  const { run, isCurrent } = facts
  return (
    <Frame
      desk={desk}
      title={say(language, 'tomorrow')}
      steps={[{ href: '', label: say(language, 'tomorrow') }]}
    >
      <p class="lead">{say(language, 'gaps.lead')}</p>
      <Part id="gaps">
        {run ? (
          <Last desk={desk} run={run} isCurrent={isCurrent} />
        ) : (
          <Empty>{say(language, 'runs.none')}</Empty>
        )}
        {!isCurrent && <Begin desk={desk} />}
        {run && <Needs desk={desk} run={run} />}
        <Unready desk={desk} facts={facts} />
      </Part>
    </Frame>
  )
}

/** Of when it is, and whether something has changed since. */
function Last({ desk, run, isCurrent }: { desk: Desk; run: RunMade; isCurrent: boolean }) {
  const { language } = desk.viewer
  return (
    <>
      <p>
        <strong>{sayUnits(language, run.explanation)}</strong>
        {BETWEEN}
        <a href={hrefOf(language, addressOfRun(run))}>
          {say(language, 'gaps.calculated')}
          {say(language, 'colon')}
          {sayMoment(desk, run.askedAt)}
        </a>
      </p>
      {!isCurrent && <Notice>{say(language, 'gaps.changed')}</Notice>}
    </>
  )
}

const Begin = ({ desk: { viewer, conference } }: { desk: Desk }) => (
  <Deed
    viewer={viewer}
    command="partnerships.calculate"
    then={`${addressOfRuns(conference)}/{run}`}
    fixed={{ conference }}
    quiet={false}
    label={say(viewer.language, 'runs.begin')}
  />
)

/** First what could be closed, then what is missing of the rest. */
function Needs({ desk, run }: { desk: Desk; run: RunMade }) {
  const shown = shownAt(desk, run)
  const { requirements } = run.explanation
  return (
    <>
      <Closed shown={shown} needs={requirements.filter(({ units }) => units > 0)} />
      <Open shown={shown} needs={requirements.filter(({ standing }) => standing !== 'covered')} />
    </>
  )
}

interface Some {
  shown: Shown
  needs: readonly Explained[]
}

function Closed({ shown, needs }: Some) {
  const { language } = shown
  return (
    <section aria-labelledby="closed">
      <h2 id="closed">{say(language, 'gaps.closed')}</h2>
      {needs.length === 0 ? (
        <Empty>{say(language, 'tomorrow.none')}</Empty>
      ) : (
        <Table
          caption={say(language, 'tomorrow.caption')}
          columns={(['beside.need', 'completed', 'gaps.ask'] as const).map((key) =>
            say(language, key),
          )}
          rows={needs.map((one) => [
            <NeedLink shown={shown} one={one} />,
            say(language, 'units.of', { units: one.units, wanted: one.wanted }),
            [...new Set(one.by.map(({ party }) => party))].map((party, place) => (
              <>
                {place > 0 && BETWEEN}
                {shown.nameOf(party)}
              </>
            )),
          ])}
        />
      )}
    </section>
  )
}

function Open({ shown, needs }: Some) {
  const { language } = shown
  if (needs.length === 0) return null
  return (
    <section aria-labelledby="open">
      <h2 id="open">{say(language, 'gaps.open')}</h2>
      <Table
        caption={say(language, 'gaps.open.caption')}
        columns={(['beside.need', 'missing', 'why'] as const).map((key) => say(language, key))}
        rows={needs.map((one) => [
          <>
            <NeedLink shown={shown} one={one} />
            <small class="block font-normal">{sayStandingOf(language, one.standing)}</small>
          </>,
          <Missing shown={shown} one={one} />,
          <Why shown={shown} explained={one} />,
        ])}
      />
    </section>
  )
}

function NeedLink({ shown, one }: { shown: Shown; one: Explained }) {
  const needed = requirementIn(shown, one.requirement)
  const label = needed ? labelOf(shown, needed) : one.requirement
  return <a href={shown.needHref?.(one.requirement)}>{label}</a>
}

/** What is missing for one more unit, and what a single offer of it would complete. */
function Missing({ shown, one }: { shown: Shown; one: Explained }) {
  const { language } = shown
  const [completing] = one.completing
  return (
    <>
      {one.missing.map((part) => sayPartOf(language, part)).join(BETWEEN)}
      {completing && (
        <small class="block">{say(language, 'completing', { count: completing.units })}</small>
      )}
    </>
  )
}

/** What papers of the edition name, and no calculation knows yet. */
function Unready({ desk, facts: { unready } }: Props) {
  const { language } = desk.viewer
  if (unready.length === 0) return null
  return (
    <section aria-labelledby="unready">
      <h2 id="unready">{say(language, 'gaps.unready')}</h2>
      <p>{say(language, 'gaps.unready.text')}</p>
      <ul>
        {unready.map((one) => (
          <li>
            <a href={hrefOf(language, addressOfPaper(one.id))}>
              <Own text={one.words} language={language} />
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="btn" href={hrefOf(language, `${addressOfNeeds(desk.conference)}/new`)}>
          {say(language, 'gaps.ready')}
        </a>
      </p>
    </section>
  )
}
