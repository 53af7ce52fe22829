import { readingOf } from '../../../kernel/text.ts'
import { DELEGATE, type Participant } from '../../delegations/participants/model.ts'
import { type Desk, shortName } from '../../own-delegation/desk.tsx'
import type { Party } from '../../parties/model.ts'
import type { Form } from '../../registration/forms.model.ts'
import { say } from '../words.ts'

/** The names of what people belong to. */
export interface Names {
  parties: ReadonlyMap<string, Party>
  forms: readonly Form[]
}

/** What a kind of participant is called: delegates, or by the name of their form. */
export function kindName({ forms }: Names, kind: string, { viewer: { language } }: Desk): string {
  if (kind === DELEGATE) return say(language, 'kind.delegate')
  const form = forms.find((one) => one.kind === kind)
  return form ? readingOf(form.name, language).value : kind
}

/** Where somebody comes from: their party, or the form by which they came. */
export function comesFrom(names: Names, { party, kind }: Participant, desk: Desk): string {
  const found = party ? names.parties.get(party) : undefined
  return found ? shortName(found, desk) : kindName(names, kind, desk)
}
