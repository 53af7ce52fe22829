import { sayPartialDay } from '../../../i18n/days.ts'
import { sayNumber } from '../../../i18n/numbers.ts'
import type { Language } from '../../../kernel/language.ts'
import {
  type CountingRule,
  type Figure,
  type FigureSet,
  type FigureValue,
  sideBySide,
} from '../figure.model.ts'
import { say } from '../words.ts'
import { Cite, type Desk, Title, Wording } from './facts.tsx'

/** A number as it was said: «over 700», «90 to 100». */
export const sayValue = (language: Language, { how, number, to }: FigureValue): string =>
  say(language, `value.${how}`, {
    number: sayNumber(language, number),
    to: sayNumber(language, to ?? number),
  })

/** Every published number under its heading; those that follow one rule and differ stand side by side. */
export function Figures({
  desk,
  figures,
  counting,
}: {
  desk: Desk
  figures: readonly Figure[]
  counting: Readonly<Record<string, CountingRule>>
}) {
  if (figures.length === 0) return null
  const { language } = desk
  return (
    <>
      <h2 id="figures">{say(language, 'figures')}</h2>
      <p>{say(language, 'figures.note')}</p>
      {sideBySide(figures, counting).map(({ group, sets }) => (
        <section aria-labelledby={`figures-${group}`}>
          <h3 id={`figures-${group}`}>{say(language, `group.${group}`)}</h3>
          <RuleOfAll desk={desk} sets={sets} />
          <div class="figures">
            {sets.map((set) => (
              <Counted desk={desk} set={set} ruled={!sharesRule(sets)} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

const sharesRule = (sets: readonly FigureSet[]) =>
  sets.length > 1 && new Set(sets.map((set) => set.rule.rule.in.en?.value)).size === 1

/** Where a heading has one rule for all its figures, it is said once. */
function RuleOfAll({ desk, sets }: { desk: Desk; sets: readonly FigureSet[] }) {
  const [first] = sets
  if (!first || !sharesRule(sets)) return null
  return (
    <p class="figure-rule">
      <Title text={first.rule.rule} language={desk.language} />
    </p>
  )
}

function Counted({ desk, set, ruled }: { desk: Desk; set: FigureSet; ruled: boolean }) {
  const { language } = desk
  return (
    <figure class="figure">
      <div class="flex flex-wrap gap-x-8">
        {set.figures.map((figure) => (
          <One desk={desk} figure={figure} />
        ))}
      </div>
      <figcaption>
        <p class="figure-counts">
          <Title text={set.rule.label} language={language} />
        </p>
        {set.differ && <p class="mark">{say(language, 'figures.differ')}</p>}
        {ruled && (
          <p class="figure-rule">
            <Title text={set.rule.rule} language={language} />
          </p>
        )}
      </figcaption>
    </figure>
  )
}

function One({ desk, figure }: { desk: Desk; figure: Figure }) {
  const { language } = desk
  const exact = figure.value.how === 'exactly'
  return (
    <div class="min-w-28 flex-1">
      <p class={exact ? 'figure-value' : 'figure-value text-[1.7rem]'}>
        {sayValue(language, figure.value)}
      </p>
      <p class="mark">
        {figure.asOf &&
          say(language, figure.asOf.length > 7 ? 'as-of' : 'as-of.month', {
            date: sayPartialDay(language, figure.asOf),
          })}
        {figure.sources.length === 0 && (
          <>
            {figure.asOf && ' · '}
            {say(language, 'own-word')}
          </>
        )}
        <Cite desk={desk} keys={figure.sources} />
      </p>
      {figure.note && (
        <p class="mark">
          <Wording text={figure.note} language={language} />
        </p>
      )}
    </div>
  )
}
