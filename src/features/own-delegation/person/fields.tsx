import { SelectField } from '../../../ui/form/choices.tsx'
import { FoldedFields } from '../../../ui/form/fold.tsx'
import { ContactFields, TravelFields } from '../../delegations/pages/contact-fields.tsx'
import {
  NameFields,
  NeedsFields,
  type PersonProps,
  PhotoField,
} from '../../delegations/pages/person-fields.tsx'
import { PLACES } from '../../delegations/participants/model.ts'
import { RANKS } from '../../delegations/ranks.model.ts'
import { sayPlaceIn, sayRank } from '../../delegations/terms.print.ts'
import { say } from '../words.ts'

/** All that is asked of a member of a delegation. */
export function MemberFields(props: PersonProps) {
  const { language, of } = props
  const person = of?.person
  return (
    <>
      <NameFields {...props} />
      <div class="columns">
        <SelectField
          name="person.place"
          label={say(language, 'person.place')}
          value={person?.place ?? 'delegate'}
          options={PLACES.map((value) => ({ value, label: sayPlaceIn(language, value) }))}
        />
        <SelectField
          name="person.rank"
          label={say(language, 'person.rank')}
          value={person?.rank ?? 'official'}
          options={RANKS.map((value) => ({ value, label: sayRank(language, value) }))}
        />
      </div>
      <PhotoField {...props} hint={say(language, 'person.photo.hint')} />
      <NeedsFields {...props} />
      <FoldedFields
        names={['person.travel', 'person.address', 'person.telephone', 'person.gender']}
        label={say(language, 'person.more')}
      >
        <TravelFields {...props} />
        <ContactFields {...props} />
      </FoldedFields>
    </>
  )
}
