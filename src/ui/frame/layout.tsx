import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { directionOf, type Language } from '../../kernel/language.ts'
import { hrefOf, LanguageSwitch, Menu, type Person, PersonMenu } from '../navigation.tsx'
import { paletteOf } from '../style/palettes.ts'
import { say } from '../words.ts'
import { type HeadProps, printHead } from './head.tsx'

export interface LayoutProps extends Omit<HeadProps, 'error' | 'work' | 'clock' | 'screen'> {
  /** One of `PALETTES`; without it a conference has the one that falls to it. */
  theme?: string
  conference?: { id: string; name: string; palette?: string | null }
  body: Child
  /** Who reads, if they are signed in. */
  person?: Person | null
  /** What was just done, said once; an empty text: something. */
  done?: string | null
  /** Whether the reader works at the conference whose bar is shown. */
  desk?: boolean
  /** Whether people work on the page: it brings the style and the script of forms. */
  work?: boolean
  /** Whether clocks run on it: it brings their style and script. */
  clock?: boolean | 'kept'
  /** Whether the page is a whole screen, with nothing around it. */
  screen?: boolean
  /** Whether only few people have it open. */
  few?: boolean
  /** The declared query of the page, `?edition=seoul2021`, which the switch of languages keeps. */
  search?: string
  /** Whether the page follows the live stream. */
  live: boolean
  /** The HTTP status, where it is not 200. */
  status?: number
}

function Header(props: LayoutProps) {
  const { language, address, search = '', conference, person, status = 200 } = props
  const here = status === 200 ? hrefOf(language, address) : ''
  const menu = [
    { href: hrefOf(language, '/'), label: say(language, 'menu.conferences') },
    { href: hrefOf(language, '/pledges'), label: say(language, 'menu.pledges') },
    { href: hrefOf(language, '/record'), label: say(language, 'menu.record') },
    { href: hrefOf(language, '/gaps'), label: say(language, 'menu.gaps') },
    { href: hrefOf(language, '/parties'), label: say(language, 'menu.parties') },
  ]
  const home = conference && hrefOf(language, `/${conference.id}`)
  return (
    <header class="site-header">
      <LanguageSwitch language={language} address={address} search={search} />
      <div class="masthead">
        <a class="wordmark" href={hrefOf(language, '/')} lang="en">
          Plenum
        </a>
        <Menu label={say(language, 'menu')} steps={menu} here={here} />
        {person !== undefined && (
          <PersonMenu {...{ language, person }} address={address + search} />
        )}
      </div>
      {conference && home && (
        <div class="conference-bar">
          <a class="conference-name" href={home}>
            {conference.name}
          </a>
          <Menu
            label={say(language, 'menu.conference')}
            here={here}
            steps={[
              { href: home, label: say(language, 'menu.overview') },
              { href: `${home}/programme`, label: say(language, 'menu.programme') },
              {
                href: hrefOf(language, `/pledges?edition=${conference.id}`),
                label: say(language, 'menu.pledges'),
              },
              ...(props.desk ? [{ href: `${home}/desk`, label: say(language, 'menu.desk') }] : []),
            ]}
          />
        </div>
      )}
    </header>
  )
}

function Footer({ language }: { language: Language }) {
  const about = [
    { href: hrefOf(language, '/data'), label: say(language, 'menu.data') },
    { href: hrefOf(language, '/api'), label: say(language, 'menu.api') },
    { href: hrefOf(language, '/record/rules'), label: say(language, 'menu.rules') },
    { href: hrefOf(language, '/codebook'), label: say(language, 'menu.codebook') },
  ]
  return (
    <footer class="site-footer">
      <Menu label={say(language, 'menu.about')} steps={about} here="" />
      <p>{say(language, 'notice.sample')}</p>
      <p>{say(language, 'notice.designations')}</p>
      <reader-theme
        data-label={say(language, 'theme')}
        data-system={say(language, 'theme.system')}
        data-light={say(language, 'theme.light')}
        data-dark={say(language, 'theme.dark')}
      />
    </footer>
  )
}

/** The whole document around a page's body. Everything in it works without a script. */
export function Layout(props: LayoutProps) {
  const { language, conference, body, live, work = false, clock = false, status = 200 } = props
  const isScreen = props.screen === true
  const theme = props.theme ?? conference?.palette ?? (conference && paletteOf(conference.id))
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language} dir={directionOf(language)}>
        {printHead({ ...props, work, clock, screen: isScreen, error: status >= 400 })}
        <body
          data-palette={theme}
          data-live={live ? '' : undefined}
          data-screen={isScreen ? '' : undefined}
          data-few={props.few ? '' : undefined}
        >
          {!isScreen && (
            <>
              <a class="skip" href="#content">
                {say(language, 'skip')}
              </a>
              <Header {...props} />
            </>
          )}
          {live && (
            <p
              id={`live-state-${language}`}
              class="live-state"
              role="status"
              data-live-state="live"
              data-turbo-permanent=""
              hidden
            >
              {say(language, 'live.cut')}
            </p>
          )}
          <main
            id="content"
            tabindex={-1}
            data-kept={work ? say(language, 'form.kept') : undefined}
            data-not-sent={work ? say(language, 'form.not-sent') : undefined}
          >
            {typeof props.done === 'string' && (
              <p class="done" role="status">
                {props.done || say(language, 'form.done')}
              </p>
            )}
            {body}
          </main>
          {!isScreen && <Footer language={language} />}
        </body>
      </html>
    </>
  )
}
