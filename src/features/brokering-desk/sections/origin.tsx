import type { Language } from '../../../kernel/language.ts'
import { hrefOf } from '../../../ui/navigation.tsx'
import type { Form } from '../../brokering/model.ts'
import { sayForm } from '../../brokering/terms.print.ts'
import { say } from '../words.ts'

/** Where people work on a joint pledge: the proposal from which it came. */
export const Origin = ({ language, form, at }: { language: Language; form: Form; at: string }) => (
  <section aria-labelledby="origin">
    <h2 id="origin">{sayForm(language, form)}</h2>
    <p>
      {say(language, 'origin')} <a href={hrefOf(language, at)}>{say(language, 'origin.to')}</a>
    </p>
  </section>
)
