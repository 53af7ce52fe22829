import { sayDayRange } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import type { Proposal, Wording } from '../../brokering/model.ts'
import { sayEnding, sayField, sayForm, sayState, sayUnits } from '../../brokering/terms.print.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import { capabilityName, missionName } from '../../offers-board/pages/names.tsx'
import { Facts } from '../../offers-board/pages/offer-facts.tsx'
import type { Desk } from '../desk.tsx'
import type { Pledged } from '../facts.ts'
import { say } from '../words.ts'

type Need = Pick<Wording, 'capability' | 'mission' | 'units' | 'from' | 'until' | 'words'>

/** What a proposal is called: the capability that it would close. */
export const titleOf = (desk: Desk, { wording }: Pick<Proposal, 'wording'>): string =>
  capabilityName(desk, wording.capability)

/** How far it is, and as what it ended. */
export const sayWhere = (language: Language, { state, ending }: Proposal): string =>
  ending === null
    ? sayState(language, state)
    : `${sayState(language, state)}${say(language, 'colon')}${sayEnding(language, ending)}`

/** The form and the state under the heading. */
export const Head = ({ desk, proposal }: { desk: Desk; proposal: Proposal }) => {
  const { language } = desk.viewer
  return (
    <p class="label">
      {sayForm(language, proposal.wording.form)}
      {BETWEEN}
      <strong>{sayWhere(language, proposal)}</strong>
    </p>
  )
}

/** What is needed: as far as whoever reads may know it. */
export function NeedFacts({
  desk,
  need,
  hint = null,
}: {
  desk: Desk
  need: Need
  /** What is said beside the mission: who reads it. */
  hint?: string | null
}) {
  const { language } = desk.viewer
  return (
    <>
      {need.words && (
        <p class="lead">
          <Title text={need.words} language={language} />
        </p>
      )}
      <Facts
        facts={[
          [sayField(language, 'capability'), capabilityName(desk, need.capability)],
          ...(need.units === null
            ? []
            : [[sayField(language, 'units'), sayUnits(language, need.units)] as const]),
          ...(need.mission === null
            ? []
            : [
                [
                  sayField(language, 'mission'),
                  <>
                    {missionName(desk, need.mission)}
                    {hint !== null && (
                      <>
                        {BETWEEN}
                        {hint}
                      </>
                    )}
                  </>,
                ] as const,
              ]),
          [sayField(language, 'dates'), sayDayRange(language, need.from, need.until)],
        ]}
      />
    </>
  )
}

/** The joint pledge that came of it, at the place where its reader works on it. */
export function PledgeLink({
  desk,
  pledged,
  at,
}: {
  desk: Desk
  pledged: Pledged | null
  at: string
}) {
  const { language } = desk.viewer
  if (!pledged) return null
  return (
    <p>
      {say(language, 'pledge')}
      {say(language, 'colon')}
      <a href={hrefOf(language, `${at}/${pledged.id}`)}>
        <Identifier>{pledged.id}</Identifier>
      </a>
      {!pledged.isPublic && (
        <>
          {BETWEEN}
          {say(language, 'pledge.embargo')}
        </>
      )}
    </p>
  )
}
