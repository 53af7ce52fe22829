import type { Language } from '../../../kernel/language.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { Deed } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { stopAddress } from '../model.ts'
import { say } from '../words.ts'

/** Where a letter leads whose reader wants no more of its kind: nothing happens before they say so. */
export function StopPage({
  viewer,
  token,
  title,
}: {
  viewer: FormReader & { language: Language }
  token: string
  title: string
}) {
  const { language } = viewer
  return (
    <>
      <h1>{say(language, 'stop')}</h1>
      <p class="lead">{title}</p>
      <p>{say(language, 'stop.about')}</p>
      <Deed
        viewer={viewer}
        command="notifications.stop"
        then={stopAddress(token)}
        fixed={{ token }}
        quiet={false}
        label={say(language, 'stop.do')}
      />
      <p>
        <a href={hrefOf(language, '/account/notices')}>{say(language, 'settings')}</a>
      </p>
    </>
  )
}
