import type { Language } from '../../../kernel/language.ts'
import type { Text } from '../../../kernel/text.ts'
import { fieldId } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { BETWEEN, Identifier } from '../../../ui/text.tsx'
import { Title } from '../../conferences/pages/facts.tsx'
import type { Alike } from '../../pledges/likeness/alike.ts'
import { ELEMENTS, type Element } from '../../pledges/model.ts'
import { sayElement } from '../../pledges/pages/says.tsx'
import type { Problem } from '../../pledges/writing/sketch.model.ts'
import type { Desk } from '../desk.tsx'
import { addressOfPledges } from '../model.ts'
import { say } from '../words.ts'

/** What is said beside a pledge while it is written. */
export interface AsideFacts {
  problems: readonly { path: Problem['path']; message: string }[]
  elements: readonly Element[]
  alike: readonly (Alike & { title: Text; isPublic: boolean })[]
}

/** What is still missing, which details are there, and what may be the same promise: told, never demanded. */
export function Aside({ desk, facts }: { desk: Desk; facts: AsideFacts }) {
  const { language } = desk.viewer
  return (
    <>
      <Problems language={language} problems={facts.problems} form="form-pledges-write" at="" />
      <Elements language={language} elements={facts.elements} />
      <AlikeList desk={desk} alike={facts.alike} />
    </>
  )
}

/** What is missing before it can be handed in, each with the way to its field. */
export function Problems({
  language,
  problems,
  form,
  at,
}: {
  language: Language
  problems: AsideFacts['problems']
  form: string
  at: string
}) {
  if (problems.length === 0) return null
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{say(language, 'problems')}</h2>
      <ul>
        {problems.map(({ path, message }) => (
          <li>
            <a href={`${at}#${fieldId(form, ['sketch', ...path].join('.'))}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Which of the twelve details are there. None is demanded, and nobody is measured by them. */
export function Elements({
  language,
  elements,
}: {
  language: Language
  elements: readonly Element[]
}) {
  const there = new Set(elements)
  return (
    <section aria-labelledby="elements">
      <h2 id="elements">{say(language, 'elements')}</h2>
      <p class="label">{say(language, 'elements.note')}</p>
      <ul class="elements">
        {ELEMENTS.map((element) => (
          <li data-there={there.has(element) ? '' : undefined}>
            {sayElement(language, element)}
            <span class="label">
              {BETWEEN}
              {say(language, there.has(element) ? 'elements.there' : 'elements.open')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Pledges that may be the same promise. */
export function AlikeList({ desk, alike }: { desk: Desk; alike: AsideFacts['alike'] }) {
  const { viewer, conference, party } = desk
  const { language } = viewer
  const own = addressOfPledges(conference, party)
  if (alike.length === 0) return null
  return (
    <section aria-labelledby="alike">
      <h2 id="alike">{say(language, 'alike')}</h2>
      <p class="label">{say(language, 'alike.note')}</p>
      <ul>
        {alike.map(({ id, title, signs, isPublic }) => (
          <li>
            <a href={hrefOf(language, isPublic ? `/pledges/${id}` : `${own}/${id}`)}>
              <Identifier>{id}</Identifier>
            </a>
            {BETWEEN}
            <Title text={title} language={language} />
            <span class="label block">
              {signs.map((sign) => say(language, `sign.${sign}`)).join(BETWEEN)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
