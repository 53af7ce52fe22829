import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import { sayForm, sayPart, sayPartDoes } from '../../brokering/terms.print.ts'
import { nameOn, type Party } from '../../parties/model.ts'
import type { Standing } from '../facts.ts'

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
