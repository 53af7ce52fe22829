import { sayDayRange } from '../../../i18n/days.ts'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Explained, Missing, Reason } from '../../matching/explain/explanation.ts'
import { say } from '../words.ts'
import { labelOf, requirementIn, type Shown } from './shown.ts'
import { sayComponent, sayHowMany, sayPartOf, sayReason, sayStandingOf } from './terms.print.ts'

/** Need by need: what is covered, by whom, what is missing, and why. */
export const Needs = ({ shown }: { shown: Shown }) => (
  <>
    {shown.explanation.requirements.map((explained, place) => (
      <Need shown={shown} explained={explained} id={`need-${place + 1}`} />
    ))}
  </>
)

interface One {
  shown: Shown
  explained: Explained
}

function Need({ shown, explained, id }: One & { id: string }) {
  const { language } = shown
  const requirement = requirementIn(shown, explained.requirement)
  if (!requirement) return null
  const { from, until } = requirement
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{labelOf(shown, requirement)}</h3>
      <p>
        <strong>{sayStandingOf(language, explained.standing)}</strong>
        {BETWEEN}
        {say(language, 'units.of', { units: explained.units, wanted: explained.wanted })}
        {BETWEEN}
        <span class="whitespace-nowrap">{sayDayRange(language, from, until)}</span>
      </p>
      {explained.by.length > 0 && <By shown={shown} explained={explained} />}
      {explained.missing.length > 0 && <Lacking shown={shown} explained={explained} />}
      <Why shown={shown} explained={explained} />
    </section>
  )
}

const By = ({ shown, explained }: One) => (
  <Table
    caption={say(shown.language, 'by')}
    columns={(['flow.who', 'flow.what', 'when'] as const).map((key) => say(shown.language, key))}
    rows={explained.by.map((share) => [
      shown.nameOf(share.party),
      sayPartOf(shown.language, share),
      sayDayRange(shown.language, share.from, share.until),
    ])}
  />
)

/** What is missing for one more whole unit, and what a single offer of it would do. */
function Lacking({ shown, explained }: One) {
  const { language } = shown
  const doesComplete = (missing: Missing) =>
    explained.completing.find(
      ({ component, unit }) => component === missing.component && unit === missing.unit,
    )
  return (
    <>
      <h4>{say(language, 'missing')}</h4>
      <ul>
        {explained.missing.map((missing) => {
          const completing = doesComplete(missing)
          return (
            <li>
              {sayPartOf(language, missing)}
              {BETWEEN}
              <span class="whitespace-nowrap">
                {sayDayRange(language, missing.from, missing.until)}
              </span>
              {completing && completing.units > 0 && (
                <>
                  {BETWEEN}
                  {say(language, 'completing', { count: completing.units })}
                </>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Why it is not, each reason once. */
function Why({ shown, explained }: One) {
  const { language } = shown
  const { reasons } = explained
  if (explained.standing === 'covered') return null
  if (reasons.length === 0) return <Empty>{sayReason(language, 'no-combination')}</Empty>
  return (
    <>
      <h4>{say(language, 'why')}</h4>
      <ul>
        {reasons.map((reason) => (
          <li>
            <Because shown={shown} explained={explained} reason={reason} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Because({ shown, explained, reason }: One & { reason: Reason }) {
  const { language } = shown
  const { code, component, party, amount, requirement } = reason
  const taken = requirement === null ? undefined : requirementIn(shown, requirement)
  const unit = explained.missing.find((one) => one.component === component)?.unit
  const about = [
    ...(component === null ? [] : [sayComponent(language, component)]),
    ...(party === null ? [] : [shown.nameOf(party)]),
    ...(amount === null || unit === undefined ? [] : [sayHowMany(language, amount, unit)]),
  ]
  return (
    <>
      {about.length > 0 && (
        <>
          {about.join(BETWEEN)}
          {say(language, 'colon')}
        </>
      )}
      {sayReason(language, code)}
      {taken && (
        <>
          {BETWEEN}
          {labelOf(shown, taken)}
        </>
      )}
    </>
  )
}
