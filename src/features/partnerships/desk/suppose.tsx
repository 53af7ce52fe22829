import type { Child } from 'hono/jsx'
import { compareIn } from '../../../i18n/collation.ts'
import { type Option, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { sayOffered, sayUnit } from '../../offers/terms.print.ts'
import { OFFER_UNITS, OFFERED } from '../../offers/units.model.ts'
import { labelOf } from '../pages/shown.ts'
import { CHANGES } from '../runs/changes.model.ts'
import { addressOfRuns, type RunMade } from '../runs/model.ts'
import { say } from '../words.ts'
import { type Desk, nameIn, shownAt } from './frame.tsx'

interface Props {
  desk: Desk
  run: RunMade
}

/** What if one thing were otherwise: a calculation of its own, and nothing of the record changes. */
export function Suppose({ desk, run }: Props) {
  const { language } = desk.viewer
  const fields = {
    withdraw: <PartyField desk={desk} run={run} />,
    dates: (
      <>
        <NeedField desk={desk} run={run} />
        <Dates desk={desk} />
      </>
    ),
    weight: (
      <>
        <NeedField desk={desk} run={run} />
        <NumberField name="change.weight" label={say(language, 'suppose.weight')} required />
      </>
    ),
    offer: (
      <>
        <PartyField desk={desk} run={run} all />
        <PartFields desk={desk} />
        <Dates desk={desk} />
      </>
    ),
  }
  return (
    <section aria-labelledby="suppose">
      <h2 id="suppose">{say(language, 'suppose')}</h2>
      <p>{say(language, 'suppose.text')}</p>
      {CHANGES.map((kind) => (
        <One desk={desk} run={run} kind={kind}>
          {fields[kind]}
        </One>
      ))}
    </section>
  )
}

const One = ({
  desk: { viewer, conference },
  run,
  kind,
  children,
}: Props & { kind: (typeof CHANGES)[number]; children?: Child }) => (
  <details open={viewer.attempt?.of === kind}>
    <summary>{say(viewer.language, `change.${kind}`)}</summary>
    <Form
      viewer={viewer}
      command="partnerships.suppose"
      of={kind}
      then={`${addressOfRuns(conference)}/{run}`}
      fixed={{ conference, run: run.id, 'change.kind': kind }}
    >
      {children}
      <Submit>{say(viewer.language, 'runs.begin')}</Submit>
    </Form>
  </details>
)

/** Those who offer something; for a supposed offer all parties of the instance. */
function PartyField({ desk, run, all = false }: Props & { all?: boolean }) {
  const { language } = desk.viewer
  const compare = compareIn(language)
  const offering = run.instance.offers.map(({ party }) => party)
  const codes = all ? [...desk.parties.keys()] : [...new Set(offering)]
  const options = codes
    .map((code): Option => ({ value: code, label: nameIn(desk, code) }))
    .toSorted((a, b) => compare(a.label, b.label))
  return (
    <SelectField
      name="change.party"
      label={say(language, 'suppose.party')}
      none={say(language, 'choose')}
      required
      options={options}
    />
  )
}

function NeedField({ desk, run }: Props) {
  const { language } = desk.viewer
  const shown = shownAt(desk, run)
  return (
    <SelectField
      name="change.need"
      label={say(language, 'suppose.need')}
      none={say(language, 'choose')}
      required
      options={run.instance.requirements.map((one) => ({
        value: one.id,
        label: labelOf(shown, one),
      }))}
    />
  )
}

const Dates = ({ desk: { viewer } }: Pick<Props, 'desk'>) => (
  <div class="columns">
    <DateField name="change.from" label={say(viewer.language, 'suppose.from')} required />
    <DateField name="change.until" label={say(viewer.language, 'suppose.until')} required />
  </div>
)

function PartFields({ desk: { viewer } }: Pick<Props, 'desk'>) {
  const { language } = viewer
  return (
    <div class="columns">
      <SelectField
        name="change.part.component"
        label={say(language, 'flow.what')}
        none={say(language, 'choose')}
        required
        options={OFFERED.map((one) => ({ value: one, label: sayOffered(language, one) }))}
      />
      <NumberField name="change.part.amount" label={say(language, 'suppose.amount')} required />
      <SelectField
        name="change.part.unit"
        label={say(language, 'suppose.unit')}
        none={say(language, 'choose')}
        required
        options={OFFER_UNITS.map((one) => ({ value: one, label: sayUnit(language, one) }))}
      />
    </div>
  )
}
