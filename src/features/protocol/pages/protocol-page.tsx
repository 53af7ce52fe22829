import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { CheckField, SelectField } from '../../../ui/form/choices.tsx'
import { NumberField, TextArea, TextField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Table } from '../../../ui/table.tsx'
import type { Order, Plan, Seating } from '../model.ts'
import type { Placed } from '../precedence.ts'
import { say } from '../words.ts'

/** A delegation in the list, with its name and that of its head. */
export interface Line extends Placed {
  name: string
  head: string | null
  /** Whether the head's name must not be shown in lists. */
  isUnpublished: boolean
}

interface Props {
  viewer: FormReader
  conference: string
  order: Order
  version: number
  lines: readonly Line[]
  seatings: readonly Seating[]
  /** The drawings of lots that are recorded. */
  seats: readonly { id: string; label: string }[]
}

/** The protocol desk: who goes before whom, who sits where, and the plates. */
export function ProtocolPage(props: Props) {
  const { viewer, conference, lines, seatings } = props
  const { language } = viewer
  const here = `/${conference}/desk/protocol`
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <h2 id="precedence">{say(language, 'precedence')}</h2>
      <p>{say(language, 'precedence.text')}</p>
      <details>
        <summary>{say(language, 'order')}</summary>
        <OrderForm {...props} />
      </details>
      <Part id="lines">
        <Table
          caption={say(language, 'precedence')}
          columns={[
            say(language, 'number'),
            say(language, 'delegation'),
            say(language, 'head'),
            say(language, 'rank'),
          ]}
          rows={lines.map(({ number, name, head, isUnpublished, rank }) => [
            `${number}`,
            name,
            isUnpublished ? (
              <small>{say(language, 'head.unpublished')}</small>
            ) : head === null ? (
              '–'
            ) : (
              <bdi>{head}</bdi>
            ),
            rank === null ? say(language, 'rank.unknown') : say(language, `rank.${rank}`),
          ])}
        />
      </Part>
      <h2 id="seating">{say(language, 'seatings')}</h2>
      {seatings.length === 0 ? (
        <Empty>{say(language, 'seatings.none')}</Empty>
      ) : (
        <ul>
          {seatings.map(({ id, plan }) => (
            <li>
              <a href={hrefOf(language, `${here}/seating/${id}`)}>
                {readingOf(plan.name, language).value}
              </a>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{say(language, 'seating.add')}</summary>
        <Form
          viewer={viewer}
          command="protocol.add-seating"
          then={`${here}/seating/{seating}`}
          fixed={{ conference }}
        >
          <PlanFields language={language} plan={null} />
          <Submit>{say(language, 'seating.keep')}</Submit>
        </Form>
      </details>
      <h2 id="plates">{say(language, 'plates')}</h2>
      <p>{say(language, 'plates.text')}</p>
      <form class="form" method="get" action={hrefOf(language, `${here}/nameplates.pdf`)}>
        <div class="columns">
          <p>
            <label for="plates-first">{say(language, 'order.language')}</label>
            <LanguageSelect id="plates-first" name="first" chosen="en" />
          </p>
          <p>
            <label for="plates-second">{say(language, 'order.language')}</label>
            <LanguageSelect id="plates-second" name="second" chosen="fr" none />
          </p>
          <p>
            <label for="plates-form">{say(language, 'plates')}</label>
            <select id="plates-form" name="form">
              <option value="short">{say(language, 'plates.short')}</option>
              <option value="formal">{say(language, 'plates.formal')}</option>
            </select>
          </p>
        </div>
        <button class="btn btn-primary" type="submit">
          {say(language, 'plates.pdf')}
        </button>
      </form>
    </>
  )
}

const LanguageSelect = ({
  id,
  name,
  chosen,
  none = false,
}: {
  id: string
  name: string
  chosen: string
  none?: boolean
}) => (
  <select id={id} name={name}>
    {none && <option value="">–</option>}
    {LANGUAGES.map((one) => (
      <option value={one} selected={one === chosen} lang={one}>
        {LANGUAGE_NAMES[one]}
      </option>
    ))}
  </select>
)

/** One form for each way to order, so that none needs a script. */
function OrderForm({ viewer, conference, order, version, seats }: Props) {
  const { language } = viewer
  const { base } = order
  const here = `/${conference}/desk/protocol`
  const common = { viewer, command: 'protocol.set-order', seen: `${version}` }
  const Rest = () => (
    <>
      <CheckField name="order.byRank" label={say(language, 'order.by-rank')} value={order.byRank} />
      <TextField
        name="order.reason"
        label={say(language, 'order.reason')}
        value={order.reason}
        maxlength={300}
        width="long"
      />
      <Submit>{say(language, 'order.set')}</Submit>
    </>
  )
  return (
    <>
      <h3>{say(language, 'order.alphabetical')}</h3>
      <Form
        {...common}
        then={here}
        of="alphabetical"
        fixed={{ conference, 'order.base.kind': 'alphabetical' }}
      >
        <SelectField
          name="order.base.language"
          label={say(language, 'order.language')}
          value={base.kind === 'alphabetical' ? base.language : 'en'}
          options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        />
        <Rest />
      </Form>
      <h3>{say(language, 'order.seat')}</h3>
      <Form {...common} then={here} of="seat" fixed={{ conference, 'order.base.kind': 'seat' }}>
        <SelectField
          name="order.base.ordering"
          label={say(language, 'order.session')}
          value={base.kind === 'seat' ? base.ordering : null}
          options={seats.map(({ id, label }) => ({ value: id, label }))}
        />
        <Rest />
      </Form>
      <h3>{say(language, 'order.by-hand')}</h3>
      <Form
        {...common}
        then={here}
        of="by-hand"
        fixed={{ conference, 'order.base.kind': 'by-hand' }}
      >
        <TextArea
          name="order.base.parties"
          label={say(language, 'order.parties')}
          hint={say(language, 'order.parties.hint')}
          value={base.kind === 'by-hand' ? base.parties.join(' ') : null}
        />
        <Rest />
      </Form>
    </>
  )
}

/** Name, rows and places of a plan. */
export function PlanFields({
  language,
  plan,
}: {
  language: FormReader['language']
  plan: Plan | null
}) {
  return (
    <>
      <LanguagesField
        name="plan.name"
        label={say(language, 'seating.name')}
        text={plan?.name ?? null}
        required
      />
      <fieldset class="field">
        <legend>{say(language, 'seating.rows')}</legend>
        <small class="hint">{say(language, 'seating.rows.hint')}</small>
        <div class="columns">
          <Rows
            name="plan.rows"
            stored={plan?.rows.length ?? 0}
            spare={plan ? 2 : 6}
            each={(row, index) => (
              <NumberField
                name={`plan.rows.${row}`}
                label={`${say(language, 'seating.row')} ${index + 1}`}
                value={plan?.rows[index]}
              />
            )}
          />
        </div>
      </fieldset>
      <NumberField name="plan.each" label={say(language, 'seating.each')} value={plan?.each ?? 2} />
    </>
  )
}
