import { SelectField } from '../../../ui/form/choices.tsx'
import { DateField, TextField } from '../../../ui/form/fields.tsx'
import { GENDERS } from '../participants/model.ts'
import { say } from '../words.ts'
import type { PersonProps } from './person-fields.tsx'

/** How somebody is reached. */
export function ContactFields({
  language,
  of,
  address = true,
}: PersonProps & {
  /** Whether an address is asked: whoever came by a link has proved theirs. */
  address?: boolean
}) {
  const person = of?.person
  return (
    <>
      <div class="columns">
        {address && (
          <TextField
            name="person.address"
            type="email"
            label={say(language, 'person.address')}
            value={person?.address}
          />
        )}
        <TextField
          name="person.telephone"
          type="tel"
          label={say(language, 'person.telephone')}
          value={person?.telephone}
        />
      </div>
      <SelectField
        name="person.gender"
        label={say(language, 'person.gender')}
        hint={say(language, 'person.gender.hint')}
        none={say(language, 'person.gender.none')}
        value={person?.gender}
        options={GENDERS.map((one) => ({ value: one, label: say(language, `gender.${one}`) }))}
      />
    </>
  )
}

/** When somebody comes and goes, as far as it is known. */
export function TravelFields({ language, of }: PersonProps) {
  const travel = of?.person?.travel
  return (
    <div class="columns">
      <DateField
        name="person.travel.arrives"
        label={say(language, 'person.arrives')}
        value={travel?.arrives}
      />
      <DateField
        name="person.travel.departs"
        label={say(language, 'person.departs')}
        value={travel?.departs}
      />
      <TextField
        name="person.travel.by"
        label={say(language, 'person.travel')}
        hint={say(language, 'person.travel.hint')}
        value={travel?.by}
        maxlength={200}
      />
    </div>
  )
}
