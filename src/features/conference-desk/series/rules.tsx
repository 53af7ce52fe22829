import { readingOf } from '../../../kernel/text.ts'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Words } from '../../../ui/text.tsx'
import { type CountingRule, FIGURE_GROUPS } from '../../conferences/figure.model.ts'
import type { Series } from '../../conferences/model.ts'
import type { Outline } from '../../conferences/outline.ts'
import { sayTerm } from '../../conferences/terms.print.ts'
import { Gaps } from '../pages/section.tsx'
import { say } from '../words.ts'

/** What the pages of a series are drawn from. */
export interface SeriesProps {
  viewer: FormReader
  series: Series
  outlines: readonly Outline[]
  edit: string | null
  seen(command: string, input?: Record<string, unknown>): string
}

/** Where the series is edited. */
export const ADDRESS = '/desk/series'

/** How figures are counted: shared by all editions, so that like meets like. */
export function Rules(props: SeriesProps) {
  const { viewer, series, edit, seen } = props
  const { language } = viewer
  const href = (what: string) => `${hrefOf(language, ADDRESS)}?edit=${what}#${what}`
  return (
    <section class="editable" id="rules">
      <div class="editable-head">
        <h2>{say(language, 'rules')}</h2>
        <a class="edit-link" href={href('rule-new')}>
          {say(language, 'add')}
        </a>
      </div>
      <p class="mark">{say(language, 'rules.note')}</p>
      {edit === 'rule-new' && (
        <div id="rule-new">
          <RuleForm {...props} code={null} rule={null} />
        </div>
      )}
      <ol class="editable-list">
        {Object.entries(series.counting).map(([code, rule]) => (
          <li id={`rule-${code}`}>
            {edit === `rule-${code}` ? (
              <RuleForm {...props} code={code} rule={rule} seen={seen} />
            ) : (
              <div class="editable-item">
                <div>
                  <Words in={readingOf(rule.label, language)} language={language} />
                  <small class="mark block">
                    {sayTerm(language, `group.${rule.group}`)} ·{' '}
                    <Words in={readingOf(rule.rule, language)} language={language} />
                  </small>
                  <Gaps text={rule.label} language={language} />
                </div>
                <a class="edit-link" href={href(`rule-${code}`)}>
                  {say(language, 'change')}
                </a>
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function RuleForm({
  viewer,
  series,
  seen,
  code,
  rule,
}: SeriesProps & { code: string | null; rule: CountingRule | null }) {
  const { language } = viewer
  const command =
    code === null ? 'conferences.add-counting-rule' : 'conferences.change-counting-rule'
  const fixed = { series: series.id }
  return (
    <Form
      viewer={viewer}
      command={command}
      of={code ?? 'new'}
      fixed={code === null ? fixed : { ...fixed, code }}
      {...(code !== null && { seen: seen(command, { code }) })}
      then={`${ADDRESS}#rules`}
    >
      <SelectField
        name="rule.group"
        label={say(language, 'rule.group')}
        options={FIGURE_GROUPS.map((group) => ({
          value: group,
          label: sayTerm(language, `group.${group}`),
        }))}
        value={rule?.group ?? 'pledging'}
      />
      <LanguagesField
        name="rule.label"
        label={say(language, 'rule.label')}
        text={rule?.label ?? null}
        required
        status="authentic"
      />
      <LanguagesField
        name="rule.rule"
        label={say(language, 'rule.rule')}
        text={rule?.rule ?? null}
        rows={2}
        required
        status="authentic"
      />
      <Submit>{say(language, 'save')}</Submit>
    </Form>
  )
}
