import type { Language } from '../../../kernel/language.ts'
import type { PledgeDesk } from '../../pledges/pages/pledge/desk.tsx'
import { saidOf } from '../../pledges/pages/pledge/fields.tsx'
import { sayField } from '../../pledges/pages/says.tsx'
import type { OwnFacts } from '../own.ts'
import { say } from '../words.ts'

/** What an amendment would change, or what changed since it was handed in before: each field as it was and is. */
export function Differences({
  language,
  own,
  pledge,
}: {
  language: Language
  own: OwnFacts
  pledge: PledgeDesk
}) {
  if (own.differences.length === 0) return null
  const after = { ...own.before }
  for (const { field, after: value } of own.differences) Object.assign(after, { [field]: value })
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">
        {say(language, own.isPublic ? 'differences.amendment' : 'differences.submission')}
      </h2>
      {own.differences.map(({ field }) => (
        <div class="mb-4">
          <p class="label mb-1">{sayField(language, field)}</p>
          <div class="grid gap-x-10 gap-y-2 sm:grid-cols-2">
            <div>
              <p class="label mb-1">{say(language, 'before')}</p>
              {saidOf(pledge, field, own.before) ?? say(language, 'not-said')}
            </div>
            <div>
              <p class="label mb-1">{say(language, 'after')}</p>
              {saidOf(pledge, field, after) ?? say(language, 'not-said')}
            </div>
          </div>
        </div>
      ))}
    </section>
  )
}
