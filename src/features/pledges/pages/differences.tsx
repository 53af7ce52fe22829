import type { Terms } from '../model.ts'
import type { Difference } from '../terms/versions.ts'
import { say } from '../words.ts'
import type { PledgeDesk } from './pledge/desk.tsx'
import { saidOf } from './pledge/fields.tsx'

/** Each field as it was and as it is; nothing where nothing changed. */
export function Differences({
  desk,
  title,
  differences,
  before,
}: {
  desk: PledgeDesk
  title: string
  differences: readonly Difference[]
  before: Terms
}) {
  const { language } = desk
  if (differences.length === 0) return null
  const after = Object.assign(
    { ...before },
    ...differences.map(({ field, after: value }) => ({ [field]: value })),
  )
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{title}</h2>
      {differences.map(({ field }) => (
        <div class="mb-4">
          <p class="label mb-1">{say(language, `field.${field}`)}</p>
          <div class="grid gap-x-10 gap-y-2 sm:grid-cols-2">
            <div>
              <p class="label mb-1">{say(language, 'before')}</p>
              {saidOf(desk, field, before) ?? say(language, 'not-said')}
            </div>
            <div>
              <p class="label mb-1">{say(language, 'after')}</p>
              {saidOf(desk, field, after) ?? say(language, 'not-said')}
            </div>
          </div>
        </div>
      ))}
    </section>
  )
}
