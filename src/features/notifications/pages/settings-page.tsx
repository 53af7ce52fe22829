import { sayOffset } from '../../../i18n/clock.ts'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { GROUPS, type NoticeKind, waysOf } from '../kind.ts'
import type { Way } from '../model.ts'
import { say } from '../words.ts'

interface SettingsProps {
  viewer: FormReader & { language: Language; now: Temporal.Instant }
  /** The kinds that this person may ever get, each with its name and how they are told. */
  kinds: readonly (Pick<NoticeKind, 'name' | 'group' | 'least'> & { title: string; way: Way })[]
  hour: number
  zone: string | null
  /** The language of the letters. */
  reads: Language
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour)
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** How somebody wants to be told of what, and when. */
export function SettingsPage({ viewer, kinds, hour, zone, reads }: SettingsProps) {
  const { language, now } = viewer
  const offset = now.toZonedDateTimeISO(zone ?? 'UTC').offset
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/account'), label: say(language, 'account') },
          { href: hrefOf(language, '/account/notices'), label: say(language, 'settings') },
        ]}
      />
      <h1>{say(language, 'settings')}</h1>
      <p class="lead">{say(language, 'settings.about')}</p>
      <dl>
        <div>
          <dt>{say(language, 'reads')}</dt>
          <dd>
            <bdi lang={reads}>{LANGUAGE_NAMES[reads]}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say(language, 'zone')}</dt>
          <dd>{sayOffset(language, offset)}</dd>
        </div>
      </dl>
      <p>
        <a href={hrefOf(language, '/account')}>{say(language, 'zone.change')}</a>
      </p>
      <Form viewer={viewer} command="notifications.choose" then="/account/notices">
        <SelectField
          name="hour"
          label={say(language, 'hour')}
          hint={say(language, 'hour.about')}
          value={hour}
          options={HOURS.map((one) => ({ value: String(one), label: clock(one) }))}
        />
        {GROUPS.map((group) => {
          const own = kinds.filter((kind) => kind.group === group)
          return (
            own.length > 0 && (
              <section>
                <h2>{say(language, `group.${group}`)}</h2>
                <div class="columns">
                  {own.map((kind) => (
                    <SelectField
                      name={`ways.${kind.name}`}
                      label={kind.title}
                      {...(kind.least === 'product' && { hint: say(language, 'stays-on') })}
                      value={kind.way}
                      options={waysOf(kind).map((way) => ({
                        value: way,
                        label: say(language, `way.${way}`),
                      }))}
                    />
                  ))}
                </div>
              </section>
            )
          )
        })}
        <Submit>{say(language, 'save')}</Submit>
      </Form>
    </>
  )
}
