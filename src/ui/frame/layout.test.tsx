import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { assetsOf } from '../assets.ts'
import { errorView } from '../errors.tsx'
import { SourceLink } from '../facts.tsx'
import { Part } from '../part.tsx'
import { Prose, Words } from '../text.tsx'
import { Layout, type LayoutProps } from './layout.tsx'

const manifest = {
  'src/ui/client/client.ts': { file: 'assets/client-1.js', css: ['assets/client-2.css'] },
  'src/ui/client/early.ts': { file: 'assets/early-3.js' },
  'src/ui/fonts/serif-latin.woff2': { file: 'assets/serif-latin-4.woff2' },
}

const page = (language: Language, more: Partial<LayoutProps> = {}) =>
  (
    <Layout
      language={language}
      address="/seoul2021/programme"
      origin="https://plenum.example"
      title="Programme"
      assets={assetsOf(manifest, language)}
      live={true}
      body={<h1>Programme</h1>}
      {...more}
    />
  ).toString()

describe('the layout', () => {
  it('is a whole document in the language and direction of its reader', () => {
    expect(page('ar')).toMatch(/^<!doctype html><html lang="ar" dir="rtl"><head>/)
    expect(page('ru')).toMatch(/^<!doctype html><html lang="ru" dir="ltr"><head>/)
  })

  it('switches the language, each in its own script and the UN’s order, and keeps the page', () => {
    const nav = /<nav class="languages".*?<\/nav>/.exec(page('fr'))?.[0] ?? ''
    expect([...nav.matchAll(/href="([^"]+)"[^>]*>([^<]+)</g)].map((m) => [m[1], m[2]])).toEqual([
      ['/ar/seoul2021/programme', 'العربية'],
      ['/zh/seoul2021/programme', '中文'],
      ['/en/seoul2021/programme', 'English'],
      ['/fr/seoul2021/programme', 'Français'],
      ['/ru/seoul2021/programme', 'Русский'],
      ['/es/seoul2021/programme', 'Español'],
      ['/ko/seoul2021/programme', '한국어'],
    ])
    expect(nav.match(/aria-current/g)).toHaveLength(1)
  })

  it('names its address in every language for those who index it, unless it is an error', () => {
    const links = page('en').match(/<link rel="(?:canonical|alternate)"[^>]*>/g) ?? []
    expect(links[0]).toContain('href="https://plenum.example/en/seoul2021/programme"')
    expect(links).toHaveLength(1 + LANGUAGES.length + 1)
    expect(page('en', { status: 404 })).not.toContain('canonical')
    expect(page('en', { status: 404 })).toContain('noindex')
  })

  it('fetches at once only the type that the language is set in', () => {
    expect(page('fr')).toContain('rel="preload" as="font" href="/assets/serif-latin-4.woff2"')
    expect(page('ko')).not.toContain('rel="preload"')
  })

  it('has ready, hidden, what it says when the live line is down; a still page has not', () => {
    expect(page('en')).toMatch(/data-live-state="live"[^>]* hidden="">The live connection/)
    expect(page('en', { live: false })).not.toContain('data-live-state')
  })

  it('gives a conference and its preparatory meetings the same colours', () => {
    const bodyOf = (id: string) => /<body[^>]*>/.exec(page('en', { conference: { id, name: '' } }))
    expect(bodyOf('seoul2021')?.[0]).toContain('data-palette="celadon"')
    expect(bodyOf('seoul2021_prep4')?.[0]).toContain('data-palette="celadon"')
    expect(bodyOf('accra2023')?.[0]).toContain('data-palette="ochre"')
    expect(page('en', { theme: 'plum' })).toContain('data-palette="plum"')
    expect(page('en')).not.toContain('data-palette')
  })

  it('reads a page of clocks anew where no script runs, and fetches their script only there', () => {
    const assets = assetsOf(
      { ...manifest, 'src/ui/client/clock/clock.ts': { file: 'clock-5.js', css: ['clock-6.css'] } },
      'en',
    )
    const html = page('en', { clock: true, assets })
    expect(html).toMatch(/<noscript><meta http-equiv="refresh" content="15"><\/noscript>/)
    expect(html).toContain('src="/clock-5.js"')
    expect(page('en', { assets })).not.toMatch(/clock-5|clock-6|noscript/)
  })

  it('sets a screen by itself, without menus or foot, and still says when the line is down', () => {
    const html = page('ar', { screen: true })
    expect(html).not.toMatch(/<header|<footer|<nav/)
    expect(html).toContain('data-screen')
    expect(html).toContain('data-live-state="live"')
  })

  it('needs neither inline script nor inline style', () => {
    const html = page('en', { jsonLd: { name: '</script><script>alert(1)</script>' } })
    expect(html).not.toMatch(/ style="| on[a-z]+="|<style/)
    const inline = [...html.matchAll(/<script(?![^>]*src=)([^>]*)>(.*?)<\/script>/g)]
    expect(inline.map((match) => match[1])).toEqual([' type="application/ld+json"'])
    expect(JSON.parse(inline[0]?.[2] ?? '')).toEqual({ name: '</script><script>alert(1)</script>' })
  })

  it('escapes what people wrote', () => {
    expect(page('en', { title: '<b>"Peace"</b>' })).toContain(
      '<title>&lt;b&gt;&quot;Peace&quot;&lt;/b&gt;</title>',
    )
  })

  it('says in every language what it is not', () => {
    const footers = LANGUAGES.map((language) => /<footer.*<\/footer>/.exec(page(language))?.[0])
    expect(new Set(footers).size).toBe(LANGUAGES.length)
    expect(footers[LANGUAGES.indexOf('en')]).toContain('inclusion or absence implies no judgement')
  })
})

describe('a part', () => {
  it('can be cut out of the page by its comments', () => {
    expect((<Part id="now">19:30</Part>).toString()).toBe(
      '<!--part now--><div id="now">19:30</div><!--/part now-->',
    )
  })
})

describe('a text', () => {
  const french = { value: 'Paix', language: 'fr', status: 'as-published' } as const

  it('in the reader’s language is nothing but itself', () => {
    expect(
      (
        <p>
          <Words in={french} language="fr" />
        </p>
      ).toString(),
    ).toBe('<p>Paix</p>')
  })

  it('in another language says which, to people and to machines', () => {
    expect(
      (
        <p>
          <Words in={french} language="ar" mark />
        </p>
      ).toString(),
    ).toBe(
      '<p><bdi lang="fr" dir="ltr">Paix</bdi> <small class="mark">اللغة: الفرنسية\u00A0· كما نُشر</small></p>',
    )
  })

  it('of several paragraphs keeps them', () => {
    const two = { ...french, value: 'Un.\n\nDeux.' }
    expect((<Prose in={two} language="fr" mark={false} />).toString()).toContain(
      '<p>Un.</p><p>Deux.</p>',
    )
  })
})

describe('a source', () => {
  it('shows publisher, date and our grade, never its address', () => {
    const source = {
      publisher: 'United Nations',
      url: 'https://peacekeeping.un.org/x',
      date: '2021-12',
      grade: 'A',
    } as const
    const html = (<SourceLink source={source} language="en" />).toString()
    expect(html.replace(/<[^>]+>/g, '')).toBe(
      'United Nations\u00A0· December 2021\u00A0· our grade: A',
    )
  })
})

describe('an error', () => {
  it('has a page in every language, and a way back', () => {
    for (const language of LANGUAGES) {
      for (const status of [400, 403, 404, 413, 429, 500, 503, 'offline'] as const) {
        const { title, body } = errorView(language, status)
        expect(`${body}`).toContain(`<h1>${title}</h1>`)
        expect(`${body}`).toContain(`href="/${language}"`)
      }
    }
  })

  it('without a page of its own takes that of its family', () => {
    expect(errorView('en', 502).title).toBe(errorView('en', 500).title)
    expect(errorView('en', 418).title).toBe(errorView('en', 400).title)
  })
})
