import { type Option, SelectField } from '../../../ui/form/choices.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { Rows } from '../../../ui/form/rows.tsx'
import { sayRole } from '../../pledges/pages/says.tsx'
import { ROLES } from '../../pledges/shares.model.ts'
import { say } from '../words.ts'
import { AmountFields } from './amount.tsx'
import type { WritingDesk } from './desk.tsx'
import { Step } from './step.tsx'

export const partyOptions = ({ parties }: WritingDesk): Option[] =>
  parties.map(({ code, name }) => ({ value: code, label: name.short }))

/** Who does what: the own part, those of partners, and turns. */
export function WhoStep({ desk }: { desk: WritingDesk }) {
  const { language } = desk.viewer
  const { sketch } = desk
  const own = sketch.own ?? []
  const partners = sketch.partners ?? []
  const turns = sketch.rotation ?? []
  const parties = partyOptions(desk).filter(({ value }) => value !== desk.party)
  return (
    <Step name="who" language={language}>
      <fieldset class="field">
        <legend>
          {say(language, 'write.own')} <small class="hint">{desk.partyName}</small>
        </legend>
        <Rows
          name="sketch.own"
          stored={own.length}
          each={(row, index) => (
            <div class="part-row">
              <RoleField desk={desk} name={`sketch.own.${row}.role`} value={own[index]?.role} />
              <AmountFields
                name={`sketch.own.${row}.quantity`}
                label={say(language, 'write.own-quantity')}
                value={own[index]?.quantity}
              />
            </div>
          )}
        />
      </fieldset>
      <fieldset class="field">
        <legend>{say(language, 'write.partners')}</legend>
        <small class="hint">{say(language, 'write.partners.hint')}</small>
        <Rows
          name="sketch.partners"
          stored={partners.length}
          spare={2}
          each={(row, index) => (
            <div class="part-row">
              <div class="columns">
                <SelectField
                  name={`sketch.partners.${row}.party`}
                  label={say(language, 'write.partner')}
                  none={say(language, 'amount.choose')}
                  value={partners[index]?.party}
                  options={parties}
                />
                <RoleField
                  desk={desk}
                  name={`sketch.partners.${row}.role`}
                  value={partners[index]?.role}
                />
              </div>
              <AmountFields
                name={`sketch.partners.${row}.quantity`}
                label={say(language, 'write.partner-quantity')}
                value={partners[index]?.quantity}
              />
            </div>
          )}
        />
      </fieldset>
      <details open={turns.length > 0}>
        <summary>{say(language, 'write.rotation')}</summary>
        <p class="label">{say(language, 'write.rotation.hint')}</p>
        <Rows
          name="sketch.rotation"
          stored={turns.length}
          spare={3}
          each={(row, index) => (
            <div class="columns part-row">
              <SelectField
                name={`sketch.rotation.${row}.party`}
                label={say(language, 'write.turn')}
                none={say(language, 'amount.choose')}
                value={turns[index]?.party}
                options={partyOptions(desk)}
              />
              <TextField
                name={`sketch.rotation.${row}.from`}
                label={say(language, 'write.from')}
                value={turns[index]?.from}
                width="short"
              />
              <TextField
                name={`sketch.rotation.${row}.until`}
                label={say(language, 'write.until')}
                value={turns[index]?.until}
                width="short"
              />
            </div>
          )}
        />
      </details>
    </Step>
  )
}

const RoleField = ({
  desk: {
    viewer: { language },
  },
  name,
  value,
}: {
  desk: WritingDesk
  name: string
  value: string | undefined
}) => (
  <SelectField
    name={name}
    label={say(language, 'write.role')}
    none={say(language, 'amount.choose')}
    value={value}
    options={ROLES.filter((role) => role !== 'unspecified' || role === value).map((role) => ({
      value: role,
      label: sayRole(language, role),
    }))}
  />
)
