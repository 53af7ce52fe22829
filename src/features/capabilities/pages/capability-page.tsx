import type { Child } from 'hono/jsx'
import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { sayQuantity } from '../../../i18n/quantities.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { SourceLink, Sources } from '../../../ui/facts.tsx'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Table } from '../../../ui/table.tsx'
import { Bdi } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Labels, Party } from '../../parties/model.ts'
import { belongsTo, type CategorySet } from '../categories.model.ts'
import {
  ancestorsOf,
  type Capability,
  type CapabilityCode,
  isHospitalLevel,
  isIllustrative,
  parentOf,
} from '../model.ts'
import type { Paper } from '../requirements.model.ts'
import { say } from '../words.ts'
import { Ours, Own, ReadinessMark } from './marks.tsx'
import { Namings } from './namings.tsx'

export interface CapabilityFacts {
  capability: Capability
  /** The names of every capability, in the order of the tree. */
  names: ReadonlyMap<CapabilityCode, Labels>
  papers: readonly Paper[]
  categorySets: readonly CategorySet[]
  conferences: readonly Outline[]
  parties: ReadonlyMap<string, Party>
}

interface Shown {
  language: Language
  facts: CapabilityFacts
}

/** One capability: what it is called, where it stands, what it is made of, and where it was named. */
export function CapabilityPage({ language, facts, children }: Shown & { children?: Child }) {
  const { capability } = facts
  return (
    <>
      <Breadcrumbs language={language} steps={wayTo({ language, facts })} />
      <h1>{capability.names[language]}</h1>
      {isHospitalLevel(capability.code) && (
        <Notice>
          {say(language, 'hospital-level')} <ReadinessMark level={2} language={language} />
        </Notice>
      )}
      <Place language={language} facts={facts} />
      <Namings language={language} facts={facts} />
      <Recipe language={language} recipe={capability.recipe} />
      <Sizes language={language} sizes={capability.sizesSeen} />
      {children}
      <Categories language={language} facts={facts} />
      <h2>{say(language, 'names')}</h2>
      <Table
        caption={say(language, 'names.note')}
        columns={[say(language, 'language'), say(language, 'name')]}
        rows={LANGUAGES.map((spoken) => [
          <Bdi lang={spoken}>{LANGUAGE_NAMES[spoken]}</Bdi>,
          <Bdi lang={spoken}>{capability.names[spoken]}</Bdi>,
        ])}
      />
    </>
  )
}

function wayTo({ language, facts: { capability, names } }: Shown) {
  return [
    { href: hrefOf(language, '/capabilities'), label: say(language, 'title') },
    ...ancestorsOf(capability.code).map((code) => ({
      href: hrefOf(language, `/capabilities/${code}`),
      label: names.get(code)?.[language] ?? code,
    })),
    { href: '', label: capability.names[language] },
  ]
}

/** Its code and kind, and what it comprises. */
function Place({ language, facts: { capability, names } }: Shown) {
  const comprises = [...names.keys()].some((code) => parentOf(code) === capability.code)
  return (
    <dl>
      <dt>{say(language, 'code')}</dt>
      <dd>
        <code>
          <Bdi>{capability.code}</Bdi>
        </code>
      </dd>
      <dt>{say(language, 'kind')}</dt>
      <dd>{say(language, `one.${capability.kind}`)}</dd>
      {comprises && (
        <>
          <dt>{say(language, 'comprises')}</dt>
          <dd>
            <Below language={language} code={capability.code} names={names} />
          </dd>
        </>
      )}
    </dl>
  )
}

/** What stands below a code, level by level. */
function Below({
  language,
  code,
  names,
}: {
  language: Language
  code: CapabilityCode
  names: CapabilityFacts['names']
}): Child {
  const below = [...names].filter(([one]) => parentOf(one) === code)
  if (below.length === 0) return null
  return (
    <ul class="mb-0">
      {below.map(([one, labels]) => (
        <li>
          <a href={hrefOf(language, `/capabilities/${one}`)}>{labels[language]}</a>
          <Below language={language} code={one} names={names} />
        </li>
      ))}
    </ul>
  )
}

/** The parts of a whole unit, and that we made them up where no source states them. */
function Recipe({ language, recipe }: { language: Language; recipe: Capability['recipe'] }) {
  if (!recipe) return null
  return (
    <>
      <h2>{say(language, 'recipe')}</h2>
      {isIllustrative(recipe) && <Notice>{say(language, 'recipe.ours')}</Notice>}
      <dl>
        {recipe.components.map(({ component, note }) => (
          <>
            <dt>{say(language, `component.${component}`)}</dt>
            <dd>
              <Own text={note} language={language} />
            </dd>
          </>
        ))}
      </dl>
      <Sources sources={recipe.sources} language={language} />
    </>
  )
}

/** How large such units were seen to be, each with who says so. */
function Sizes({ language, sizes }: { language: Language; sizes: Capability['sizesSeen'] }) {
  if (sizes.length === 0) return null
  return (
    <>
      <h2>{say(language, 'sizes')}</h2>
      <p>{say(language, 'sizes.note')}</p>
      <ul>
        {sizes.map(({ quantity, note, source }) => (
          <li>
            {sayQuantity(language, quantity)}
            {note && ' · '}
            {note && <Own text={note} language={language} />}{' '}
            <SourceLink source={source} language={language} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** The categories of each edition under which it falls, by our reading. */
function Categories({ language, facts: { capability, categorySets, conferences } }: Shown) {
  const rows = categorySets.flatMap(({ conference, categories }) => {
    const fitting = categories.filter((category) => belongsTo(capability.code, category))
    const edition = conferences.find(({ id }) => id === conference)
    return fitting.length > 0 && edition ? { edition, fitting } : []
  })
  if (rows.length === 0) return null
  return (
    <>
      <h2>{say(language, 'categories')}</h2>
      <p>
        {say(language, 'categories.note')}
        <Ours language={language} />
      </p>
      <dl>
        {rows.map(({ edition, fitting }) => (
          <>
            <dt>
              <a href={hrefOf(language, `/${edition.id}#categories`)}>
                <Title text={edition.shortName} language={language} />
              </a>
            </dt>
            {fitting.map(({ names }) => (
              <dd>{names[language]}</dd>
            ))}
          </>
        ))}
      </dl>
    </>
  )
}
