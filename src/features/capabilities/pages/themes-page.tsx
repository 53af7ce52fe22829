import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { same } from '../../../kernel/same.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SourceLink } from '../../../ui/facts.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi, TextMark } from '../../../ui/text.tsx'
import { SCHEMES, type Scheme, type Theme } from '../themes.model.ts'
import { say } from '../words.ts'
import { Own } from './marks.tsx'

interface Shown {
  language: Language
  themes: readonly Theme[]
}

/** Areas, priorities and cross-cutting themes, each with how sure its wording is. */
export function ThemesPage({ language, themes, children }: Shown & { children?: Child }) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/capabilities'), label: say(language, 'title') },
          { href: '', label: say(language, 'themes') },
        ]}
      />
      <h1>{say(language, 'themes')}</h1>
      <p class="lead">{say(language, 'themes.lead')}</p>
      {SCHEMES.map((scheme) => (
        <section aria-labelledby={scheme}>
          <h2 id={scheme}>{say(language, `scheme.${scheme}`)}</h2>
          <OneScheme
            language={language}
            scheme={scheme}
            themes={themes.filter((theme) => theme.scheme === scheme)}
          />
        </section>
      ))}
      {children}
    </>
  )
}

/** Where the wording of all themes is worth the same, that is said once; else beside each. */
function OneScheme({ language, scheme, themes }: Shown & { scheme: Scheme }) {
  const note = say(language, `scheme.${scheme}.note`)
  const [first] = themes
  if (first && themes.every((one) => isWordedAlike(one, first))) {
    return (
      <>
        <p>{note}</p>
        <ul class="list-none ps-0">
          {themes.map((theme) => (
            <li>
              <Name language={language} theme={theme} />
            </li>
          ))}
        </ul>
        <p>
          <Wording language={language} theme={first} />
        </p>
      </>
    )
  }
  return (
    <Table
      caption={note}
      columns={[say(language, 'theme'), say(language, 'wording')]}
      rows={themes.map((theme) => [
        <Name language={language} theme={theme} />,
        <Wording language={language} theme={theme} />,
      ])}
    />
  )
}

const isWordedAlike = (one: Theme, other: Theme) =>
  one.confirmed === other.confirmed &&
  same([one.foundIn, one.note, one.sources], [other.foundIn, other.note, other.sources])

/** Its number and name, and the English title where that is another one and a source has it. */
function Name({
  language,
  theme: { number, names, foundIn },
}: {
  language: Language
  theme: Theme
}) {
  const english = language !== 'en' && foundIn.en ? names.in.en : null
  return (
    <>
      {number}. {readingOf(names, language).value}
      {english && (
        <small class="block font-normal">
          <Bdi lang="en">{english.value}</Bdi>
        </small>
      )}
    </>
  )
}

/** What the wording is worth, who has it, and what is to be said of the title. */
function Wording({ language, theme }: { language: Language; theme: Theme }) {
  const { names, foundIn, confirmed, note, sources } = theme
  const where = foundIn[language]
  return (
    <>
      <TextMark in={readingOf(names, language)} language={language} />
      <small class="block">
        {say(language, `confirmed.${confirmed}`)}
        {note && ' · '}
        {note && <Own text={note} language={language} />}
      </small>
      {(where ? [where] : sources).map((source) => (
        <small class="block">
          <SourceLink source={source} language={language} />
        </small>
      ))}
    </>
  )
}
