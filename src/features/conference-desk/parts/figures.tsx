import { sayPartialDay } from '../../../i18n/days.ts'
import { readingOf } from '../../../kernel/text.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { NumberField, TextField } from '../../../ui/form/fields.tsx'
import { LanguagesField } from '../../../ui/form/languages.tsx'
import { Words } from '../../../ui/text.tsx'
import { FIGURE_GROUPS, FigureValue } from '../../conferences/figure.model.ts'
import { sayValue } from '../../conferences/pages/figures.tsx'
import { sayTerm } from '../../conferences/terms.print.ts'
import { type Desk, Frame } from '../pages/frame.tsx'
import { ListEditor } from '../pages/list-editor.tsx'
import { say } from '../words.ts'

/** Published numbers, each with what it counts; those that disagree stand side by side. */
export function FiguresPart({ desk }: { desk: Desk }) {
  const { record, series, viewer } = desk
  const { language } = viewer
  const rules = Object.entries(series.counting)
  const labelOf = (counts: string) => {
    const rule = series.counting[counts]
    return rule ? readingOf(rule.label, language).value : counts
  }
  return (
    <Frame desk={desk} part="figures">
      <p class="mark">{say(language, 'figures.note')}</p>
      <ListEditor
        desk={desk}
        title={say(language, 'figures')}
        noun="figure"
        plural="figures"
        items={record.figures}
        cites={({ sources }) => sources}
        name={({ value, counts }) => `${sayValue(language, value)} · ${labelOf(counts)}`}
        show={({ value, counts, asOf, note, sources }) => (
          <>
            <strong>{sayValue(language, value)}</strong> · {labelOf(counts)}
            <small class="mark block">
              {asOf && `${say(language, 'as-of')} ${sayPartialDay(language, asOf)} · `}
              {sources.length === 0
                ? say(language, 'own-word')
                : sources.map((key) => record.sources[key]?.publisher ?? key).join(' · ')}
              {note && (
                <>
                  {' · '}
                  <Words in={readingOf(note, language)} language={language} />
                </>
              )}
            </small>
          </>
        )}
        fields={(figure) => (
          <>
            <SelectField
              name="figure.counts"
              label={say(language, 'counts')}
              none={say(language, 'choose')}
              options={FIGURE_GROUPS.flatMap((group) =>
                rules
                  .filter(([, rule]) => rule.group === group)
                  .map(([code]) => ({
                    value: code,
                    label: labelOf(code),
                    group: sayTerm(language, `group.${group}`),
                  })),
              )}
              value={figure?.counts ?? ''}
              required
            />
            <div class="columns">
              <SelectField
                name="~figure.value.how"
                label={say(language, 'how')}
                options={FigureValue.shape.how.options.map((how) => ({
                  value: how,
                  label: say(language, `how.${how}`),
                }))}
                value={figure?.value.how ?? 'exactly'}
              />
              <NumberField
                name="figure.value.number"
                label={say(language, 'value')}
                value={figure?.value.number}
                required
              />
              <NumberField
                name="figure.value.to"
                label={say(language, 'value.to')}
                hint={say(language, 'value.to.hint')}
                value={figure?.value.to}
              />
            </div>
            <TextField
              name="figure.asOf"
              label={say(language, 'as-of')}
              hint={say(language, 'partial-day.hint')}
              value={figure?.asOf}
            />
            <LanguagesField
              name="figure.note"
              label={say(language, 'note')}
              text={figure?.note ?? null}
              rows={2}
              status="authentic"
            />
          </>
        )}
      />
    </Frame>
  )
}
