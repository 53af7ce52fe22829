import type { Child } from 'hono/jsx'
import { sayCount } from '../../../i18n/quantities.ts'
import type { Language } from '../../../kernel/language.ts'
import { PERIODS, QUANTITY_KINDS, UNITS } from '../../../kernel/quantity.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { NumberField, TextField } from '../../../ui/form/fields.tsx'
import { useForm } from '../../../ui/form/form.tsx'
import { sayQuantityKind } from '../../pledges/pages/says.tsx'
import type { Amount } from '../../pledges/writing/sketch.model.ts'
import { say } from '../words.ts'

/** Those that pledges were made in most; any other is typed. */
const CURRENCIES = ['USD', 'EUR', 'CAD', 'GBP', 'CHF', 'JPY', 'KRW', 'NOK', 'SEK', 'DKK', 'AUD']

/** A unit as it is said after a number. */
const sayUnit = (language: Language, unit: (typeof UNITS)[number]): string =>
  unit === 'money' ? say(language, 'amount.money') : sayCount(language, 5, unit, '').trim()

/** A quantity: how it is meant, how many, of what. What belongs to a range, a period or money shows when it is one. */
export function AmountFields({
  name,
  label,
  hint,
  value = {},
  reached = false,
}: {
  name: string
  label: Child
  hint?: Child
  value?: Amount | undefined
  /** A level that was reached: one number, as it is. */
  reached?: boolean
}) {
  const { language } = useForm().reader
  return (
    <fieldset class="field amount">
      <legend>{label}</legend>
      {hint !== undefined && <small class="hint">{hint}</small>}
      <div class="columns">
        {!reached && (
          <SelectField
            name={`~${name}.kind`}
            label={say(language, 'amount.kind')}
            none={sayQuantityKind(language, 'none')}
            value={value.kind}
            options={QUANTITY_KINDS.filter((kind) => kind !== 'none').map((kind) => ({
              value: kind,
              label: sayQuantityKind(language, kind),
            }))}
          />
        )}
        <NumberField
          name={`${name}.value`}
          label={say(language, 'amount.value')}
          value={value.value}
          decimal
        />
        {!reached && (
          <div class="amount-range">
            <NumberField
              name={`${name}.to`}
              label={say(language, 'amount.to')}
              value={value.to}
              decimal
            />
          </div>
        )}
        <SelectField
          name={`~${name}.unit`}
          label={say(language, 'amount.unit')}
          none={say(language, 'amount.choose')}
          value={value.unit}
          options={UNITS.map((unit) => ({ value: unit, label: sayUnit(language, unit) }))}
        />
        <div class="amount-money">
          <TextField
            name={`~${name}.currency`}
            label={say(language, 'amount.currency')}
            value={value.currency}
            width="short"
            maxlength={3}
            suggestions={CURRENCIES}
          />
        </div>
        {!reached && (
          <>
            <div class="amount-money">
              <NumberField
                name={`~${name}.year`}
                label={say(language, 'amount.year')}
                value={value.year}
              />
            </div>
            <div class="amount-period">
              <SelectField
                name={`~${name}.per`}
                label={say(language, 'amount.per')}
                none={say(language, 'amount.choose')}
                value={value.per}
                options={PERIODS.map((per) => ({ value: per, label: say(language, `per.${per}`) }))}
              />
            </div>
          </>
        )}
      </div>
      {value.bound !== undefined && (
        <input type="hidden" name={`~${name}.bound`} value={value.bound} />
      )}
    </fieldset>
  )
}
