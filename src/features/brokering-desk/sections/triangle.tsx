import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { sayForm, sayPart, sayPartDoes } from '../../brokering/terms.print.ts'
import { Title } from '../../conferences/pages/facts.tsx'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Own, Standing } from '../facts.ts'

/** On the page of a joint pledge: the triangular partnership that gave it, by that name, and who stands in which part. */
export function Triangle({
  language,
  today,
  standings,
  parties,
}: {
  language: Language
  today: string
  standings: readonly Standing[]
  parties: ReadonlyMap<string, Party>
}) {
  return (
    <section aria-labelledby="triangular">
      <h2 id="triangular">{sayForm(language, 'triangular')}</h2>
      <dl class="known">
        {standings.map(({ party, part }) => {
          const found = parties.get(party)
          return (
            <>
              <dt>{sayPart(language, part)}</dt>
              <dd>
                <a href={hrefOf(language, `/parties/${party}`)}>
                  {found ? nameOn(found, today, language).short : party}
                </a>
                <span class="block label">{sayPartDoes(language, part)}</span>
              </dd>
            </>
          )
        })}
      </dl>
    </section>
  )
}

/** On the page of a party: its pledges that came of triangular partnerships, and its part in each. */
export const OwnTriangles = ({ language, all }: { language: Language; all: readonly Own[] }) => (
  <section aria-labelledby="triangular">
    <h2 id="triangular">{sayForm(language, 'triangular')}</h2>
    <ul>
      {all.map(({ id, title, part }) => (
        <li>
          <a href={hrefOf(language, `/pledges/${id}`)}>
            <Title text={title} language={language} />
          </a>
          {BETWEEN}
          <Identifier>{id}</Identifier>
          {BETWEEN}
          {sayPart(language, part)}
        </li>
      ))}
    </ul>
  </section>
)
