import type { Language } from '../../../kernel/language.ts'
import { Breadcrumbs, hrefOf } from '../../../ui/navigation.tsx'
import { RULES } from '../count/count.ts'
import { say } from '../words.ts'

/** How everything is counted, in one place: what every number of the record refers to. */
export function RulesPage({ language }: { language: Language }) {
  return (
    <>
      <Breadcrumbs
        language={language}
        steps={[
          { href: hrefOf(language, '/record'), label: say(language, 'title') },
          { href: '', label: say(language, 'rules') },
        ]}
      />
      <h1>{say(language, 'rules')}</h1>
      <p class="lead">{say(language, 'rules.text')}</p>
      {[...RULES, 'standing' as const].map((rule) => (
        <section id={rule} aria-labelledby={`${rule}-title`}>
          <h2 id={`${rule}-title`}>{say(language, `rule.${rule}`)}</h2>
          <p>{say(language, `rule.${rule}.text`)}</p>
        </section>
      ))}
      <section id="ages" aria-labelledby="ages-title">
        <h2 id="ages-title">{say(language, 'ages')}</h2>
        <p>{say(language, 'ages.text')}</p>
        <p>{say(language, 'ages.rule')}</p>
      </section>
    </>
  )
}
