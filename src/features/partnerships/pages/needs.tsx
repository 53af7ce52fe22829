import { sayDayRange } from '../../../i18n/days.ts'
import { Empty } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Explained, Missing, Reason } from '../../matching/explain/explanation.ts'
import type { Requirement } from '../../matching/model/instance.ts'
import { say } from '../words.ts'
import { ShareOf } from './shares.tsx'
import { labelOf, requirementIn, type Shown } from './shown.ts'
import { sayComponent, sayHowMany, sayPartOf, sayReason, sayStandingOf } from './terms.print.ts'

/** Of more needs than these, each is opened by whoever wants it. */
const AT_ONCE = 6
/** What somebody can still do something about comes first. */
const ORDER = ['half', 'not', 'covered'] as const

/** Need by need: what is covered, by whom, what is missing, and why. */
export function Needs({ shown }: { shown: Shown }) {
  const all = shown.explanation.requirements
  if (all.length <= AT_ONCE) {
    return (
      <>
        {all.map((explained, place) => (
          <Need shown={shown} explained={explained} id={`need-${place + 1}`} />
        ))}
      </>
    )
  }
  return (
    <>
      {ORDER.map((standing) => (
        <Folded shown={shown} needs={all.filter((one) => one.standing === standing)} />
      ))}
    </>
  )
}

/** Needs that are covered as far as each other, each in a line that opens. */
function Folded({ shown, needs }: { shown: Shown; needs: readonly Explained[] }) {
  const { language } = shown
  const [first] = needs
  if (!first) return null
  return (
    <section aria-labelledby={`needs-${first.standing}`}>
      <h3 id={`needs-${first.standing}`}>
        {sayStandingOf(language, first.standing)}
        {BETWEEN}
        {say(language, 'needs.count', { count: needs.length })}
      </h3>
      {needs.map((explained) => (
        <Line shown={shown} explained={explained} isOpen={explained === first} />
      ))}
    </section>
  )
}

function Line({ shown, explained, isOpen }: One & { isOpen: boolean }) {
  const { language } = shown
  const { requirement: id, units, wanted, standing } = explained
  const requirement = requirementIn(shown, id)
  if (!requirement) return null
  const href = shown.needHref?.(id)
  return (
    <details open={isOpen && standing === 'half'}>
      <summary>
        {labelOf(shown, requirement)}
        {BETWEEN}
        {say(language, 'units.of', { units, wanted })}
      </summary>
      <p>{sayDayRange(language, requirement.from, requirement.until)}</p>
      <InWords shown={shown} explained={explained} />
      {href && (
        <p>
          <a href={href}>{say(language, 'need.open')}</a>
        </p>
      )}
    </details>
  )
}

interface One {
  shown: Shown
  explained: Explained
}

function Need({ shown, explained, id }: One & { id: string }) {
  const requirement = requirementIn(shown, explained.requirement)
  if (!requirement) return null
  const href = shown.needHref?.(explained.requirement)
  const label = labelOf(shown, requirement)
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{href ? <a href={href}>{label}</a> : label}</h3>
      <Standing shown={shown} explained={explained} requirement={requirement} />
      <InWords shown={shown} explained={explained} />
    </section>
  )
}

/** How far a need is covered, and when it is. */
export const Standing = ({
  shown: { language },
  explained: { standing, units, wanted },
  requirement: { from, until },
}: One & { requirement: Requirement }) => (
  <p>
    <strong>{sayStandingOf(language, standing)}</strong>
    {BETWEEN}
    {say(language, 'units.of', { units, wanted })}
    {BETWEEN}
    <span class="whitespace-nowrap">{sayDayRange(language, from, until)}</span>
  </p>
)

/** By whom a need is covered, what is missing of it, and why. */
export const InWords = ({ shown, explained, heading: Heading = 'h4' }: Headed) => (
  <>
    {explained.by.length > 0 && <By shown={shown} explained={explained} />}
    {explained.missing.length > 0 && (
      <>
        <Heading>{say(shown.language, 'missing')}</Heading>
        <Lacking shown={shown} explained={explained} />
      </>
    )}
    {explained.standing !== 'covered' && explained.reasons.length > 0 && (
      <>
        <Heading>{say(shown.language, 'why')}</Heading>
        <Why shown={shown} explained={explained} />
      </>
    )}
    {explained.standing !== 'covered' && explained.reasons.length === 0 && (
      <Empty>{sayReason(shown.language, 'no-combination')}</Empty>
    )}
  </>
)

interface Headed extends One {
  heading?: 'h3' | 'h4'
}

const By = ({ shown, explained }: One) => (
  <Table
    caption={say(shown.language, 'by')}
    columns={(['flow.who', 'flow.what', 'when'] as const).map((key) => say(shown.language, key))}
    rows={explained.by.map((share) => [
      shown.nameOf(share.party),
      <ShareOf shown={shown} share={share} />,
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
  )
}

/** Why it is not, each reason once. */
export const Why = ({ shown, explained }: One) => (
  <ul>
    {explained.reasons.map((reason) => (
      <li>
        <Because shown={shown} explained={explained} reason={reason} />
      </li>
    ))}
  </ul>
)

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
