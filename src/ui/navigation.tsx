import { LANGUAGE_NAMES } from '../i18n/language-names.ts'
import { directionOf, LANGUAGES, type Language } from '../kernel/language.ts'
import { say } from './words.ts'

/** The address of a page in a language: `/fr/seoul2021/programme`. The series itself is `/fr`. */
export const hrefOf = (language: Language, address: string): string =>
  `/${language}${address === '/' ? '' : address}`

/** A link of a menu: where it leads, and its words. */
export interface Step {
  href: string
  label: string
}

/** Who is signed in, as every page says it. */
export interface Person {
  name: string
  /** How many notices they have not read; of a hundred and more, a hundred. Without it there are none to read. */
  unread?: number
}

const MANY = 100

/**
 * The way in for whoever works here, and for whoever is in, the ways to their work and out again. Leaving is a form: no
 * link that somebody follows by mistake ends a session.
 */
export function PersonMenu({
  language,
  address,
  person,
}: {
  language: Language
  address: string
  person: Person | null
}) {
  if (!person) {
    const back = address === '/' ? '' : `?then=${encodeURIComponent(address)}`
    return (
      <a class="way-in" href={hrefOf(language, `/sign-in${back}`)} rel="nofollow">
        {say(language, 'menu.sign-in')}
      </a>
    )
  }
  return (
    <nav class="person" aria-label={say(language, 'menu.person')}>
      <ul>
        <li>
          <a href={hrefOf(language, '/work')}>{say(language, 'menu.work')}</a>
        </li>
        {person.unread !== undefined && (
          <li>
            <Unread language={language} unread={person.unread} />
          </li>
        )}
        <li>
          <a href={hrefOf(language, '/account')}>
            <bdi>{person.name}</bdi>
          </a>
        </li>
        <li>
          <form method="post" action={hrefOf(language, '/sign-out')}>
            <button type="submit">{say(language, 'menu.sign-out')}</button>
          </form>
        </li>
      </ul>
    </nav>
  )
}

function Unread({ language, unread }: { language: Language; unread: number }) {
  return (
    <a href={hrefOf(language, '/notices')}>
      {say(language, 'menu.notices')}
      {unread > 0 && (
        <span class="unread">
          <span aria-hidden="true">{unread < MANY ? unread : `${MANY - 1}+`}</span>
          <span class="sr-only"> {say(language, 'menu.unread', { count: unread })}</span>
        </span>
      )}
    </a>
  )
}

interface LanguageSwitchProps {
  language: Language
  address: string
  /** What was asked of the page, `?edition=seoul2021`, or nothing. */
  search: string
}

/**
 * The same page in each language, each in its own script, in the order of the United Nations; no flags. What a reader
 * filtered stays filtered.
 */
export function LanguageSwitch({ language, address, search }: LanguageSwitchProps) {
  return (
    <nav class="languages" aria-label={say(language, 'languages')}>
      <ul>
        {LANGUAGES.map((other) => (
          <li>
            <a
              href={hrefOf(other, address) + search}
              hreflang={other}
              lang={other}
              dir={directionOf(other)}
              aria-current={other === language ? 'true' : undefined}
            >
              {LANGUAGE_NAMES[other]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

interface MenuProps {
  label: string
  steps: readonly Step[]
  /** The full address of this page; its link says so. */
  here: string
}

/** A row of links, of which one may be the page that is read. */
export function Menu({ label, steps, here }: MenuProps) {
  return (
    <nav class="menu-row" aria-label={label}>
      <ul>
        {steps.map((step) => (
          <li>
            <a href={step.href} aria-current={step.href === here ? 'page' : undefined}>
              {step.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The way from the series to this page; the last step is the page itself. */
export function Breadcrumbs({ language, steps }: { language: Language; steps: readonly Step[] }) {
  return (
    <nav class="crumbs" aria-label={say(language, 'breadcrumbs')}>
      <ol>
        {steps.map((step, place) => (
          <li>
            {place === steps.length - 1 ? (
              <span aria-current="page">{step.label}</span>
            ) : (
              <a href={step.href}>{step.label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
