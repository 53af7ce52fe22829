import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { say } from '../words.ts'
import type { StepName } from './desk.tsx'

/** A step of the form: all stand on one page, and a list leads to each. */
export const Step = ({
  name,
  language,
  children,
}: {
  name: StepName
  language: Language
  children?: Child
}) => (
  <section aria-labelledby={`step-${name}`} class="step">
    <h2 id={`step-${name}`}>{say(language, `step.${name}`)}</h2>
    <p class="label">{say(language, `step.${name}.note`)}</p>
    {children}
  </section>
)
