import type { Child } from 'hono/jsx'
import { setBeside } from '../../../../i18n/numbers.ts'
import { sayQuantity } from '../../../../i18n/quantities.ts'
import { Language } from '../../../../kernel/language.ts'
import type { Text } from '../../../../kernel/text.ts'
import { hrefOf } from '../../../../ui/navigation.tsx'
import { Bdi, Identifier } from '../../../../ui/text.tsx'
import { say as sayLanguage } from '../../../../ui/words.ts'
import { Ours } from '../../../capabilities/pages/marks.tsx'
import { Title, Wording } from '../../../conferences/pages/facts.tsx'
import { placeOf } from '../../../parties/missions.model.ts'
import { addressOfList } from '../../find/wish.ts'
import type { Terms } from '../../model.ts'
import { say } from '../../words.ts'
import { Inferred } from '../marks.tsx'
import { Day, EditionLink, PartyLink } from '../names.tsx'
import { namesOf, type PledgeDesk } from './desk.tsx'
import { Rotation, SharesTable } from './shares.tsx'

type Said<Field extends keyof Terms> = (
  desk: PledgeDesk,
  value: Terms[Field],
  terms: Terms,
) => Child

/** Several things, one below the other; a single one by itself. */
const List = ({ of }: { of: readonly Child[] }) =>
  of.length === 1 ? (
    <div>{of[0]}</div>
  ) : (
    <ul class="mb-0 list-none ps-0">
      {of.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  )

const text = ({ language }: PledgeDesk, value: Text) => <Wording text={value} language={language} />
const ownText = ({ language }: PledgeDesk, value: Text | null) =>
  value && <Title text={value} language={language} />
const day = ({ language }: PledgeDesk, value: string | null) =>
  value && <Day language={language} day={value} />

interface Classified {
  code: string
  inferred: boolean
}

/** What something was classified as, each marked where the classification is ours. */
const classified =
  (shown: (desk: PledgeDesk, code: string) => Child) =>
  (desk: PledgeDesk, value: readonly Classified[]) => (
    <List
      of={value.map(({ code, inferred }) => (
        <>
          {shown(desk, code)}
          {inferred && <Ours language={desk.language} />}
        </>
      ))}
    />
  )

const listed = (desk: PledgeDesk, wish: Parameters<typeof addressOfList>[0], label: Child) => (
  <a href={hrefOf(desk.language, addressOfList(wish))}>{label}</a>
)

/** How each field of the terms is said: on the page of the pledge, and where a version differs from another. */
const FIELDS: { readonly [Field in keyof Terms]: Said<Field> } = {
  conference: (desk, value) => value && <EditionLink desk={desk} id={value} />,
  title: text,
  summary: text,
  announcedIn: ({ language }, value) => value && <Tongue language={language} code={value} />,
  words: (_, value, { announcedIn }) =>
    value && (
      <blockquote lang={announcedIn ?? undefined} dir="auto" class="mb-0">
        {value}
      </blockquote>
    ),
  lead: (desk, value) => value && <PartyLink desk={desk} code={value} day={namesOf(desk)} />,
  shares: (desk, value) => <SharesTable desk={desk} shares={value} />,
  quantity: ({ language }, value) => sayQuantity(language, value),
  rotation: (desk, value) => <Rotation desk={desk} turns={value} />,
  capabilities: (desk, value) => (
    <List
      of={value.map((code) => (
        <>
          <a href={hrefOf(desk.language, `/capabilities/${code}`)}>
            {desk.capabilities.get(code)?.[desk.language] ?? code}
          </a>
          <Ours language={desk.language} />
        </>
      ))}
    />
  ),
  categories: classified((desk, category) =>
    listed(desk, { category }, desk.categories.get(category)?.[desk.language] ?? category),
  ),
  priorities: classified((desk, number) => {
    const theme = desk.themes.find((one) => one.scheme === 'a4p-plus' && `${one.number}` === number)
    return (
      <>
        <Bdi>A4P+ {number}</Bdi>
        {theme && ' · '}
        {theme && <Title text={theme.names} language={desk.language} />}
      </>
    )
  }),
  crossCutting: classified((desk, theme) => {
    const known = desk.themes.find(
      ({ scheme, code }) => scheme === 'cross-cutting' && code === theme,
    )
    return listed(
      desk,
      { theme },
      known ? <Title text={known.names} language={desk.language} /> : theme,
    )
  }),
  missions: (desk, value) => (
    <List of={value.map((acronym) => <Mission desk={desk} acronym={acronym} />)} />
  ),
  beneficiaries: (desk, value, { beneficiariesNote }) => (
    <List
      of={[
        ...value.map((code) => <PartyLink desk={desk} code={code} day={namesOf(desk)} />),
        ...(beneficiariesNote ? [<Title text={beneficiariesNote} language={desk.language} />] : []),
      ]}
    />
  ),
  beneficiariesNote: ownText,
  from: day,
  until: day,
  conditions: ({ language }, value) => (
    <List
      of={value.map(({ kind, note }) => (
        <>
          {say(language, `condition.${kind}`)}
          {note && (
            <>
              {' · '}
              <Title text={note} language={language} />
            </>
          )}
        </>
      ))}
    />
  ),
  requirements: classified((desk, id) => {
    const [paper = '', anchor = ''] = id.split('.')
    const words = desk.requirements.get(id)
    return (
      <a href={hrefOf(desk.language, `/requirements/${paper}#${anchor}`)}>
        {words ? <Title text={words} language={desk.language} /> : <Bdi>{id}</Bdi>}
      </a>
    )
  }),
  partOf: ({ language }, value) => value && <PledgeLink language={language} id={value} />,
  links: ({ language }, value) => (
    <List
      of={value.map(({ kind, to, inferred }) => (
        <>
          {say(language, `link.${kind}`)} <PledgeLink language={language} id={to} />
          {inferred && <Inferred language={language} />}
        </>
      ))}
    />
  ),
  baseline: ownText,
  found: ({ language }, value) =>
    value && <List of={value.map((element) => say(language, `element.${element}`))} />,
  disagreements: ({ language }, value) => (
    <List of={value.map(({ about }) => <Title text={about} language={language} />)} />
  ),
  note: ownText,
  sources: (_, value) => <List of={value.map(({ publisher }) => <Bdi>{publisher}</Bdi>)} />,
  audiences: () => null,
}

const isUnsaid = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && (value as { kind?: unknown }).kind === 'none')

/** A field of some terms in words; null where it was not said. */
export function saidOf<Field extends keyof Terms>(
  desk: PledgeDesk,
  field: Field,
  terms: Terms,
): Child | null {
  const value = terms[field]
  const noteOnly = field === 'beneficiaries' && terms.beneficiariesNote !== null
  return isUnsaid(value) && !noteOnly ? null : FIELDS[field](desk, value, terms)
}

export const PledgeLink = ({ language, id }: { language: Language; id: string }) => (
  <a href={hrefOf(language, `/pledges/${id}`)}>
    <Identifier>{id}</Identifier>
  </a>
)

/** The language of an announcement by its name, where it is one of ours; else by its code. */
function Tongue({ language, code }: { language: Language; code: string }) {
  const known = Language.safeParse(code).data
  return <Bdi>{known ? sayLanguage(language, `language.${known}`) : code}</Bdi>
}

/** A mission by acronym and name; where it has no host state, with what the United Nations prints in its place. */
function Mission({ desk, acronym }: { desk: PledgeDesk; acronym: string }) {
  const { language } = desk
  const mission = desk.missions.get(acronym)
  if (!mission) return <Bdi>{acronym}</Bdi>
  const place = placeOf(mission, language)
  return (
    <>
      {listed(desk, { mission: acronym }, <Bdi>{mission.acronyms[language] ?? acronym}</Bdi>)}
      {' · '}
      {mission.names[language]}
      {'territory' in place && (
        <small class="block">
          {setBeside(language, [place.territory, ...(place.status ? [place.status] : [])])}
        </small>
      )}
    </>
  )
}
