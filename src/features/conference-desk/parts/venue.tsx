import { SelectField } from '../../../ui/form/choices.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import type { Conference } from '../../conferences/model.ts'
import type { Desk } from '../pages/frame.tsx'
import { EditForm } from '../pages/section.tsx'
import { say } from '../words.ts'

/** The place that holds now, in other words or more languages. */
export function DescribeVenue({ desk }: { desk: Desk }) {
  const is = desk.record.venue.at(-1)?.is ?? null
  return (
    <EditForm desk={desk} what="describe-venue" command="conferences.describe-venue">
      <VenueFields desk={desk} is={is} />
    </EditForm>
  )
}

/** House, city and state, and what else is where. */
export function VenueFields({
  desk,
  is,
}: {
  desk: Desk
  is: Conference['venue'][number]['is'] | null
}) {
  const { language } = desk.viewer
  return (
    <>
      <LanguagesField
        name="to.name"
        label={say(language, 'venue.name')}
        text={is?.name ?? null}
        status="authentic"
      />
      <LanguagesField
        name="to.city"
        label={say(language, 'venue.city')}
        text={is?.city ?? null}
        status="authentic"
      />
      <SelectField
        name="to.country"
        label={say(language, 'venue.country')}
        none={say(language, 'nothing')}
        options={desk.parties}
        value={is?.country ?? ''}
      />
      <LanguagesField
        name="to.note"
        label={say(language, 'venue.note')}
        text={is?.note ?? null}
        rows={2}
        status="authentic"
      />
    </>
  )
}
