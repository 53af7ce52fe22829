import { LANGUAGES } from '../../../kernel/language.ts'

/** What robots may read: everything that is a page; and where the maps of all pages are, one for each language. */
export const robots = (origin: string): string =>
  [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /live',
    ...LANGUAGES.map((language) => `Sitemap: ${origin}/${language}/sitemap.xml`),
    '',
  ].join('\n')

const DAYS_VALID = 180

/** Where to report a weakness (RFC 9116). It expires always half a year from today, so that it never lapses. */
export function securityText(origin: string, now: Temporal.Instant): string {
  const expires = now
    .toZonedDateTimeISO('UTC')
    .startOfDay()
    .add({ days: DAYS_VALID })
    .toInstant()
    .toString()
  return [
    `Contact: mailto:security@${new URL(origin).hostname}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${LANGUAGES.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
