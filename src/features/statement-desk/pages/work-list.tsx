import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { readingOf } from '../../../kernel/text.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { Empty } from '../../../ui/notices.tsx'
import { Part } from '../../../ui/part.tsx'
import { BETWEEN } from '../../../ui/text.tsx'
import type { Outline } from '../../conferences/outline.ts'
import { sayWay } from '../../floor/terms.print.ts'
import { nameOn } from '../../parties/model.ts'
import { sayLanguages } from '../../statements/pages/marks.tsx'
import { say } from '../words.ts'
import type { WorkLine } from '../work.ts'
import { SessionName } from './session-name.tsx'
import { StageMark } from './stage-mark.tsx'

interface Props {
  language: Language
  outline: Outline
  lines: readonly WorkLine[]
  /** Where a speech is worked on: this and its identifier. */
  base: string
  title: string
  lead: string
  none: string
  day: string
}

/** The speeches of a conference by session, with what waits first said of each; for those who work on them. */
export function WorkList({ language, outline, lines, base, title, lead, none, day }: Props) {
  const sessions = Map.groupBy(lines, ({ session }) => session.id)
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          {
            href: hrefOf(language, `/${outline.id}`),
            label: readingOf(outline.shortName, language).value,
          },
          { href: hrefOf(language, `/${outline.id}/desk`), label: say(language, 'desk') },
          { href: '', label: title },
        ]}
      />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      <Part id="speeches">
        {lines.length === 0 && <Empty>{none}</Empty>}
        {[...sessions.values()].map((all) => (
          <section>
            <h2>{all[0] && <SessionName title={all[0].session.title} language={language} />}</h2>
            <ul class="list-none ps-0">
              {all.map((line) => (
                <li class="border-t border-base-300 py-4">
                  <a class="font-semibold" href={hrefOf(language, `${base}/${line.speech}`)}>
                    {nameOn(line.party, day, language).short}
                  </a>{' '}
                  <StageMark stage={line.stage} language={language} />
                  <span class="mark block">{remarks(language, line).join(BETWEEN)}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Part>
    </>
  )
}

const remarks = (language: Language, { languages, named, way }: WorkLine): Child[] => [
  ...(way === 'in-person' ? [] : [sayWay(language, way)]),
  languages === null
    ? say(language, 'deposit.none')
    : [say(language, 'deposited'), sayLanguages(language, languages)].filter(Boolean).join(' · '),
  ...(named > 0 ? [say(language, 'pledges.count', { count: named })] : []),
]
