import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { hrefOf } from './navigation.tsx'
import { say } from './words.ts'

const KNOWN = ['400', '403', '404', '413', '429', '500', '503', 'offline'] as const
type Known = (typeof KNOWN)[number]

const knownAs = (status: number | 'offline'): Known => {
  const exact = KNOWN.find((known) => known === `${status}`)
  return exact ?? (Number(status) >= 500 ? '500' : '400')
}

/**
 * The page of an error, for `Layout`: its title, and a body with the way back. A refusal's own words, where there
 * are any, replace the general ones. A status that has no page of its own gets that of its family.
 */
export function errorView(
  language: Language,
  status: number | 'offline',
  reason?: string,
): { title: string; body: Child } {
  const known = knownAs(status)
  const title = say(language, `error.${known}.title`)
  return {
    title,
    body: (
      <section class="error-page">
        {known !== 'offline' && (
          <p class="error-code" aria-hidden="true">
            {known}
          </p>
        )}
        <h1>{title}</h1>
        <p class="lead">{reason ?? say(language, `error.${known}.text`)}</p>
        <p>
          <a class="btn" href={hrefOf(language, '/')}>
            {say(language, 'error.home')}
          </a>
        </p>
      </section>
    ),
  }
}
