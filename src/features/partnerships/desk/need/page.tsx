import type { Child } from 'hono/jsx'
import { sayDay, sayDayRange } from '../../../../i18n/days.ts'
import { LANGUAGE_NAMES } from '../../../../i18n/language-names.ts'
import { sayNumber } from '../../../../i18n/numbers.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Empty } from '../../../../ui/notices.tsx'
import { Part } from '../../../../ui/part.tsx'
import { Bdi, BETWEEN } from '../../../../ui/text.tsx'
import { sayReadiness } from '../../../offers/terms.print.ts'
import { InWords, Standing } from '../../pages/needs.tsx'
import { labelOf } from '../../pages/shown.ts'
import { addressOfRun, addressOfRuns } from '../../runs/model.ts'
import { say } from '../../words.ts'
import { addressOfMade } from '../addresses.ts'
import { AssumedFacts, Recipe } from '../assumed.tsx'
import { type Desk, Frame, sayMoment, shownAt } from '../frame.tsx'
import { AskedParts } from './asked.tsx'
import type { NeedFacts } from './facts.ts'

/** One need of a calculation: what it is, who could close it, what is missing, who could be asked, what is assumed. */
export function NeedPage({
  desk,
  facts,
  asked,
  children,
}: {
  desk: Desk
  facts: NeedFacts
  /** Who was asked since, where somebody was. */
  asked: Child[]
  /** What begins here, such as a conversation with those who could close it. */
  children?: Child
}) {
  const { conference, viewer } = desk
  const { language } = viewer
  const { run, requirement, explained, assumed } = facts
  const shown = shownAt(desk, run)
  const label = labelOf(shown, requirement)
  return (
    <Frame
      desk={desk}
      title={label}
      asked={asked}
      steps={[
        { href: addressOfRuns(conference), label: say(language, 'title') },
        { href: addressOfRun(run), label: sayMoment(desk, run.askedAt) },
        { href: '', label },
      ]}
    >
      <Part id="need">
        {explained ? (
          <>
            <Standing shown={shown} explained={explained} requirement={requirement} />
            <h2 id="covering">{say(language, 'need.covering')}</h2>
            <InWords shown={shown} explained={explained} heading="h3" />
          </>
        ) : (
          <Empty>{say(language, 'need.left-out')}</Empty>
        )}
      </Part>
      {children}
      <Part id="need-facts">
        <AskedParts desk={desk} facts={facts} />
        <h2 id="what">{say(language, 'need.what')}</h2>
        <What desk={desk} facts={facts} />
        <Recipe shown={shown} requirement={requirement} assumed={assumed} />
        <AssumedFacts language={language} assumed={assumed} />
      </Part>
    </Frame>
  )
}

/** The need as it was calculated with. */
function What({ desk, facts: { run, requirement } }: { desk: Desk; facts: NeedFacts }) {
  const { language } = desk.viewer
  const { units, weight, from, until, startBy, languages, minimumReadiness } = requirement
  const made = addressOfMade(run, requirement.id)
  return (
    <>
      <dl class="known">
        <dt>{say(language, 'need.units')}</dt>
        <dd>{sayNumber(language, units)}</dd>
        <dt>{say(language, 'when')}</dt>
        <dd>{sayDayRange(language, from, until)}</dd>
        {startBy !== null && (
          <>
            <dt>{say(language, 'need.start-by')}</dt>
            <dd>{sayDay(language, startBy)}</dd>
          </>
        )}
        {languages.length > 0 && (
          <>
            <dt>{say(language, 'need.languages')}</dt>
            <dd>
              {languages.map((one, place) => (
                <>
                  {place > 0 && BETWEEN}
                  <Bdi lang={one}>{LANGUAGE_NAMES[one]}</Bdi>
                </>
              ))}
            </dd>
          </>
        )}
        {minimumReadiness > 0 && (
          <>
            <dt>{say(language, 'need.readiness')}</dt>
            <dd>{sayReadiness(language, minimumReadiness)}</dd>
          </>
        )}
        <dt>{say(language, 'suppose.weight')}</dt>
        <dd>{sayNumber(language, weight)}</dd>
      </dl>
      {made && (
        <p>
          <a href={hrefOf(language, made)}>{say(language, 'need.made')}</a>
        </p>
      )}
    </>
  )
}
