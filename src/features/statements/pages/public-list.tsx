import { compareIn } from '../../../i18n/collation.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import { nameOn, type Party } from '../../parties/model.ts'
import { languagesOf } from '../model.ts'
import type { PublicStatement, Published } from '../shown.ts'
import { say } from '../words.ts'
import { OnBehalf, remarksOn, SpeakerName, sayLanguages } from './marks.tsx'

interface Props {
  language: Language
  published: Published
  /** Whoever has a statement here, for the filter. */
  offered: readonly Party[]
  chosen: PartyCode | null
  /** The day whose names the filter offers. */
  day: string
}

/** All statements of a conference by session, in the order of delivery. */
export function PublicList({ language, published, offered, chosen, day }: Props) {
  const { outline, statements } = published
  const home = hrefOf(language, `/${outline.id}`)
  const sessions = Map.groupBy(statements, ({ session }) => session?.slug ?? '')
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: home, label: readingOf(outline.shortName, language).value },
          { href: '', label: say(language, 'title') },
        ]}
      />
      <h1>{say(language, 'title')}</h1>
      <p class="lead">{say(language, 'description')}</p>
      {offered.length > 1 && <Filter {...{ language, offered, chosen, day }} />}
      <Part id="statements">
        {statements.length === 0 && <Empty>{say(language, 'none')}</Empty>}
        {[...sessions].map(([slug, all]) => (
          <section>
            <h2>
              <SessionName of={all[0]?.session ?? null} {...{ language, slug, home }} />
            </h2>
            <Lines language={language} published={{ ...published, statements: all }} />
          </section>
        ))}
      </Part>
    </>
  )
}

function SessionName({
  of,
  slug,
  home,
  language,
}: {
  of: PublicStatement['session']
  slug: string
  home: string
  language: Language
}) {
  if (!of) return <>{say(language, 'other-sessions')}</>
  return (
    <a href={`${home}/programme/${slug}`}>
      <Title text={of.title} language={language} />
    </a>
  )
}

/** Statements one below the other, in the order in which they were delivered. */
export function Lines({ language, published }: { language: Language; published: Published }) {
  return (
    <ol class="list-none ps-0">
      {published.statements.map((statement) => (
        <li class="border-t border-base-300 py-4">
          <Line {...{ language, published, statement }} />
        </li>
      ))}
    </ol>
  )
}

function Line({
  language,
  published: { parties, outline },
  statement,
}: {
  language: Language
  published: Published
  statement: PublicStatement
}) {
  const { speech, delivered, speaker, onBehalfOf, content, pledges } = statement
  const remarks = [
    ...remarksOn(language, delivered),
    ...(content ? [sayLanguages(language, languagesOf(content))] : []),
    ...(content?.video ? [say(language, 'video')] : []),
    ...(pledges.length > 0 ? [say(language, 'pledges.count', { count: pledges.length })] : []),
  ].filter(Boolean)
  return (
    <>
      <a class="font-semibold" href={hrefOf(language, `/${outline.id}/statements/${speech}`)}>
        {partyName(parties, statement, language)}
      </a>
      <OnBehalf of={onBehalfOf} language={language} />
      {speaker && (
        <span class="block">
          <SpeakerName of={speaker} language={language} />
        </span>
      )}
      {remarks.length > 0 && <span class="mark block">{remarks.join(BETWEEN)}</span>}
    </>
  )
}

/** The name of a party on the day of the session. */
export function partyName(
  parties: Published['parties'],
  { party: code, session, publicAt }: Pick<PublicStatement, 'party' | 'session' | 'publicAt'>,
  language: Language,
): string {
  const party = parties.get(code)
  const day = session?.day ?? publicAt.toString().slice(0, 10)
  return party ? nameOn(party, day, language).short : code
}

function Filter({ language, offered, chosen, day }: Omit<Props, 'published'>) {
  const compare = compareIn(language)
  const named = offered
    .map((party) => ({ code: party.code, name: nameOn(party, day, language) }))
    .toSorted((a, b) => compare(a.name.sort ?? a.name.short, b.name.sort ?? b.name.short))
  return (
    <form method="get" class="mb-6 flex flex-wrap items-end gap-4">
      <label class="grid gap-1">
        {say(language, 'party')}
        <select name="party">
          <option value="">{say(language, 'party.all')}</option>
          {named.map(({ code, name }) => (
            <option value={code} selected={code === chosen}>
              {name.short}
            </option>
          ))}
        </select>
      </label>
      <button class="btn" type="submit">
        {say(language, 'show')}
      </button>
    </form>
  )
}
