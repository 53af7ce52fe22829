import { compareIn } from '../../../i18n/collation.ts'
import { figuresOf } from '../../../kernel/floor/figures.ts'
import type { PartyCode } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { Table } from '../../../ui/table.tsx'
import type { SpeechId } from '../../floor/queue/deeds.ts'
import { KINDS } from '../../floor/queue/settings.ts'
import { sayKind } from '../../floor/terms.print.ts'
import type { DeskList } from '../facts.ts'
import { statementsOf } from '../rules/heard.ts'
import { FEWEST_PERSONS, meanOf, type Spoken, shareOf, spokenBy, totalOf } from '../rules/spoken.ts'
import { say } from '../words.ts'

/** What is known of those who spoke, besides what they said. */
export interface StatisticsFacts {
  genders: readonly ('woman' | 'man' | 'other')[]
  groups: readonly { code: string; names: Readonly<Record<Language, string>> }[]
  groupOf: ReadonlyMap<PartyCode, string>
  genderOf: ReadonlyMap<SpeechId, 'woman' | 'man' | 'other' | null>
}

interface Props {
  list: DeskList
  language: Language
  facts: StatisticsFacts
}

/** How the time was used: by kinds of statement, regional groups and gender, and never by State. */
export function Statistics({ list, language, facts }: Props) {
  const heard = statementsOf(list.floor)
  const whole = totalOf(heard)
  if (heard.length === 0) return null
  const byKind = spokenBy(heard, ({ speech }) => speech.kind)
  const byGroup = spokenBy(heard, ({ speech }) => facts.groupOf.get(speech.party) ?? null)
  const byGender = spokenBy(heard, ({ speech }) => facts.genderOf.get(speech.id) ?? null)
  const compare = compareIn(language)
  const line = (label: string, part: Spoken | undefined) =>
    part ? [rowOf(label, part, whole, language)] : []
  const groups = facts.groups
    .map(({ code, names }) => ({ label: names[language], part: byGroup.get(code) }))
    .toSorted((a, b) => compare(a.label, b.label))
  return (
    <section aria-labelledby="floor-statistics">
      <h2 id="floor-statistics">{say(language, 'statistics')}</h2>
      <p class="mark">{say(language, 'statistics.note')}</p>
      <OfTime
        language={language}
        caption={say(language, 'statistics.kind')}
        rows={KINDS.flatMap((kind) => line(sayKind(language, kind), byKind.get(kind)))}
      />
      <OfTime
        language={language}
        caption={say(language, 'statistics.group')}
        rows={[
          ...groups.flatMap(({ label, part }) => line(label, part)),
          ...line(say(language, 'statistics.no-group'), byGroup.get(null)),
        ]}
      />
      <OfTime
        language={language}
        caption={say(language, 'statistics.gender')}
        rows={genderRows(byGender, facts, whole, language)}
      />
    </section>
  )
}

/** Of fewer persons than a few, nothing is said apart: it would say it of each of them. */
function genderRows(
  by: ReadonlyMap<'woman' | 'man' | 'other' | null, Spoken>,
  { genders }: StatisticsFacts,
  whole: Spoken,
  language: Language,
) {
  const known = genders.flatMap((one) => (by.has(one) ? [one] : []))
  const isTooFew = known.some((one) => (by.get(one)?.speeches ?? 0) < FEWEST_PERSONS)
  const notStated = by.get(null)
  const stated = isTooFew
    ? [[say(language, 'statistics.too-few'), '', '', '', '']]
    : known.flatMap((one) => {
        const part = by.get(one)
        return part ? [rowOf(say(language, `gender.${one}`), part, whole, language)] : []
      })
  return [
    ...stated,
    ...(notStated ? [rowOf(say(language, 'gender.none'), notStated, whole, language)] : []),
  ]
}

function rowOf(label: string, part: Spoken, whole: Spoken, language: Language) {
  const share = shareOf(part, whole)
  return [
    label,
    `${part.speeches}`,
    <bdi dir="ltr">{figuresOf(part.spent)}</bdi>,
    share === null ? '–' : say(language, 'percent', { share }),
    <bdi dir="ltr">{figuresOf(meanOf(part))}</bdi>,
    `${part.beyond}`,
  ]
}

const OfTime = ({
  language,
  caption,
  rows,
}: {
  language: Language
  caption: string
  rows: ReturnType<typeof rowOf>[]
}) => (
  <Table
    caption={caption}
    columns={[
      caption,
      say(language, 'statements'),
      say(language, 'time-spoken'),
      say(language, 'share'),
      say(language, 'mean'),
      say(language, 'beyond'),
    ]}
    rows={rows}
  />
)
