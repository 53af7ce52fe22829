import { LANGUAGE_NAMES } from '../../../i18n/language-names.ts'
import { LANGUAGES } from '../../../kernel/language.ts'
import { CheckField, SelectField } from '../../../ui/form/choices.tsx'
import { DateField, NumberField, TimeField } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Frame } from '../../../ui/frame/frame.tsx'
import { RANKS } from '../../delegations/ranks.model.ts'
import { type Rules, TWO_AGREE } from '../../delegations/rules.model.ts'
import { sayRank } from '../../delegations/terms.print.ts'
import { addressOfDesk, type Desk } from '../../own-delegation/desk.tsx'
import { say } from '../words.ts'

interface Props {
  desk: Desk
  rules: Rules
  version: number
}

/** What the conference asks of its delegations: quotas, levels, deadlines, papers, the letter. */
export function RulesPage({ desk, rules, version }: Props) {
  const { viewer, conference } = desk
  const { language } = viewer
  const base = addressOfDesk(conference)
  return (
    <Frame
      place={desk}
      title={say(language, 'rules')}
      steps={[
        { href: base, label: say(language, 'all') },
        { href: '', label: say(language, 'rules') },
      ]}
    >
      <Form
        viewer={viewer}
        command="delegations.set-rules"
        then={base}
        seen={`${version}`}
        fixed={{ conference }}
      >
        <fieldset class="field">
          <legend>{say(language, 'rules.quota')}</legend>
          <div class="columns">
            {(['state', 'observer-state', 'organisation'] as const).map((kind) => (
              <NumberField
                name={`quota.${kind}`}
                label={say(language, `kind.${kind}`)}
                value={rules.quota[kind]}
                required
              />
            ))}
          </div>
        </fieldset>
        <SelectField
          name="headRank"
          label={say(language, 'head-rank')}
          value={rules.headRank}
          options={RANKS.map((value) => ({ value, label: sayRank(language, value) }))}
        />
        <div class="columns">
          <DateField name="replyBy" label={say(language, 'rules.reply-by')} value={rules.replyBy} />
          <DateField
            name="closes.day"
            label={say(language, 'rules.closes-day')}
            value={rules.closes?.day}
          />
          <TimeField
            name="closes.clock"
            label={say(language, 'rules.closes-clock')}
            hint={say(language, 'rules.closes.hint')}
            value={rules.closes?.clock}
          />
        </div>
        <CheckField
          name="needsDocument"
          label={say(language, 'rules.document')}
          value={rules.needsDocument}
        />
        <CheckField
          name="needsPhoto"
          label={say(language, 'rules.photo')}
          value={rules.needsPhoto}
        />
        <SelectField
          name="twoAgree"
          label={say(language, 'rules.two')}
          value={rules.twoAgree}
          options={TWO_AGREE.map((value) => ({ value, label: say(language, `two.${value}`) }))}
        />
        <SelectField
          name="language"
          label={say(language, 'rules.language')}
          value={rules.language}
          options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <LanguagesField name="from" label={say(language, 'rules.from')} text={rules.from} />
        <LanguagesField
          name="letter"
          label={say(language, 'rules.letter')}
          hint={say(language, 'rules.letter.hint')}
          text={rules.letter}
          rows={6}
        />
        <Submit>{say(language, 'save')}</Submit>
      </Form>
    </Frame>
  )
}
