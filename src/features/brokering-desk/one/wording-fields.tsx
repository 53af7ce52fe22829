import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TextField } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import {
  type Form,
  GIFTS,
  MISSION_READERS,
  PARTS,
  type Share,
  type ShareUnit,
  type Wording,
} from '../../brokering/model.ts'
import {
  sayField,
  sayGift,
  sayPart,
  sayPartDoes,
  sayShareUnit,
} from '../../brokering/terms.print.ts'
import { OFFER_UNITS } from '../../offers/units.model.ts'
import {
  capabilityOptions,
  missionOptions,
  partyOptions,
  ungrouped,
} from '../../offers-board/pages/names.tsx'
import type { Desk } from '../desk.tsx'
import { say } from '../words.ts'

/** Everything that a wording says. */
export function WordingFields({
  desk,
  form,
  wording,
}: {
  desk: Desk
  form: Form
  wording: Wording | null
}) {
  const { language } = desk.viewer
  return (
    <>
      <SelectField
        name="wording.capability"
        label={sayField(language, 'capability')}
        none={say(language, 'choose')}
        required
        options={capabilityOptions(desk)}
        value={wording?.capability}
      />
      <div class="columns">
        <DateField
          name="wording.from"
          label={say(language, 'from')}
          required
          value={wording?.from}
        />
        <DateField
          name="wording.until"
          label={say(language, 'until')}
          required
          value={wording?.until}
        />
        <NumberField
          name="wording.units"
          label={sayField(language, 'units')}
          value={wording?.units}
        />
      </div>
      <SelectField
        name="wording.mission"
        label={sayField(language, 'mission')}
        none={say(language, 'mission.none')}
        options={ungrouped(missionOptions(desk, wording?.mission ? [wording.mission] : []))}
        value={wording?.mission}
      />
      <SelectField
        name="~wording.missionFor"
        label={say(language, 'mission.readers')}
        options={MISSION_READERS.map((one) => ({
          value: one,
          label: say(language, `mission.readers.${one}`),
        }))}
        value={wording?.missionFor ?? 'named'}
      />
      <LanguagesField
        name="wording.words"
        label={sayField(language, 'words')}
        rows={3}
        maxlength={2000}
        text={wording?.words ?? null}
      />
      <h3>{say(language, 'shares')}</h3>
      <p class="hint">
        {say(language, form === 'triangular' ? 'shares.triangular' : 'shares.joint')}
      </p>
      <Rows
        name="wording.shares"
        stored={wording?.shares.length ?? 0}
        spare={wording === null ? 3 : 1}
        each={(row, index) => (
          <ShareFields
            desk={desk}
            form={form}
            row={row}
            index={index}
            share={wording?.shares[index] ?? null}
          />
        )}
      />
    </>
  )
}

function ShareFields({
  desk,
  form,
  row,
  index,
  share,
}: {
  desk: Desk
  form: Form
  row: string
  index: number
  share: Share | null
}) {
  const { language } = desk.viewer
  const name = (field: string) => `wording.shares.${row}.${field}`
  const choose = say(language, 'choose')
  const units: ShareUnit[] = [...new Set([...OFFER_UNITS, ...(share?.unit ? [share.unit] : [])])]
  const gift = (
    <SelectField
      name={name('gift')}
      label={say(language, 'gives')}
      none={choose}
      options={GIFTS.map((one) => ({ value: one, label: sayGift(language, one) }))}
      value={share?.gift}
    />
  )
  return (
    <fieldset class="field border-t border-base-300 pt-3">
      <legend>{say(language, 'share.number', { number: index + 1 })}</legend>
      <div class="columns">
        <SelectField
          name={name('party')}
          label={say(language, 'party')}
          none={choose}
          options={ungrouped(partyOptions(desk))}
          value={share?.party}
        />
        {form === 'triangular' && (
          <SelectField
            name={`~${name('part')}`}
            label={say(language, 'part')}
            none={choose}
            options={PARTS.map((one) => ({
              value: one,
              label: `${sayPart(language, one)} · ${sayPartDoes(language, one)}`,
            }))}
            value={share ? share.part : PARTS[index]}
          />
        )}
        {form === 'joint' && gift}
      </div>
      {form === 'triangular' && gift}
      <div class="columns">
        <NumberField name={name('amount')} label={say(language, 'amount')} value={share?.amount} />
        <SelectField
          name={name('unit')}
          label={say(language, 'unit')}
          none={choose}
          options={units.map((one) => ({ value: one, label: sayShareUnit(language, one) }))}
          value={share?.unit}
        />
      </div>
      <div class="columns">
        <DateField name={name('from')} label={say(language, 'from')} value={share?.from} />
        <DateField name={name('until')} label={say(language, 'until')} value={share?.until} />
      </div>
      <TextField
        name={name('words')}
        label={say(language, 'share.words')}
        width="long"
        maxlength={400}
        value={share?.words}
      />
    </fieldset>
  )
}
