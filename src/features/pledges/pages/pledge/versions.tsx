import { Title } from '../../../conferences/pages/facts.tsx'
import type { Terms } from '../../model.ts'
import type { Earlier } from '../../terms/public.ts'
import { say } from '../../words.ts'
import { Day } from '../names.tsx'
import type { PledgeDesk } from './desk.tsx'
import { saidOf } from './fields.tsx'

/** What the pledge said before, and what was changed when: nothing that was public disappears. */
export function Versions({ desk }: { desk: PledgeDesk }) {
  const { language, pledge } = desk
  if (pledge.earlier.length === 0) return null
  return (
    <>
      <h2 id="versions">{say(language, 'versions')}</h2>
      {pledge.earlier.map((earlier, i) => (
        <Change
          desk={desk}
          earlier={earlier}
          after={pledge.earlier[i - 1]?.terms ?? pledge.terms}
        />
      ))}
    </>
  )
}

/** One change: when and why, and each field as it was and as it became. */
function Change({ desk, earlier, after }: { desk: PledgeDesk; earlier: Earlier; after: Terms }) {
  const { language } = desk
  const { version, replacedAt, why, differences, reportsChanged } = earlier
  const day = replacedAt.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return (
    <section id={`version-${version + 1}`}>
      <h3>
        {say(language, 'version', { number: `${version + 1}` })}
        {' · '}
        <Day language={language} day={day} />
      </h3>
      {why && (
        <p>
          <Title text={why} language={language} />
        </p>
      )}
      {differences.map(({ field }) => (
        <div class="mb-4">
          <p class="label mb-1">{say(language, `field.${field}`)}</p>
          <div class="grid gap-x-10 gap-y-2 sm:grid-cols-2">
            <Side desk={desk} label="before" field={field} terms={earlier.terms} />
            <Side desk={desk} label="after" field={field} terms={after} />
          </div>
        </div>
      ))}
      {reportsChanged && <p class="label">{say(language, 'reports-changed')}</p>}
    </section>
  )
}

function Side({
  desk,
  label,
  field,
  terms,
}: {
  desk: PledgeDesk
  label: 'before' | 'after'
  field: keyof Terms
  terms: Terms
}) {
  const { language } = desk
  const Mark = label === 'before' ? 'del' : 'ins'
  return (
    <div>
      <small class="block">{say(language, label)}</small>
      <Mark class="no-underline">
        {saidOf(desk, field, terms) ?? <span class="empty">{say(language, 'not-said')}</span>}
      </Mark>
    </div>
  )
}
