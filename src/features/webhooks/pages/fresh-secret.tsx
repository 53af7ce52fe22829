import type { Language } from '../../../kernel/language.ts'
import { Notice } from '../../../ui/notices.tsx'
import { say } from '../words.ts'

/** The secret of an endpoint, this once. */
export function FreshSecret({ language, secret }: { language: Language; secret: string }) {
  return (
    <Notice tone="warning">
      <p>{say(language, 'secret.shown')}</p>
      <p>
        <code dir="ltr" class="break-all select-all">
          {secret}
        </code>
      </p>
    </Notice>
  )
}
