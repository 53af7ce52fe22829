import { sayDay } from '../../../i18n/days.ts'
import { directionOf, type Language } from '../../../kernel/language.ts'
import { Difference } from '../../../ui/difference.tsx'
import type { FormReader } from '../../../ui/form/attempt.ts'
import { SelectField } from '../../../ui/form/choices.tsx'
import { TextArea } from '../../../ui/form/fields.tsx'
import { Form, Submit } from '../../../ui/form/form.tsx'
import { hrefOf } from '../../../ui/navigation.tsx'
import { Notice } from '../../../ui/notices.tsx'
import { Bdi } from '../../../ui/text.tsx'
import { say as sayInUi } from '../../../ui/words.ts'
import { GivenStatus } from '../model.ts'
import type { Earlier, Workbench } from '../shown.ts'
import { searchOf, type TextWish } from '../wish.ts'
import { say } from '../words.ts'
import { Original } from './original.tsx'

interface Props {
  viewer: FormReader
  conference: string
  zone: string
  wish: TextWish & { into: Language }
  bench: Workbench
}

/** One text beside its original, with the terms of the field, and what changed since it was translated. */
export function TextPage({ viewer, conference, zone, wish, bench }: Props) {
  const { language } = viewer
  const { line, formerly, fixed } = bench
  const desk = `/${conference}/desk/translations`
  return (
    <>
      <p>
        <a
          href={hrefOf(
            language,
            desk + searchOf({ into: wish.into, state: wish.state, kind: wish.kind }),
          )}
        >
          {say(language, 'back')}
        </a>
      </p>
      <h1>{line.kind}</h1>
      {line.of && (
        <p class="lead">
          <Bdi lang={line.of.language}>{line.of.value}</Bdi>
        </p>
      )}
      <div class="grid gap-x-10 lg:grid-cols-2">
        <section>
          <h2>
            {say(language, 'original')} <small>{tongue(language, line.original.language)}</small>
          </h2>
          <Original {...line.original} matches={bench.matches} />
          <p>
            <small>
              <a href={hrefOf(language, line.at)}>{say(language, 'see')}</a>
            </small>
          </p>
        </section>
        <section>
          <h2>
            {say(language, 'translation')} <small>{tongue(language, wish.into)}</small>
          </h2>
          {line.state === 'stale' && (
            <Notice tone="warning">{sayInUi(language, 'status.stale')}</Notice>
          )}
          {fixed === null ? (
            <Fields {...{ viewer, conference, wish, bench, zone }} />
          ) : (
            <Fixed bench={bench} language={language} into={wish.into} />
          )}
        </section>
      </div>
      {formerly !== null && (
        <section>
          <h2>{say(language, 'changed')}</h2>
          <Difference
            before={formerly}
            after={line.original.value}
            of={line.original.language}
            language={language}
          />
        </section>
      )}
      <Terms bench={bench} language={language} into={wish.into} />
      <History bench={bench} language={language} into={wish.into} zone={zone} />
    </>
  )
}

const tongue = (reader: Language, of: Language) => sayInUi(reader, `language.${of}`)

function Fields({ viewer, conference, wish, bench }: Props) {
  const { language } = viewer
  const { line, longest, next } = bench
  const desk = `/${conference}/desk/translations`
  const here = `${desk}/text${searchOf({ ...wish, text: line.key })}`
  const onward = next
    ? `${desk}/text${searchOf({ ...wish, text: next })}`
    : desk + searchOf({ into: wish.into, state: wish.state, kind: wish.kind })
  return (
    <Form
      viewer={viewer}
      command="translations.translate"
      of={`${line.key} ${wish.into}`}
      then={onward}
      seen={bench.seen}
      fixed={{ conference, text: line.key, language: wish.into }}
    >
      <TextArea
        name="value"
        label={say(language, 'translation')}
        lang={wish.into}
        rows={line.original.value.length > 160 ? 9 : 3}
        value={line.wording?.value}
        focus
        {...(longest !== null && {
          hint: say(language, 'limit', { longest }),
          maxlength: longest,
        })}
      />
      <SelectField
        name="status"
        label={say(language, 'worth')}
        value={worthOf(line.wording?.status)}
        options={GivenStatus.options.map((value) => ({
          value,
          label: sayInUi(language, `status.${value}`),
        }))}
      />
      <p class="hint">{say(language, 'keys')}</p>
      <div class="deeds">
        <Submit>{say(language, 'save-on')}</Submit>
        <Submit quiet name=":then" value={here}>
          {say(language, 'save')}
        </Submit>
        {next && (
          <a class="btn" href={hrefOf(language, onward)}>
            {say(language, 'skip')}
          </a>
        )}
      </div>
    </Form>
  )
}

/** Whoever reworded a text has translated it, unless they say otherwise. */
const worthOf = (status: string | undefined): GivenStatus =>
  status === 'unofficial' ? 'unofficial' : 'translated'

function Fixed({
  bench: { line, fixed },
  language,
  into,
}: {
  bench: Workbench
  language: Language
  into: Language
}) {
  return (
    <>
      <Notice>{say(language, `fixed.${fixed ?? 'told'}`)}</Notice>
      {line.wording && <Original value={line.wording.value} language={into} matches={[]} />}
    </>
  )
}

function Terms({
  bench: { matches },
  language,
  into,
}: {
  bench: Workbench
  language: Language
  into: Language
}) {
  const terms = [...new Set(matches.map(({ term }) => term))]
  if (terms.length === 0) return null
  return (
    <section>
      <h2>{say(language, 'terms')}</h2>
      <dl class="terms">
        {terms.map((term) => (
          <>
            <dt lang={into} dir={directionOf(into)}>
              {term.in[into]}
            </dt>
            <dd>
              {term.in[language]}
              {language === 'en' && `: ${term.meaning}`}
            </dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function History({
  bench: { earlier, line },
  language,
  into,
  zone,
}: {
  bench: Workbench
  language: Language
  into: Language
  zone: string
}) {
  if (earlier.length === 0) return null
  return (
    <details>
      <summary>{say(language, 'earlier', { count: earlier.length })}</summary>
      <ol class="earlier">
        {earlier.map((one) => (
          <li>
            <p>
              <When {...{ one, language, zone }} />
            </p>
            <Difference
              before={one.value}
              after={line.wording?.value ?? ''}
              of={into}
              language={language}
            />
          </li>
        ))}
      </ol>
    </details>
  )
}

function When({ one, language, zone }: { one: Earlier; language: Language; zone: string }) {
  const day = one.at.toZonedDateTimeISO(zone).toPlainDate().toString()
  return (
    <small>
      <time datetime={one.at.toString()}>{sayDay(language, day)}</time>
      {one.by !== null && (
        <>
          {' · '}
          <bdi>{one.by}</bdi>
        </>
      )}
      {' · '}
      {sayInUi(language, `status.${one.status}`)}
    </small>
  )
}
