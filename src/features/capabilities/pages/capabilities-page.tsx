import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { ancestorsOf, type Capability, CapabilityKind } from '../model.ts'
import type { Paper } from '../requirements.model.ts'
import { type Branch, type Found, finds, treeOf } from '../tree.ts'
import { say } from '../words.ts'

export interface CapabilitiesFacts {
  capabilities: readonly Capability[]
  papers: readonly Paper[]
}

interface Asked {
  language: Language
  facts: CapabilitiesFacts
  search: string
}

/** Everything that can be promised, as a tree, or what a search finds of it. */
export function CapabilitiesPage(asked: Asked & { children?: Child }) {
  const { language, facts, search, children } = asked
  return (
    <>
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'lead')}</p>
      <Search language={language} search={search} />
      <Part id="capabilities">
        {search === '' ? <Tree language={language} facts={facts} /> : <FoundOnes {...asked} />}
      </Part>
      {children}
      <h2>{say(language, 'more')}</h2>
      <ul>
        <li>
          <a href={hrefOf(language, '/requirements')}>{say(language, 'requirements')}</a>
        </li>
        <li>
          <a href={hrefOf(language, '/capabilities/themes')}>{say(language, 'themes')}</a>
        </li>
      </ul>
      <p class="mark">{say(language, 'names.note')}</p>
    </>
  )
}

function Search({ language, search }: { language: Language; search: string }) {
  const everything = hrefOf(language, '/capabilities')
  return (
    <form method="get" action={everything}>
      <p>
        <label class="block" for="q">
          {say(language, 'search')}
        </label>
        <input
          type="search"
          id="q"
          name="q"
          value={search}
          maxlength={80}
          aria-describedby="q-hint"
        />{' '}
        <button class="btn btn-primary" type="submit">
          {say(language, 'find')}
        </button>
        {search !== '' && (
          <a class="btn btn-ghost" href={everything}>
            {say(language, 'show-all')}
          </a>
        )}
        <small class="block" id="q-hint">
          {say(language, 'search.hint')}
        </small>
      </p>
    </form>
  )
}

/** The families by kind, each with what it comprises. */
function Tree({ language, facts }: Omit<Asked, 'search'>) {
  const families = treeOf(facts.capabilities, facts.papers)
  return (
    <>
      <p class="mark">{say(language, 'texts.rule')}</p>
      {CapabilityKind.options.map((kind) => (
        <section aria-labelledby={`kind-${kind}`}>
          <h2 id={`kind-${kind}`}>{say(language, `kind.${kind}`)}</h2>
          <div class="columns-[19rem] gap-x-12">
            {families
              .filter(({ capability }) => capability.kind === kind)
              .map((family) => (
                <section class="mb-6 break-inside-avoid">
                  <h3 class="mt-0">
                    <Entry language={language} branch={family} />
                  </h3>
                  <Branches language={language} branches={family.branches} />
                </section>
              ))}
          </div>
        </section>
      ))}
    </>
  )
}

const Branches = ({
  language,
  branches,
}: {
  language: Language
  branches: readonly Branch[]
}): Child =>
  branches.length > 0 && (
    <ul class="mb-0">
      {branches.map((branch) => (
        <li>
          <Entry language={language} branch={branch} />
          <Branches language={language} branches={branch.branches} />
        </li>
      ))}
    </ul>
  )

function Entry({
  language,
  branch: { capability, texts },
}: {
  language: Language
  branch: Branch
}) {
  const href = hrefOf(language, `/capabilities/${capability.code}`)
  return (
    <>
      <a href={href}>{capability.names[language]}</a>
      {texts > 0 && (
        <small class="font-normal whitespace-nowrap">
          {' '}
          <a class="inline-block leading-6 no-underline" href={`${href}#needs`}>
            {say(language, 'texts', { count: texts })}
          </a>
        </small>
      )}
    </>
  )
}

/** What a search finds, each with where it stands and, where it is another wording, which one was met. */
function FoundOnes({ language, facts: { capabilities }, search }: Asked) {
  const names = new Map(capabilities.map(({ code, names }) => [code, names[language]]))
  const found = capabilities.flatMap((capability) => {
    const why = finds(capability, search, language)
    return why ? { capability, why } : []
  })
  return (
    <>
      <p role="status">{say(language, 'found', { count: found.length })}</p>
      {found.length === 0 && <Empty>{say(language, 'none')}</Empty>}
      <ul>
        {found.map(({ capability: { code }, why }) => (
          <li>
            <a href={hrefOf(language, `/capabilities/${code}`)}>{names.get(code)}</a>
            <Met language={language} why={why} />
            <small class="block">
              {ancestorsOf(code)
                .map((one) => names.get(one))
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

const Met = ({ language, why }: { language: Language; why: Found }) =>
  why.language === language ? null : (
    <small>
      {' '}
      {why.language ? <Bdi lang={why.language}>{why.wording}</Bdi> : <Bdi>{why.wording}</Bdi>}
    </small>
  )
