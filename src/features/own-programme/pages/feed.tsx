import { sayDay } from '../../../i18n/days.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { feedAddress } from '../model.ts'
import { say } from '../words.ts'

export interface FeedProps {
  viewer: FormReader & { language: Language; origin: string; shown?: string }
  /** Since when the calendar has its address; null: it has none. */
  since: Temporal.Instant | null
  /** A fresh secret, for the next address. */
  secret: string
}

/** The way of one’s own programme into one’s own calendar. */
export function Feed({ viewer, since, secret }: FeedProps) {
  const { language, origin, shown } = viewer
  const fresh = { fixed: { secret }, show: secret }
  return (
    <section>
      <h2 id="calendar">{say(language, 'feed')}</h2>
      <p>{say(language, 'feed.about')}</p>
      {shown !== undefined && (
        <Notice tone="warning">
          <p>{say(language, 'feed.shown')}</p>
          <p>
            <code dir="ltr" class="break-all select-all">
              {origin + hrefOf(language, feedAddress(shown))}
            </code>
          </p>
        </Notice>
      )}
      {since === null ? (
        <Deed
          viewer={viewer}
          command="own-programme.open-feed"
          {...fresh}
          label={say(language, 'feed.open')}
        />
      ) : (
        <>
          {shown === undefined && (
            <p>
              {say(language, 'feed.since')}{' '}
              {sayDay(language, since.toZonedDateTimeISO('UTC').toPlainDate().toString())}
              {'. '}
              {say(language, 'feed.hidden')}
            </p>
          )}
          <div class="deeds">
            <Deed
              viewer={viewer}
              command="own-programme.open-feed"
              {...fresh}
              label={say(language, 'feed.renew')}
              confirm={say(language, 'feed.ends')}
            />
            <Deed
              viewer={viewer}
              command="own-programme.close-feed"
              label={say(language, 'feed.close')}
              confirm={say(language, 'feed.ends')}
            />
          </div>
        </>
      )}
    </section>
  )
}
