import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { ChecksField, ChoiceField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TextArea } from '../../../ui/form/fields.tsx'
import { FoldedFields } from '../../../ui/form/fold.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { Picker } from '../../delegation-pledges/writing/picker.tsx'
import { OFFER_STATES } from '../../matching/model/instance.ts'
import { type Amount, OFFER_AUDIENCES, READINESS, type Terms } from '../../offers/model.ts'
import { sayOffered, sayReadiness, sayState, sayUnit } from '../../offers/terms.print.ts'
import { OFFER_UNITS, OFFERED } from '../../offers/units.model.ts'
import { CONDITIONS } from '../../pledges/model.ts'
import { sayCondition } from '../../pledges/pages/says.tsx'
import { say } from '../words.ts'
import { capabilityOptions, type Desk, missionOptions, partyOptions } from './names.tsx'

interface Props {
  desk: Desk
  /** Null: a new offer. */
  terms: Terms | null
  /** Whose offer it is, where that is known. */
  party: string | null
}

/** Everything that an offer says; its caveats stand apart, with who reads them. */
export function OfferFields({ desk, terms, party }: Props) {
  const { language } = desk.viewer
  return (
    <>
      <Heading>{say(language, 'form.what')}</Heading>
      <AmountFields language={language} name="terms" value={terms} required />
      <SelectField
        name="terms.capability"
        label={say(language, 'capability')}
        hint={say(language, 'capability.hint')}
        none={say(language, 'any-capability')}
        value={terms?.capability}
        options={capabilityOptions(desk)}
      />
      <TextArea
        name="terms.words"
        label={say(language, 'words')}
        hint={say(language, 'words.hint')}
        value={terms?.words}
        maxlength={400}
        rows={2}
      />
      <Heading>{say(language, 'form.when')}</Heading>
      <When language={language} terms={terms} />
      <Heading>{say(language, 'form.how')}</Heading>
      <How language={language} terms={terms} />
      <FoldedFields
        names={['terms.needs']}
        label={say(language, 'needs')}
        open={(terms?.needs.length ?? 0) > 0}
      >
        <p class="label">{say(language, 'needs.hint')}</p>
        <Rows
          name="terms.needs"
          stored={terms?.needs.length ?? 0}
          each={(row, index) => (
            <AmountFields
              language={language}
              name={`terms.needs.${row}`}
              value={terms?.needs[index] ?? null}
            />
          )}
        />
      </FoldedFields>
      <Caveats desk={desk} terms={terms} party={party} />
      <Heading>{say(language, 'audience')}</Heading>
      <AudienceField language={language} value={terms?.audience} of="offer" />
    </>
  )
}

/** A step of the form, smaller than the parts of a page. */
const Heading = ({ children }: { children?: Child }) => (
  <h2 class="mt-8 mb-3 border-0 pt-0 text-[1.15em]">{children}</h2>
)

/** Who reads an offer or a need. */
export const AudienceField = ({
  language,
  value = 'secretariat',
  of,
}: {
  language: Language
  value?: Terms['audience'] | undefined
  of: 'offer' | 'need'
}) => (
  <ChoiceField
    name="terms.audience"
    label={say(language, 'audience.label')}
    value={value}
    options={OFFER_AUDIENCES.map((one) => ({
      value: one,
      label: say(language, `audience.${one}`),
      ...(one === 'participants' && { hint: say(language, `audience.${of}.hint`) }),
    }))}
  />
)

/** What, how much of it, counted in what. */
export function AmountFields({
  language,
  name,
  value,
  required = false,
}: {
  language: Language
  name: string
  value: Amount | null
  required?: boolean
}) {
  return (
    <div class="columns">
      <SelectField
        name={`${name}.component`}
        label={say(language, 'component')}
        none={say(language, 'choose')}
        required={required}
        value={value?.component}
        options={OFFERED.map((one) => ({ value: one, label: sayOffered(language, one) }))}
      />
      <NumberField
        name={`${name}.amount`}
        label={say(language, 'amount')}
        required={required}
        value={value?.amount}
      />
      <SelectField
        name={`${name}.unit`}
        label={say(language, 'unit')}
        none={say(language, 'choose')}
        required={required}
        value={value?.unit}
        options={OFFER_UNITS.map((one) => ({ value: one, label: sayUnit(language, one) }))}
      />
    </div>
  )
}

const When = ({ language, terms }: { language: Language; terms: Terms | null }) => (
  <>
    <div class="columns">
      <DateField name="terms.from" label={say(language, 'from')} required value={terms?.from} />
      <DateField name="terms.until" label={say(language, 'until')} required value={terms?.until} />
    </div>
    <ChoiceField
      name="terms.state"
      label={say(language, 'state')}
      value={terms?.state ?? 'announced'}
      options={OFFER_STATES.map((one) => ({
        value: one,
        label: sayState(language, one),
        hint: say(language, `state.${one}.hint`),
      }))}
    />
    <FoldedFields
      names={['terms.rotation']}
      label={say(language, 'rotation')}
      open={terms?.rotation != null}
    >
      <p class="label">{say(language, 'rotation.hint')}</p>
      <div class="columns">
        <NumberField
          name="terms.rotation.turnMonths"
          label={say(language, 'rotation.months')}
          value={terms?.rotation?.turnMonths}
        />
        <NumberField
          name="terms.rotation.turns"
          label={say(language, 'rotation.turns')}
          value={terms?.rotation?.turns}
        />
      </div>
    </FoldedFields>
  </>
)

/** The languages in which something is said, in their own scripts. */
export const LanguageChecks = ({
  label,
  hint,
  values,
}: {
  label: Child
  hint: Child
  values: readonly string[]
}) => (
  <ChecksField
    name="terms.languages"
    label={label}
    hint={hint}
    values={values}
    options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
  />
)

const How = ({ language, terms }: { language: Language; terms: Terms | null }) => (
  <>
    <div class="columns">
      <SelectField
        name="terms.readiness"
        label={say(language, 'readiness')}
        value={`${terms?.readiness ?? 0}`}
        options={READINESS.map((one) => ({ value: `${one}`, label: sayReadiness(language, one) }))}
      />
      <NumberField
        name="terms.lot"
        label={say(language, 'lot')}
        hint={say(language, 'lot.hint')}
        value={terms?.lot ?? 1}
      />
    </div>
    <LanguageChecks
      label={say(language, 'languages')}
      hint={say(language, 'languages.hint')}
      values={terms?.languages ?? []}
    />
    <ChecksField
      name="terms.conditions"
      label={say(language, 'conditions')}
      hint={say(language, 'conditions.hint')}
      values={terms?.conditions ?? []}
      options={CONDITIONS.map((one) => ({ value: one, label: sayCondition(language, one) }))}
    />
  </>
)

function Caveats({ desk, terms, party }: Props) {
  const { language } = desk.viewer
  const caveats = terms?.caveats
  const name = (field: string) => `terms.caveats.${field}`
  return (
    <FoldedFields
      names={['terms.caveats']}
      label={say(language, 'caveats')}
      open={hasCaveats(terms)}
    >
      <p class="notice">{say(language, 'caveats.hint')}</p>
      <Picker
        name={name('missionsExcluded')}
        label={say(language, 'caveats.missions')}
        options={missionOptions(desk, caveats?.missionsExcluded)}
        values={caveats?.missionsExcluded ?? []}
      />
      <Picker
        name={name('partnersExcluded')}
        label={say(language, 'caveats.excluded')}
        options={partyOptions(desk, party)}
        values={caveats?.partnersExcluded ?? []}
      />
      <Picker
        name={name('partnersPreferred')}
        label={say(language, 'caveats.preferred')}
        options={partyOptions(desk, party)}
        values={caveats?.partnersPreferred ?? []}
      />
      <SelectField
        name={name('partnersReadiness')}
        label={say(language, 'caveats.readiness')}
        none={say(language, 'not-asked')}
        value={caveats?.partnersReadiness}
        options={READINESS.slice(1).map((one) => ({
          value: `${one}`,
          label: sayReadiness(language, one),
        }))}
      />
      <TextArea
        name={name('words')}
        label={say(language, 'caveats.words')}
        value={caveats?.words}
        maxlength={400}
        rows={2}
      />
    </FoldedFields>
  )
}

/** Whether an offer has any caveat. */
export const hasCaveats = (terms: Terms | null): boolean =>
  terms !== null &&
  Object.values(terms.caveats).some((one) => (Array.isArray(one) ? one.length > 0 : one !== null))
