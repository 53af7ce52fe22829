import type { Child } from 'hono/jsx'
import { sayDayRange } from '../../../i18n/days.ts'
import { same } from '../../../kernel/same.ts'
import { BETWEEN } from '../../../ui/text.tsx'
import { fieldOf, SEEN_FIELDS, type Seen, type SeenField } from '../../brokering/sight.ts'
import { sayField, sayGift, sayUnits } from '../../brokering/terms.print.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import { capabilityName, missionName, partyName } from '../../offers-board/pages/names.tsx'
import { Captioned, type Desk } from '../desk.tsx'
import { say } from '../words.ts'
import { SharesList } from './shares.tsx'

/** What is otherwise than in the wording before, as far as this party reads it. */
export function Changed({ desk, before, after }: { desk: Desk; before: Seen; after: Seen }) {
  const { language } = desk.viewer
  const fields = SEEN_FIELDS.filter((one) => !same(fieldOf(before, one), fieldOf(after, one)))
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">{say(language, 'changed')}</h2>
      {fields.length === 0 ? (
        <p>{say(language, 'changed.elsewhere')}</p>
      ) : (
        <Captioned
          caption={say(language, 'changed')}
          columns={[
            say(language, 'changed.what'),
            say(language, 'changed.before'),
            say(language, 'changed.now'),
          ]}
          rows={fields.map((field) => [
            sayField(language, field),
            <Value desk={desk} seen={before} field={field} />,
            <Value desk={desk} seen={after} field={field} />,
          ])}
        />
      )}
    </section>
  )
}

function Value({ desk, seen, field }: { desk: Desk; seen: Seen; field: SeenField }): Child {
  const { language } = desk.viewer
  const nothing = say(language, 'nothing')
  switch (field) {
    case 'capability':
      return capabilityName(desk, seen.capability)
    case 'units':
      return seen.units === null ? nothing : sayUnits(language, seen.units)
    case 'mission':
      return seen.mission === null ? nothing : missionName(desk, seen.mission)
    case 'dates':
      return sayDayRange(language, seen.from, seen.until)
    case 'words':
      return seen.words === null ? nothing : <Title text={seen.words} language={language} />
    case 'own':
      return <SharesList desk={desk} shares={seen.own} time={seen} />
    case 'others':
      return (
        <ul class="list-none ps-0 mb-0">
          {seen.others.map(({ party, gifts }) => (
            <li>
              {[partyName(desk, party), ...gifts.map((one) => sayGift(language, one))].join(
                BETWEEN,
              )}
            </li>
          ))}
        </ul>
      )
  }
}
